import { expect, it } from "vitest";
import { RESOLVED_BY_ITSELF } from "~/modules/payments/index.server";
import { makePerson } from "~db/factories";
import { testDb } from "~tests/support/database";
import { AT } from "~tests/support/ledger";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
const LEDGER = "/en/staff/ledger";

async function enter(name: string) {
  const userId = await makePerson(testDb, { name, role: "treasurer", hasSecondFactor: true });
  return { userId, visitor: await makeSignedInVisitor(testDb, site, userId) };
}

async function makeDifference(ended: { resolvedAt?: Date; resolvedBy?: string; note?: string } = {}) {
  const sourceId = `txn_${crypto.randomUUID()}`;
  const { id } = await testDb
    .insertInto("reconciliationDifferences")
    .values({ kind: "charge_unknown", sourceId, currency: "EUR", amountMinor: 500n, firstSeenAt: AT, ...ended })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { differenceId: id, sourceId };
}

/** The page in its two parts: what is open, and what was resolved. What it loaded stands behind it once more, and is none. */
function partsOf(html: string): [open: string, resolved: string] {
  const [main = ""] = html.split("</main>");
  const [open = "", resolved = ""] = main.split("Resolved differences");
  return [open, resolved];
}

it("The ledger sets what was resolved apart, with who resolved it and in which words, and counts what is open", async () => {
  const { visitor } = await enter("Nigar Əliyeva");
  const [one, other] = [await makeDifference(), await makeDifference()];
  const before = (await visitor.get(LEDGER)).html;
  expect(before).toContain("2 differences are unexplained");
  expect(before).not.toContain("Resolved differences");

  const resolved = await visitor.post(LEDGER, { differenceId: one.differenceId, note: "Charged twice, given back." });
  expect([resolved.status, resolved.location]).toEqual([303, `${LEDGER}?news=resolved`]);
  const { html } = await visitor.get(`${LEDGER}?news=resolved`);
  expect(html).toContain("The difference is resolved.");
  const [open, ended] = partsOf(html);
  expect(open).toContain("1 difference is unexplained");
  expect([open.includes(one.sourceId), open.includes(other.sourceId)]).toEqual([false, true]);
  expect([ended.includes(one.sourceId), ended.includes(other.sourceId)]).toEqual([true, false]);
  expect(ended).toMatch(/Resolved by Nigar Əliyeva on \d+ \w+ \d{4}/);
  expect(ended).toContain("Charged twice, given back.");
  expect(ended).not.toContain(`value="${one.differenceId}"`);

  await visitor.post(LEDGER, { differenceId: other.differenceId, note: "Another account of the Federation." });
  expect((await visitor.get(LEDGER)).html).toContain("No difference is open.");
});

it("A difference that explained itself names nobody, and one of somebody who is gone says so", async () => {
  const { visitor } = await enter("Nigar Əliyeva");
  await makeDifference({ resolvedAt: AT, note: RESOLVED_BY_ITSELF });
  await makeDifference({ resolvedAt: AT, note: "Found at the bank." });
  const [, ended] = partsOf((await visitor.get(LEDGER)).html);
  expect(ended).toMatch(/It explained itself on \d+ \w+ \d{4}/);
  expect(ended).toContain("Resolved by somebody whose account is closed on");
  expect(ended).toContain("Found at the bank.");
});

it("Each difference of one page is resolved by its own form, though all of them bear one key", async () => {
  const { visitor } = await enter("Nigar Əliyeva");
  const made = [await makeDifference(), await makeDifference()];
  const formKey = crypto.randomUUID();
  for (const { differenceId } of made) await visitor.post(LEDGER, { formKey, differenceId, note: "Both are known." });
  const [open] = partsOf((await visitor.get(LEDGER)).html);
  for (const { sourceId } of made) expect(open).not.toContain(sourceId);
});
