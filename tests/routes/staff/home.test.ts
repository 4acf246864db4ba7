import { describe, expect, it } from "vitest";
import type { StaffRole } from "~/platform/session/roles";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
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
});
