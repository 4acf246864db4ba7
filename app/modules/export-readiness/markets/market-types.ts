import type { RuleCheck, RuleState } from "../market-rules";
import type { CriterionPlace } from "../types";

export type MarketSummary = {
  marketId: string;
  name: string;
  isOpen: boolean;
  isTarget: boolean;
  missingCount: number;
};

/** Who can say that a rule is met: the seller herself, staff, what the listings and papers show, or an order alone. */
export const RULE_KNOWERS = ["seller", "staff", "facts", "order"] as const;
export type RuleKnownBy = (typeof RULE_KNOWERS)[number];

export const RULE_KNOWN_BY: Readonly<Record<RuleCheck["type"], RuleKnownBy>> = {
  acknowledge: "seller",
  staff_confirm: "staff",
  criterion: "facts",
  listing_field: "facts",
  none: "order",
};

export type RuleView = {
  id: string;
  text: string;
  state: RuleState;
  level: "mandatory" | "advice";
  by: RuleKnownBy;
  isConfirmed: boolean;
  /** Criteria that keep it from being met, each with the page on which that is mended. */
  open: { title: string; place: CriterionPlace | undefined }[];
  sources: readonly { title: string; url: string | undefined }[];
  /** Of which day the sources are, in words. */
  asOf: string;
  certainty: string;
};

export type MarketPage = MarketSummary & {
  rules: RuleView[];
  customs: { note: string; asOf: string | undefined; source: { title: string; url: string } } | undefined;
};

/** What goes with goods or work to a market: a paper, a label, a mark. */
export type PaperOnTheWay = {
  id: string;
  text: string;
  /** Of which day its source is, in words. */
  asOf: string;
  sources: readonly { title: string; url: string | undefined }[];
};

export type ServedMarkets = {
  served: {
    marketId: string;
    name: string;
    /** The day of the judgement, in words. */
    checkedOn: string;
    papers: PaperOnTheWay[];
    /** Some of what is met is the seller's word. */
    hasOwnWord: boolean;
  }[];
  /** Names of the markets that cannot be served for the moment. */
  others: string[];
};

/** What one listing needs on its way to a country. */
export type ListingPapers = {
  /** The country in the reader's words. */
  country: string;
  papers: PaperOnTheWay[];
  /** How it may leave Azerbaijan, for what may be national cultural property. */
  leaving: LeavingRoute | undefined;
};

export type LeavingRoute = {
  who: string;
  body: string;
  howLong: string;
  asOf: string;
  sources: PaperOnTheWay["sources"];
};
