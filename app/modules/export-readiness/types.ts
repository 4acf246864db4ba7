export const READINESS_LEVELS = ["exploring", "preparing", "ready", "exporting"] as const;
export type LevelName = (typeof READINESS_LEVELS)[number];

/** How a criterion stands, as a seller reads it. */
export type CriterionStanding =
  /** Nothing is missing. */
  | "met"
  | "partly"
  | "open"
  /** A paper waits for the Federation. */
  | "in-review"
  /** A paper that counted has ended. */
  | "expired"
  | "rejected";

/** Where the seller does something about a criterion. */
export type CriterionPlace =
  | { kind: "shop"; step: "legal" | "contacts" | "bank" }
  | { kind: "listing"; listingId: string; part: string; title: string; lackingCount: number }
  /** What is filled in lies in changes that were not sent. */
  | { kind: "unsent"; listingId: string; title: string; lackingCount: number }
  | { kind: "listings" }
  | { kind: "papers"; documentType: string }
  | { kind: "profile" }
  | { kind: "markets" }
  | { kind: "shipping" }
  | { kind: "inbox" }
  | { kind: "portfolio" };

/** Pages that everybody of a team may open. */
export const OF_EDITORS: ReadonlySet<CriterionPlace["kind"]> = new Set([
  "listing",
  "unsent",
  "listings",
  "papers",
  "inbox",
  "portfolio",
]);

type ChangedCriterion = {
  id: string;
  title: string;
  /** Over how many listings that it concerns; undefined for what is not asked of each. */
  counted: { met: number; total: number } | undefined;
  place: CriterionPlace | undefined;
};

/** What a deed changes about a seller's readiness, in the reader's words. */
export type LevelChangeView = {
  /** Level, score or a market is another afterwards. */
  isFelt: boolean;
  direction: "rises" | "falls" | "stays";
  before: { label: string; score: number };
  after: { label: string; score: number };
  lost: ChangedCriterion[];
  gained: ChangedCriterion[];
  /** Names of markets. */
  opened: string[];
  closed: string[];
};

export type CriterionView = {
  id: string;
  title: string;
  why: string;
  nextAction: string;
  standing: CriterionStanding;
  /** 0 to 100. */
  value: number;
  weight: number;
  /** Hundredths of a point of the score that are earned, and that are at most: `weight` shared by the sum of weights. */
  points: { earned: string; most: string };
  /** "3 of 12" for what is counted; undefined for what only is or is not. */
  counted: { met: number; total: number } | undefined;
  isGate: boolean;
  place: CriterionPlace | undefined;
  sources: readonly { title: string; url: string | undefined; asOf: string }[];
};

export type LevelView = {
  id: LevelName;
  label: string;
  meaning: string;
  minimumScore: number;
  standing: "reached" | "now" | "next" | "later";
};
