import { readFileSync } from "node:fs";
import { marketsFile } from "../reference/schema";

const { common_rules, markets } = marketsFile.parse(
  JSON.parse(readFileSync(new URL("../reference/markets.json", import.meta.url), "utf8")),
);

const SIDE_OF: Readonly<Record<string, "seller" | "staff">> = { acknowledge: "seller", staff_confirm: "staff" };

/** Rules of a market, those of every market before its own, that somebody has to say are met, and who. */
export function confirmableRules(market: string): { rule: string; side: "seller" | "staff" }[] {
  const own = markets.find(({ id }) => id === market)?.rules ?? [];
  return [...common_rules, ...own].flatMap(({ id, check }) => {
    const side = SIDE_OF[check.type];
    return side ? [{ rule: id, side }] : [];
  });
}
