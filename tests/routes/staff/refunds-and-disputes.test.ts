import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { makeStaff } from "~db/factories";
import { refundsOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { makeDispute } from "~tests/support/ledger";
import { makeReceivedOrder } from "~tests/support/received-order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(role: "treasurer" | "reviewer" | "admin" = "treasurer") {
  const made = await makeReceivedOrder();
  const visitor = await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, role)).userId);
  return { ...made, visitor, page: `/en/staff/orders/${made.orderId}` };
}

async function enterDispute(role: "treasurer" | "reviewer" = "treasurer") {
  const made = await enter(role);
  const disputeId = await makeDispute(testDb, made.receiptId, 6_900);
  const answerBy = new Date(clock().getTime() + 5 * 86_400_000);
  await testDb.updateTable("disputes").set({ answerBy }).where("id", "=", disputeId).execute();
  return { ...made, disputeId, place: `/en/staff/disputes/${disputeId}` };
}

describe("the treasurer's form that gives money back", () => {
  it("gives back an amount, and the order's page shows it", async () => {
    const { visitor, page, orderId } = await enter();
    expect((await visitor.get(page)).html).toContain(`href="${page}/refund"`);
    const fields = { what: "amount", amount: "12,50", words: "The shop is silent.", isSure: "on" };
    expect((await visitor.post(`${page}/refund`, fields)).location).toBe(`${page}?news=give-back`);
    expect(await refundsOf(orderId)).toEqual(["staff 1250 asked"]);
    expect((await visitor.get(page)).html).toContain("€12.50");
    expect((await visitor.post(`${page}/refund`, { ...fields, words: "" })).status).toBe(422);
  });

  it("tries again what could not be sent, once, and says why not", async () => {
    const { visitor, page, orderId, receiptId } = await enter();
    const { id: refundId } = await testDb
      .insertInto("refunds")
      .values({
        ...{ receiptId, orderId, currency: "EUR", amountMinor: 500n, cause: "staff" },
        ...{ status: "refused", refusal: "balance-too-low", askedAt: clock(), endedAt: clock() },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { html } = await visitor.get(page);
    expect(html).toContain(`action="${page}/retry-refund"`);
    expect(html).toContain("Not sent: Stripe refused it");
    expect((await visitor.post(`${page}/retry-refund`, { refundId })).location).toBe(`${page}?news=retry-refund`);
    expect(await refundsOf(orderId)).toEqual(["staff 500 refused", "staff 500 asked"]);
    const again = (await visitor.post(`${page}/retry-refund`, { refundId })).location ?? "";
    expect(again).toBe(`${page}?refused=already-retried#refused`);
    expect((await visitor.get(again.split("#")[0] ?? "")).html).toContain("This refund has been tried again already.");
    expect((await visitor.post(`${page}/retry-refund`)).location).toContain("refused=refund-missing");
    expect((await visitor.get(page)).html).not.toContain(`action="${page}/retry-refund"`);
  });

  it("is not the reviewers'", async () => {
    const { visitor, page, orderId } = await enter("reviewer");
    expect((await visitor.get(`${page}/refund`)).status).toBe(404);
    expect((await visitor.post(`${page}/refund`, { what: "all", words: "Mine" })).status).toBe(404);
    expect((await visitor.post(`${page}/retry-refund`, { refundId: orderId })).status).toBe(404);
    expect(await refundsOf(orderId)).toEqual([]);
  });
});

describe("the treasurer's disputes", () => {
  it("are in the list and on the order's page, with until when they are to be answered", async () => {
    const { visitor, page, place } = await enterDispute();
    for (const path of ["/en/staff/disputes", page]) {
      expect((await visitor.get(path)).html).toContain(`href="${place}"`);
    }
    const { html } = await visitor.get(place);
    for (const text of ["€69", "The cardholder does not know the payment", "Answer by", 'name="productDescription"']) {
      expect(html).toContain(text);
    }
  });

  it("are answered by a draft first, which is kept, and then for good", async () => {
    const { visitor, place, disputeId } = await enterDispute();
    const said = { words: "It was delivered.", shippedOn: "2026-11-20" };
    expect((await visitor.post(place, { ...said, intent: "save" })).location).toBe(`${place}?saved=1`);
    const { html } = await visitor.get(`${place}?saved=1`);
    for (const text of ["The draft is saved.", "It was delivered."]) expect(html).toContain(text);
    const unsure = await visitor.post(place, { ...said, intent: "send" });
    expect([unsure.status, unsure.html.includes("Tick this to send it")]).toEqual([422, true]);
    expect((await visitor.post(place, { ...said, intent: "send", isSure: "on" })).location).toBe(place);
    const sent = await visitor.get(place);
    for (const text of ["What the bank was told", "It was delivered."]) expect(sent.html).toContain(text);
    expect(sent.html).toContain("The evidence is on its way to the bank.");
    expect(sent.html).not.toContain('name="productDescription"');
    const late = await visitor.post(place, { ...said, intent: "send", isSure: "on" });
    expect([late.status, late.html.includes("has been sent already")]).toEqual([422, true]);
    const { sendingAt } = await testDb
      .selectFrom("disputeEvidence")
      .where("disputeId", "=", disputeId)
      .select("sendingAt")
      .executeTakeFirstOrThrow();
    expect(sendingAt).not.toBeNull();
  });

  it.each([
    [{ shippedOn: "yesterday" }, "Please write the day as 2026-11-27."],
    [{ words: "x".repeat(5_001) }, "5000"],
    [{ intent: "send", isSure: "on" }, "At least one piece of evidence is needed to send."],
  ])("come back with what is wrong, and a sentence", async (wrong, text) => {
    const { visitor, place, disputeId } = await enterDispute();
    const answered = await visitor.post(place, wrong);
    expect([answered.status, answered.html.replaceAll(",", "").includes(text.replaceAll(",", ""))]).toEqual([
      422,
      true,
    ]);
    expect(
      await testDb.selectFrom("disputeEvidence").where("disputeId", "=", disputeId).select("savedAt").execute(),
    ).toEqual([]);
  });

  it("take no file that is none, and none at all where no cards are taken", async () => {
    const { visitor, place } = await enterDispute();
    const upload = async (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.set("receipt", new File([bytes], "receipt.pdf", { type: "application/pdf" }));
      const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await site.ask(place, { method: "POST", body: form, headers: { cookie } });
      return { status: answer.status, html: await answer.text() };
    };
    const text = await upload(new TextEncoder().encode("words"));
    expect([text.status, text.html.includes("The file has to be a PDF, JPEG or PNG")]).toEqual([422, true]);
    const large = await upload(new Uint8Array(5 * 1024 * 1024 + 1));
    expect([large.status, large.html.includes("The file has to be a PDF, JPEG or PNG")]).toEqual([422, true]);
  });

  it("are missing under an id that none has, and for reviewers", async () => {
    const { visitor } = await enter();
    expect((await visitor.get("/en/staff/disputes/dp_none")).status).toBe(404);
    const reviewer = await enterDispute("reviewer");
    for (const path of ["/en/staff/disputes", reviewer.place]) {
      expect((await reviewer.visitor.get(path)).status).toBe(404);
    }
    expect((await reviewer.visitor.post(reviewer.place, { words: "Mine", intent: "send", isSure: "on" })).status).toBe(
      404,
    );
  });
});
