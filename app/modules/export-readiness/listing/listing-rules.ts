import type { ListingSnapshot } from "~/modules/catalog";
import { conditionsOf } from "../conditions";
import type { ListingReference } from "../listing-criteria";
import type { MarketRule } from "../market-rules";

/** What of a listing decides which rules concern it. */
export type Carried = ListingSnapshot;

/**
 * Mandatory rules that concern one listing on its way to a market, by its own tariff code, category and materials: those
 * of the market after those of all. Pure.
 *
 * @param market undefined for a country that belongs to no market of the reference: the rules of all stay
 */
export function rulesOfListing<Rule extends MarketRule & { paperWhen: string | undefined }>(
  snapshot: Carried,
  market: string | undefined,
  { rules, listings }: { rules: readonly Rule[]; listings: ListingReference },
): { concerning: Rule[]; conditions: readonly string[] } {
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
  const concerning = rules.filter(
    (rule) =>
      rule.level === "mandatory" &&
      (rule.kind === "both" || rule.kind === kind) &&
      (rule.market === undefined || rule.market === market) &&
      [rule.appliesWhen, rule.paperWhen].every((name) => name === undefined || conditions.includes(name)),
  );
  return { concerning, conditions };
}

/** Who looks at an object before it leaves the country. */
export const EXPERT_BODIES = ["carpet", "music", "library", "art", "ministry"] as const;
export type ExpertBody = (typeof EXPERT_BODIES)[number];

/**
 * The commission of the Ministry of Culture that sees a thing, by its tariff chapter; `ministry` where the source names
 * none, as for clay, copper and jewellery. Source: S35 of `db/reference/readiness-criteria.json`.
 */
export function expertBodyFor(hsCode: string | undefined): ExpertBody {
  const chapter = Number(hsCode?.slice(0, 2));
  if (chapter >= 50 && chapter <= 63) return "carpet";
  if (chapter === 92) return "music";
  if (chapter === 49) return "library";
  return chapter === 97 ? "art" : "ministry";
}
