import type { ListingSnapshot } from "~/modules/catalog";
import { conditionsOf } from "../conditions";
import type { ListingReference } from "../listing-criteria";
import type { MarketRule } from "../market-rules";

/**
 * Mandatory rules that concern one listing on its way to a market, by its own tariff code, category and materials: those
 * of the market after those of all. Pure.
 *
 * @param market undefined for a country that belongs to no market of the reference: the rules of all stay
 */
export function rulesOfListing<Rule extends MarketRule & { paperWhen: string | undefined }>(
  snapshot: ListingSnapshot,
  market: string | undefined,
  { rules, listings }: { rules: readonly Rule[]; listings: ListingReference },
): Rule[] {
  const conditions = conditionsOf(
    {
      goods: snapshot.kind === "good" ? [{ snapshot }] : [],
      services: snapshot.kind === "service" ? [{ snapshot }] : [],
      targetMarkets: [],
      recentInquiryCount: 0,
    },
    listings,
  );
  const kind = snapshot.kind === "good" ? "goods" : "services";
  return rules.filter(
    (rule) =>
      rule.level === "mandatory" &&
      (rule.kind === "both" || rule.kind === kind) &&
      (rule.market === undefined || rule.market === market) &&
      [rule.appliesWhen, rule.paperWhen].every((name) => name === undefined || conditions.includes(name)),
  );
}
