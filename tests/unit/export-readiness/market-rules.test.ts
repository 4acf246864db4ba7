import { describe, expect, it } from "vitest";
import { isMarketOpen, judgeMarket, type MarketFacts, type MarketRule } from "~/modules/export-readiness/market-rules";
import type { ReadinessInput } from "~/modules/export-readiness/rules";

const model = {
  criteria: [
    { id: "CO-01", appliesTo: "goods" as const, appliesWhen: undefined, method: "computed" as const, weight: 5 },
    { id: "CO-03", appliesTo: "goods" as const, appliesWhen: "has_textiles", method: "computed" as const, weight: 4 },
  ],
  levels: [],
};

const rule = (changes: Partial<MarketRule>): MarketRule => ({
  id: "EU-G1",
  market: "EU",
  kind: "goods",
  level: "mandatory",
  appliesWhen: undefined,
  check: { type: "none" },
  ...changes,
});

const facts = (changes: Partial<MarketFacts> = {}): MarketFacts => ({
  hasGoods: true,
  hasServices: false,
  confirmed: new Set(),
  isStated: () => true,
  ...changes,
});

const input = (changes: Partial<ReadinessInput> = {}): ReadinessInput => ({
  offering: "goods",
  conditions: [],
  states: {},
  asOf: "2026-11-27",
  ...changes,
});

const judge = (rules: MarketRule[], known = facts(), asked = input()) =>
  judgeMarket("EU", { rules, model }, known, asked).map(({ rule: { id }, state, open }) => ({ id, state, open }));

describe("the rules of a market", () => {
  it("are its own and those of all markets, as far as they concern what is sold", () => {
    const rules = [
      rule({ id: "ALL-G1", market: undefined }),
      rule({ id: "ALL-S1", market: undefined, kind: "services" }),
      rule({ id: "EU-G1", appliesWhen: "has_textiles" }),
      rule({ id: "UK-G1", market: "UK" }),
      rule({ id: "EU-B1", kind: "both" }),
    ];
    const ids = (known: MarketFacts, conditions: string[]) =>
      judge(rules, known, input({ conditions })).map(({ id }) => id);
    expect(ids(facts(), [])).toEqual(["ALL-G1", "EU-B1"]);
    expect(ids(facts(), ["has_textiles"])).toEqual(["ALL-G1", "EU-G1", "EU-B1"]);
    expect(ids(facts({ hasGoods: false, hasServices: true }), [])).toEqual(["ALL-S1", "EU-B1"]);
    expect(ids(facts({ hasGoods: false }), [])).toEqual([]);
  });

  it("rest on criteria, of which one that does not concern the seller is met", () => {
    const rules = [rule({ check: { type: "criterion", ids: ["CO-01", "CO-03"] } })];
    const met = { "CO-01": { kind: "ratio" as const, met: 3, total: 3 } };
    expect(judge(rules, facts(), input({ states: met }))).toEqual([{ id: "EU-G1", state: "met", open: [] }]);
    const partly = { "CO-01": { kind: "ratio" as const, met: 2, total: 3 } };
    expect(judge(rules, facts(), input({ states: partly, conditions: ["has_textiles"] }))).toEqual([
      { id: "EU-G1", state: "missing", open: ["CO-01", "CO-03"] },
    ]);
  });

  it("rest on what listings state, on staff and on the seller's word", () => {
    const rules = [
      rule({ id: "EU-G2", check: { type: "listing_field", fields: ["wood_species", "wood_origin"] } }),
      rule({ id: "EU-G3", check: { type: "staff_confirm" } }),
      rule({ id: "EU-G4", check: { type: "acknowledge" }, level: "advice" }),
    ];
    const states = (known: MarketFacts) => judge(rules, known).map(({ state }) => state);
    expect(states(facts())).toEqual(["met", "missing", "advice"]);
    expect(states(facts({ isStated: (field) => field !== "wood_origin" }))).toEqual(["missing", "missing", "advice"]);
    expect(states(facts({ confirmed: new Set(["EU-G3", "EU-G4"]) }))).toEqual(["met", "met", "met"]);
  });

  it("leave a market open as long as nothing mandatory is missing", () => {
    const advice = judgeMarket(
      "EU",
      { rules: [rule({ check: { type: "acknowledge" }, level: "advice" })], model },
      facts(),
      input(),
    );
    const missing = judgeMarket("EU", { rules: [rule({ check: { type: "staff_confirm" } })], model }, facts(), input());
    expect(isMarketOpen(advice)).toBe(true);
    expect(isMarketOpen([...advice, ...missing])).toBe(false);
    expect(isMarketOpen([])).toBe(true);
  });
});
