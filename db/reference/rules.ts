import { readFileSync } from "node:fs";
import type { MarketRule } from "~/modules/export-readiness/market-rules";
import { ruleCheck } from "~/modules/export-readiness/rule-check";
import { marketsFile } from "./schema";

/** The rules of all markets and of each, as the reference file says them and in its order. */
export function referenceRules(): MarketRule[] {
  const file = marketsFile.parse(JSON.parse(readFileSync(new URL("markets.json", import.meta.url), "utf8")));
  return [
    ...file.common_rules.map((rule) => ({ market: undefined, rule })),
    ...file.markets.flatMap(({ id, rules }) => rules.map((rule) => ({ market: id, rule }))),
  ].map(({ market, rule: { id, kind, level, applies_when, check } }) => ({
    id,
    market,
    kind,
    level,
    appliesWhen: applies_when ?? undefined,
    check: ruleCheck.parse(check),
  }));
}
