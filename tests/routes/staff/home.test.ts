import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import type { StaffRole } from "~/platform/session/roles";
import { makeStaff } from "~db/factories";
import { makeCup } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { makeDispute } from "~tests/support/ledger";
import { makeReceivedOrder } from "~tests/support/received-order";
import { siteForTests } from "~tests/support/site";
import { openAccount, orderByTransfer } from "~tests/support/transfers";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
openAccount();
const enter = async (role: StaffRole) => makeSignedInVisitor(testDb, site, (await makeStaff(testDb, role)).userId);

describe("the Federation's desk", () => {
  it.each<[StaffRole, string[], string[]]>([
    ["treasurer", ["/en/staff/payouts", "/en/staff/orders", "/en/staff/ledger"], ["/en/staff/desk", "/en/staff/audit"]],
    ["reviewer", ["/en/staff/desk", "/en/staff/sellers"], ["/en/staff/payouts", "/en/staff/curation"]],
    ["curator", ["/en/staff/curation"], ["/en/staff/desk", "/en/staff/payouts"]],
    ["admin", ["/en/staff/desk", "/en/staff/curation", "/en/staff/payouts", "/en/staff/audit"], []],
  ])("is on the account's page of a %s, and leads to what is hers", async (role, own, others) => {
    const visitor = await enter(role);
    expect((await visitor.get("/en/account")).html).toContain('href="/en/staff"');
    const { status, html } = await visitor.get("/en/staff");
    expect(status).toBe(200);
    for (const path of own) expect(html).toContain(`href="${path}"`);
    for (const path of others) expect(html).not.toContain(`href="${path}"`);
  });

  it("says so where there is nothing for a role yet", async () => {
    const { html } = await (await enter("broker")).get("/en/staff");
    expect(html).toContain("There are no pages for your role yet.");
  });

  it("says to a treasurer, and to nobody else, what of her work waits", async () => {
    const treasurer = await enter("treasurer");
    expect((await treasurer.get("/en/staff")).html).not.toContain("to be answered");
    const { orderId, receiptId } = await makeReceivedOrder();
    await makeDispute(testDb, receiptId, 6_900);
    await testDb
      .insertInto("refunds")
      .values({
        receiptId,
        orderId,
        currency: "EUR",
        amountMinor: 500n,
        cause: "staff",
        status: "asked",
        askedAt: clock(),
      })
      .execute();
    // A card's money is sent back by itself.
    expect((await treasurer.get("/en/staff")).html).not.toContain("sent by hand");
    const cup = await makeCup();
    await orderByTransfer([{ listingId: cup.listingId, quantity: 2 }]);
    const { html } = await treasurer.get("/en/staff");
    expect(html).toContain("1 dispute is to be answered");
    expect(html).toContain("1 order awaits a transfer");
    expect((await (await enter("reviewer")).get("/en/staff")).html).not.toContain("to be answered");
  });
});
