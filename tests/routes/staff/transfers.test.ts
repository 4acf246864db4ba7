import { describe, expect, it } from "vitest";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { makeOrder, makeStaff } from "~db/factories";
import { beginCheckout, makeCup, moneyOf, refundsOf } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { openAccount, orderByTransfer } from "~tests/support/transfers";
import { makeSignedInVisitor } from "~tests/support/visitor";

openAccount();
const site = siteForTests();
const today = dayInBaku(clock());

async function enter(role: "treasurer" | "reviewer" = "treasurer") {
  const cup = await makeCup();
  const made = await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }]);
  const visitor = await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, role)).userId);
  return { ...made, visitor, page: `/en/staff/orders/${made.orderId}` };
}
const typed = (changes: Record<string, string> = {}) => ({
  amount: "69.00",
  bankReference: `FT-${crypto.randomUUID()}`,
  receivedOn: today,
  ...changes,
});

describe("the treasurer's form of a transfer", () => {
  it("is filled with what lacks and today, and records what stands on the statement", async () => {
    const { visitor, page, orderId } = await enter();
    const { html } = await visitor.get(page);
    expect(html).toContain(`action="${page}/record-transfer"`);
    expect(html).toMatch(/<input[^>]*name="amount"[^>]*value="69\.00"/);
    expect(html).toMatch(new RegExp(`<input[^>]*type="date"[^>]*value="${today}"`));

    const part = await visitor.post(`${page}/record-transfer`, typed({ amount: "60" }));
    expect([part.status, part.location]).toEqual([303, `${page}?news=transfer-part`]);
    expect((await visitor.get(page)).html).toMatch(/<input[^>]*name="amount"[^>]*value="9\.00"/);
    const rest = await visitor.post(`${page}/record-transfer`, typed({ amount: "10", isMore: "on" }));
    expect(rest.location).toBe(`${page}?news=transfer-back`);
    expect(await moneyOf(orderId)).toMatchObject({ status: "paid", received: 6_900 });
    expect((await visitor.get(`${page}?news=transfer-back`)).html).toContain("is below, to be sent back");
  });

  it.each([
    ["an amount that is none", { amount: "sixty" }, "Write the amount in the order’s currency"],
    ["an amount that may be sixty or sixty thousand", { amount: "60.000" }, "without thousands separators"],
    ["no reference", { bankReference: " " }, "Write the bank’s reference of the transfer."],
    ["no day", { receivedOn: "" }, "Choose a day between the order’s and today."],
    ["a day to come", { receivedOn: dayAfter(today, 1) }, "Choose a day between the order’s and today."],
  ])("comes back as it was typed with %s", async (_what, wrong, text) => {
    const { visitor, page, orderId } = await enter();
    const fields = typed({ amount: "61,50", bankReference: "FT 2026/7", ...wrong });
    const { status, html } = await visitor.post(`${page}/record-transfer`, fields);
    expect([status, html.includes(text)]).toEqual([422, true]);
    const kept = Object.entries(fields).filter(([, value]) => value.trim() !== "");
    for (const [name, value] of kept) expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
    expect(await moneyOf(orderId)).toMatchObject({ received: 0 });
  });

  it("says at the reference that this transfer is recorded already, and what to do", async () => {
    const [one, other] = [await enter(), await enter()];
    const fields = typed();
    await one.visitor.post(`${one.page}/record-transfer`, fields);
    const again = await other.visitor.post(`${other.page}/record-transfer`, fields);
    expect([again.status, again.html.includes("If it is really another one, enter its own bank reference")]).toEqual([
      422,
      true,
    ]);
  });

  it("asks whether it is another one where the reference is known, and records it once that is ticked", async () => {
    const { visitor, page, orderId } = await enter();
    const fields = typed({ amount: "20" });
    await visitor.post(`${page}/record-transfer`, fields);
    expect((await visitor.get(page)).html).not.toContain('name="isAnother"');
    const asked = await visitor.post(`${page}/record-transfer`, { ...fields, amount: "21" });
    expect(asked.status).toBe(422);
    expect(asked.html).toMatch(/A transfer with this reference was entered on .*, of €20: is it another one\?/);
    expect(asked.html).toContain('name="isAnother"');
    const ticked = await visitor.post(`${page}/record-transfer`, { ...fields, amount: "21", isAnother: "on" });
    expect(ticked.location).toBe(`${page}?news=transfer-part`);
    expect(await moneyOf(orderId)).toMatchObject({ received: 4_100 });
  });

  it("asks whether more than is due was meant, by how much, and records it once that is ticked", async () => {
    const { visitor, page, orderId } = await enter();
    expect((await visitor.get(page)).html).not.toContain('name="isMore"');
    const fields = typed({ amount: "100000" });
    const asked = await visitor.post(`${page}/record-transfer`, fields);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain("This is €99,931 more than is due. Enter it all the same?");
    expect(await moneyOf(orderId)).toMatchObject({ received: 0 });
    const ticked = await visitor.post(`${page}/record-transfer`, { ...fields, isMore: "on" });
    expect(ticked.location).toBe(`${page}?news=transfer-back`);
    expect((await visitor.get(page)).html).toContain("More came than was due: the rest goes back");
  });

  it("is followed by a list of all that is to be sent back by hand, each with its form", async () => {
    const { visitor, page, orderId } = await enter();
    await visitor.post(`${page}/record-transfer`, typed({ amount: "70", isMore: "on" }));
    const { html } = await visitor.get("/en/staff/refunds");
    expect(html).toContain(`href="${page}"`);
    const form = new RegExp(`href="(${page}/refunds/[^"]*/sent)"`).exec(html)?.[1] ?? "";
    expect((await visitor.post(form, { bankReference: "OUT-LIST" })).location).toBe(`${page}?news=refund-sent`);
    expect(await refundsOf(orderId)).toEqual(["late 100 succeeded"]);
    // Back to the form, as a browser's button goes.
    expect((await visitor.get(form)).location).toBe(`${page}?news=refund-stale`);
    expect((await visitor.get("/en/staff/refunds")).html).not.toContain(`href="${page}"`);
  });

  it("gives way to a sentence while the buyer may pay by card, and before the seller has accepted", async () => {
    const { visitor } = await enter();
    const { orderIds } = await beginCheckout([await makeCup()]);
    const card = `/en/staff/orders/${orderIds[0] ?? ""}`;
    const { html } = await visitor.get(card);
    expect([html.includes("card page is open"), html.includes(`action="${card}/record-transfer"`)]).toEqual([
      true,
      false,
    ]);
    const refused = await visitor.post(`${card}/record-transfer`, typed());
    expect([refused.status, refused.html.includes("card page is open")]).toEqual([422, true]);
    const { orderId } = await makeOrder(testDb, { status: "awaiting_acceptance", placedAt: clock() });
    expect((await visitor.get(`/en/staff/orders/${orderId}`)).html).toContain("has not accepted the order yet");
  });

  it("finds the orders of one transfer by the number that it quotes", async () => {
    const { visitor } = await enter();
    const made = await orderByTransfer([await makeCup(), await makeCup()]);
    const row = await testDb
      .selectFrom("checkouts")
      .select("reference")
      .where("id", "=", made.checkoutId)
      .executeTakeFirstOrThrow();
    const { html } = await visitor.get(`/en/staff/orders?q=${row.reference}`);
    for (const orderId of made.orderIds) expect(html).toContain(orderId);
    const page = (await visitor.get(`/en/staff/orders/${made.orderId}`)).html;
    expect(page).toContain(`One transfer with ${row.reference} pays for`);
    expect(page).toMatch(/<input[^>]*name="amount"[^>]*value="78\.00"/);
  });
});

