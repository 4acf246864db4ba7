import { describe, expect, it } from "vitest";
import { makeSellerActor } from "~db/factories";
import { refundsOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { makeDispute } from "~tests/support/ledger";
import { makeReceivedOrder } from "~tests/support/received-order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter() {
  const made = await makeReceivedOrder();
  const visitor = await makeSignedInVisitor(testDb, site, made.seller.userId);
  const page = `/en/seller/orders/${made.orderId}`;
  const piece = (quantity: string) => ({ "pieces[0].lineId": made.lineIds[0] ?? "", "pieces[0].quantity": quantity });
  return { ...made, visitor, page, piece };
}
const WORDS = { words: "One was broken.", isSure: "on" };

describe("a shop's form that gives money back", () => {
  it("is a deed of the order's page, and shows what came, what went back and what is left", async () => {
    const { visitor, page } = await enter();
    expect((await visitor.get(page)).html).toContain(`href="${page}/refund"`);
    const { html } = await visitor.get(`${page}/refund`);
    for (const text of ["€69", "Copper cup", "2 of 2 not given back yet", "Carriage: €9", 'name="hasCarriage"']) {
      expect(html).toContain(text);
    }
  });

  it("gives back pieces with the carriage; all three sides see it, with the words to the buyer", async () => {
    const { visitor, page, piece, orderId, buyer } = await enter();
    const sent = await visitor.post(`${page}/refund`, { what: "chosen", ...piece("1"), hasCarriage: "on", ...WORDS });
    expect(sent.location).toBe(`${page}?news=give-back`);
    expect(await refundsOf(orderId)).toEqual(["seller 3900 asked"]);
    const reader = await makeSignedInVisitor(testDb, site, buyer?.userId ?? "");
    for (const html of [
      (await visitor.get(`${page}?news=give-back`)).html,
      (await reader.get(`/en/orders/${orderId}`)).html,
    ]) {
      for (const text of ["Decided, not sent yet", "€39", "One was broken."]) expect(html).toContain(text);
    }
    const { html } = await visitor.get(`${page}/refund`);
    for (const text of ["€30", "1 of 2 not given back yet"]) expect(html).toContain(text);
    expect(html).not.toContain('name="hasCarriage"');
  });

  it("is no deed any more once nothing is left", async () => {
    const { visitor, page } = await enter();
    await visitor.post(`${page}/refund`, { what: "all", ...WORDS });
    expect((await visitor.get(page)).html).not.toContain(`href="${page}/refund"`);
    expect((await visitor.get(`${page}/refund`)).html).toContain("There is no money of this order left to give back.");
  });

  it.each([
    [{ words: "" }, "Please write a few words."],
    [{ isSure: "" }, "Please tick that the money is to go back."],
    [{ what: "" }, "Please choose what goes back."],
    [{ what: "amount", amount: "" }, "Please write the amount"],
    [{ what: "amount", amount: "none" }, "Please write the amount"],
    [{ what: "amount", amount: "0" }, "Please write the amount"],
    [{ what: "amount", amount: "69.01" }, "This is more than is left of the order"],
    [{ what: "chosen" }, "Please choose pieces or the carriage."],
    [{ what: "chosen", "pieces[0].quantity": "3" }, "These are more pieces than have not been given back yet."],
    [{ what: "chosen", "pieces[0].quantity": "one" }, "Please write a whole number."],
  ])("comes back with %o, and a sentence", async (wrong, text) => {
    const { visitor, page, piece, orderId } = await enter();
    const fields = { what: "all", ...piece("0"), ...WORDS, ...wrong };
    const answered = await visitor.post(`${page}/refund`, fields);
    expect([answered.status, answered.html.includes(text)]).toEqual([422, true]);
    expect(await refundsOf(orderId)).toEqual([]);
  });

  it("is the managers' of this shop: an editor, another shop and the buyer find nothing", async () => {
    const { page, orderId, sellerId, buyer } = await enter();
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const { seller: other } = await makeReceivedOrder();
    for (const userId of [editor.userId, other.userId, buyer?.userId ?? ""]) {
      const visitor = await makeSignedInVisitor(testDb, site, userId);
      expect((await visitor.get(`${page}/refund`)).status).toBe(404);
      expect((await visitor.post(`${page}/refund`, { what: "all", ...WORDS })).status).toBe(404);
    }
    expect(await refundsOf(orderId)).toEqual([]);
  });
});

describe("a shop's page of an order that a bank disputes", () => {
  it("says what the bank holds, that none of it can be given back, and how it ended", async () => {
    const { visitor, page, receiptId } = await enter();
    const id = await makeDispute(testDb, receiptId, 6_900);
    const { html } = await visitor.get(page);
    expect(html).toMatch(/holds €69/);
    expect(html).not.toContain(`href="${page}/refund"`);
    expect((await visitor.get(`${page}/refund`)).html).toContain("part of a dispute with the bank");
    const sent = await visitor.post(`${page}/refund`, { what: "all", ...WORDS });
    expect([sent.status, sent.html.includes("part of a dispute with the bank")]).toEqual([422, true]);
    const ended = { status: "lost", closedAt: new Date() };
    await testDb.updateTable("disputes").set(ended).where("id", "=", id).execute();
    expect((await visitor.get(page)).html).toContain("The dispute is lost");
  });
});
