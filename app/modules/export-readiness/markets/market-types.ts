import type { RuleState } from "../market-rules";
import type { CriterionPlace } from "../types";

export type MarketSummary = {
  marketId: string;
  name: string;
  isOpen: boolean;
  isTarget: boolean;
  missingCount: number;
};

export type RuleView = {
  id: string;
  text: string;
  state: RuleState;
  level: "mandatory" | "advice";
  /** Who can say that it is met: the seller herself, staff, or what the listings and papers show. */
  by: "seller" | "staff" | "facts" | "order";
  isConfirmed: boolean;
  /** Criteria that keep it from being met, each with the page on which that is mended. */
  open: { title: string; place: CriterionPlace | undefined }[];
  sources: readonly { title: string; url: string | undefined; asOf: string }[];
  asOf: string | undefined;
  certainty: string;
};

export type MarketPage = MarketSummary & {
  rules: RuleView[];
  customs: { note: string; asOf: string | undefined; source: { title: string; url: string } } | undefined;
};