describe("the treasurer's list of what goes back by hand", () => {
  it("has a form for each, which comes back without a reference and is done with one, once", async () => {
    const { visitor, page, orderId } = await enter();
    await visitor.post(`${page}/record-transfer`, typed({ amount: "70", isMore: "on" }));
    const sent = /action="([^"]+\/sent)"/.exec((await visitor.get(page)).html)?.[1] ?? "";
    expect((await visitor.get(sent)).html).toContain("€1");
    const empty = await visitor.post(sent, { bankReference: "" });
    expect([empty.status, empty.html.includes("Write the bank’s reference")]).toEqual([422, true]);
    expect(await refundsOf(orderId)).toEqual(["late 100 asked"]);

    expect((await visitor.post(sent, { bankReference: "OUT-9" })).location).toBe(`${page}?news=refund-sent`);
    expect(await refundsOf(orderId)).toEqual(["late 100 succeeded"]);
    expect((await visitor.post(sent, { bankReference: "OUT-9" })).location).toBe(`${page}?news=refund-stale`);
    const { html } = await visitor.get(`${page}?news=refund-sent`);
    expect([html.includes("Sent back"), html.includes("/sent")]).toEqual([true, false]);
  });
});

describe("the form of a refund that was sent by hand", () => {
  it("asks whether one transfer paid two refunds where their number is the same, and takes it once that is ticked", async () => {
    const [one, other] = [await enter(), await enter()];
    const forms = [];
    for (const { visitor, page } of [one, other]) {
      await visitor.post(`${page}/record-transfer`, typed({ amount: "70", isMore: "on" }));
      forms.push(/action="([^"]+\/sent)"/.exec((await visitor.get(page)).html)?.[1] ?? "");
    }
    const [first = "", second = ""] = forms;
    expect((await one.visitor.get(first)).html).not.toContain('name="isTogether"');
    await one.visitor.post(first, { bankReference: "OUT-TWICE" });

    const asked = await other.visitor.post(second, { bankReference: "OUT-TWICE" });
    expect(asked.status).toBe(422);
    expect(asked.html).toMatch(
      /already entered for the refund of €1 of order [0-9A-Z]{8} on .*one transfer for both\?/,
    );
    expect(asked.html).toMatch(/name="bankReference"[^>]*value="OUT-TWICE"/);
    expect(asked.html).toContain('name="isTogether"');
    const ticked = await other.visitor.post(second, { bankReference: "OUT-TWICE", isTogether: "on" });
    expect(ticked.location).toBe(`${other.page}?news=refund-sent`);
    expect(await refundsOf(other.orderId)).toEqual(["late 100 succeeded"]);
  });
});

describe("the money of an order", () => {
  it("is not the reviewers'", async () => {
    const { visitor, page, orderId } = await enter("reviewer");
    const sent = `${page}/refunds/00000000-0000-8000-8000-000000000000/sent`;
    for (const path of [`${page}/record-transfer`, sent]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.post(path, typed())).status).toBe(404);
    }
    expect(await moneyOf(orderId)).toMatchObject({ received: 0 });
  });
});
