import { describe, expect, it } from "vitest";
import { prepareOrder } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { makeCup, type Wanted } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { siteForTests } from "~tests/support/site";
import { openAccount, orderByTransfer } from "~tests/support/transfers";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

openAccount();
const site = siteForTests();

const DUES = [
  { kind: "deposit", amountMinor: 2_070 },
  { kind: "balance", amountMinor: 4_830 },
] as const;

async function enter(options: OrderOptions = {}) {
  const made = await makeOrder(testDb, { placedAt: clock(), status: "pending_payment", dues: DUES, ...options });
  const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
  return { ...made, visitor, page: `/en/orders/${made.orderId}` };
}

describe("an order that is paid in two parts", () => {
  it("says which is to be paid now and how much, and before what the other", async () => {
    const { visitor, page } = await enter();

    const { html } = await visitor.get(page);

    expect(html).toContain("Pay by transfer: deposit of 30%, €20.70");
    expect(html.match(/Due now/g)).toHaveLength(1);
    expect(html.indexOf("Due now")).toBeLessThan(html.indexOf("Balance"));
    expect(html).toContain("To be paid before the goods are sent");
  });

  it("goes on with the balance once the deposit has come", async () => {
    const { visitor, page } = await enter({ status: "partly_paid" });

    const { html } = await visitor.get(page);

    expect(html).toContain("Pay by transfer: balance, €48.30");
    expect(html.indexOf("Due now")).toBeGreaterThan(html.indexOf("Balance"));
  });

  it("of which the first is enough to begin says that, and that the rest can wait until before the sending", async () => {
    const { visitor, page, seller, orderId } = await enter({ status: "partly_paid", preparesAfter: "first_due" });

    const { html } = await visitor.get(page);

    expect(html).toContain("The first payment has arrived, so the seller can begin to prepare the order. You may pay");
    expect(html).toContain("Can be paid at any time, before the goods are sent");
    expect(html).toContain("Pay by transfer: balance, €48.30");
    expect(html).not.toContain("Due now");
    expect(html).toMatch(/First payment<\/span>(?:(?!Preparation).)*Preparation<\/span>(?:(?!Dispatch).)*next step/s);

    await prepareOrder(testDb, seller, newKey(), orderId);
    expect((await visitor.get(page)).html).toContain("You may pay the rest at any time");
  });

  it("waits for the rest of the first, and for what has its own day once that has come", async () => {
    const dues = [{ kind: "deposit", amountMinor: 2_070, receivedMinor: 1_000 }, DUES[1]] as const;
    const begun = await enter({ status: "partly_paid", preparesAfter: "first_due", dues });
    const { html } = await begun.visitor.get(begun.page);
    expect(html).toContain("The seller can begin once all of it is here.");
    expect(html.indexOf("Due now")).toBeLessThan(html.indexOf("Balance"));

    const unbound = await enter({ status: "partly_paid", preparesAfter: "nothing" });
    expect((await unbound.visitor.get(unbound.page)).html).toContain("The seller can prepare it already. You may pay");

    const late = [DUES[0], { ...DUES[1], dueAt: new Date(clock().getTime() - 1) }];
    const over = await enter({ status: "partly_paid", preparesAfter: "first_due", dues: late });
    expect((await over.visitor.get(over.page)).html).toContain("Due now");
    const ahead = [DUES[0], { ...DUES[1], dueAt: new Date(clock().getTime() + 86_400_000) }];
    const early = await enter({ status: "partly_paid", preparesAfter: "first_due", dues: ahead });
    expect((await early.visitor.get(early.page)).html).not.toContain("Due now");
  });

  it("of one part names no other, and the sum is on the button", async () => {
    const { visitor, page } = await enter({ dues: [{ kind: "whole", amountMinor: 6_900 }] });

    const { html } = await visitor.get(page);

    expect(html).toContain("Pay by transfer: €69");
    expect(html).not.toContain("Due now");
  });
});

describe("when an order is there", () => {
  it("is said while it is awaited, and no more once it has come", async () => {
    const { visitor, page, orderId } = await enter();
    await testDb.updateTable("orders").set({ readyInDays: 3 }).where("id", "=", orderId).execute();
    expect((await visitor.get(page)).html).toMatch(/Expected by \d+ \w+ \d{4}/);
    const come = await enter({ status: "completed", dues: [{ kind: "whole", amountMinor: 6_900 }] });
    expect((await come.visitor.get(come.page)).html).not.toContain("Expected by");
  });
});

describe("when an order of a transfer is there", () => {
  it("is counted from the last day on which the money may come, since nothing is begun before", async () => {
    const payBy = new Date(clock().getTime() + 10 * 86_400_000);
    const { visitor, page, orderId } = await enter({ paymentMethod: "bank_transfer", payBy });
    await testDb.updateTable("orders").set({ readyInDays: 3 }).where("id", "=", orderId).execute();
    const { transitDaysMax } = await testDb
      .selectFrom("orders")
      .select("transitDaysMax")
      .where("id", "=", orderId)
      .executeTakeFirstOrThrow();
    const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "Asia/Baku" });
    const last = new Date(payBy.getTime() + (3 + transitDaysMax) * 86_400_000);
    expect((await visitor.get(page)).html).toContain(`Expected by ${day.format(last)}`);
  });
});

describe("the page of a checkout that waits for a transfer", () => {
  async function open(wanted: Wanted[]) {
    const { checkoutId, orderIds } = await orderByTransfer(wanted);
    const { userId } = (await enter()).buyer ?? { userId: "" };
    await testDb
      .updateTable("orders")
      .set({ buyerUserId: userId, guestEmail: null })
      .where("id", "in", orderIds)
      .execute();
    const page = `/en/checkout/${checkoutId}`;
    const { html } = await (await makeSignedInVisitor(testDb, site, userId)).get(page);
    expect((await makeVisitor(site).get(page)).status).not.toBe(200);
    return { html, orderIds };
  }

  it("says of its one order that the shop has not all that a pro-forma invoice needs", async () => {
    expect((await open([await makeCup()])).html).toContain("There is no pro-forma invoice yet");
  });

  it("leaves the invoices of several orders to their own pages, to which it leads", async () => {
    const { html, orderIds } = await open([await makeCup(), await makeCup()]);
    expect(html).not.toContain("pro-forma invoice yet");
    expect(orderIds.map((id) => html.includes(`href="/en/orders/${id}"`))).toEqual([true, true]);
  });
});
