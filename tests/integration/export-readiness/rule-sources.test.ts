import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "~/modules/export-readiness/judge";
import { readinessReference, type ReadinessReference } from "~/modules/export-readiness/reference.server";
import { CONDITION_COLUMNS, ruleSourceOf } from "~/modules/export-readiness/sources/rule-sources";
import { loadReferenceData } from "~db/reference/load";
import { referenceRules } from "~db/reference/rules";
import { testDb } from "~tests/support/database";
import { readySeller } from "~tests/support/ready-seller";

const TODAY = "2026-11-27";
/** What only an order knows, or what is refused: no seller can show these. */
const NEVER_OF_A_SHOP = new Set(["EU-G8"]);
const ONLY_OF_AN_ORDER = new Set(["EU-S1"]);
let reference: ReadinessReference;

beforeAll(async () => {
  await loadReferenceData(testDb);
  reference = await readinessReference(testDb);
});

const RULES = referenceRules();
const judged = (confirmations = readySeller(reference).confirmations) =>
  judge({ ...readySeller(reference), confirmations }, reference, TODAY).markets;
const statesOf = (id: string, markets: ReturnType<typeof judged>) =>
  markets.flatMap(({ rules }) => rules.filter(({ rule }) => rule.id === id).map(({ state }) => state));

describe("what feeds the rules of the markets", () => {
  it("is known of each of the reference, and so is what says whom it concerns", () => {
    expect(RULES).toHaveLength(54);
    const conditions = RULES.flatMap(({ appliesWhen }) => appliesWhen ?? []);
    expect(conditions.filter((name) => !(name in CONDITION_COLUMNS))).toEqual([]);
    for (const rule of RULES) expect([rule.id, ruleSourceOf(rule).columns.length > 0]).toEqual([rule.id, true]);
  });

  it.each(RULES.filter(({ id }) => !NEVER_OF_A_SHOP.has(id)))(
    "$id concerns a seller of everything, who meets it",
    ({ id, market }) => {
      const expected = ONLY_OF_AN_ORDER.has(id) ? "advice" : "met";
      const count = market === undefined ? reference.markets.length : 1;
      expect(statesOf(id, judged())).toEqual(Array.from({ length: count }, () => expected));
    },
  );

  it.each(RULES.filter(({ check }) => check.type === "staff_confirm" || check.type === "acknowledge"))(
    "$id falls when nobody has said that it is met",
    ({ id, level }) => {
      const none = new Map(reference.markets.map((market) => [market, new Set<string>()]));
      expect(statesOf(id, judged(none))).toEqual([level === "mandatory" ? "missing" : "advice"]);
    },
  );
});
