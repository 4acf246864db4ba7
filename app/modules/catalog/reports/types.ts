import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";

type Text = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** What somebody says is wrong with a listing. */
export const REPORT_REASONS = ["copied_design", "not_handmade", "wrong_origin", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_REASON_TEXTS: Readonly<Record<ReportReason, Text>> = {
  copied_design: m["reviews.report.reason.copiedDesign"],
  not_handmade: m["reviews.report.reason.notHandmade"],
  wrong_origin: m["reviews.report.reason.wrongOrigin"],
  other: m["reviews.report.reason.other"],
};

/** What the Federation does after it has read both sides. */
export const REPORT_OUTCOMES = ["no_action", "warned", "sent_back", "taken_down"] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

export const REPORT_OUTCOME_TEXTS: Readonly<Record<ReportOutcome, Text>> = {
  no_action: m["reviews.report.outcome.noAction"],
  warned: m["reviews.report.outcome.warned"],
  sent_back: m["reviews.report.outcome.sentBack"],
  taken_down: m["reviews.report.outcome.takenDown"],
};

/** The rule of the catalogue that a decision against a listing rests on. */
export const REPORT_RULES = ["own_design", "handmade", "origin", "catalogue"] as const;
export type ReportRule = (typeof REPORT_RULES)[number];

export const REPORT_RULE_TEXTS: Readonly<Record<ReportRule, Text>> = {
  own_design: m["reviews.report.rule.ownDesign"],
  handmade: m["reviews.report.rule.handmade"],
  origin: m["reviews.report.rule.origin"],
  catalogue: m["reviews.report.rule.catalogue"],
};

/** Name of the queue in which cases wait for the Federation. */
export const REPORT_QUEUE = "reports";

/** Most times that a seller speaks in one case. */
export const MOST_STATEMENTS = 10;

export type FileRefusal = "listing-missing" | "already-reported" | "throttled";
export type AnswerRefusal = "case-missing" | "case-decided" | "said-enough";
export type CaseRefusal = "case-missing" | "rule-missing" | "answer-awaited";

export type Statement = { words: string; saidAt: Date };

/** What is the same on the desk and in the seller's workspace. */
export type ReportCase = {
  caseId: string;
  sellerId: string;
  sellerName: string;
  /** As the public saw it when it was first reported. */
  listing: {
    listingId: string;
    slug: string;
    title: string;
    status: string;
    /** The publication that was on the page. */
    version: number;
    /** Whether there is a page of it at this moment. */
    isPublic: boolean;
    picture: { sha256: string; placeholder: string } | undefined;
  };
  version: number;
  openedAt: Date;
  answerBy: Date;
  /** Reasons and words of those who reported it, without who they are; the first first. */
  reports: { reason: ReportReason; words: string | undefined; reportedAt: Date }[];
  statements: Statement[];
  decision: { outcome: ReportOutcome; rule: ReportRule | undefined; facts: string; decidedAt: Date } | undefined;
};

/** Whether the seller has said nothing yet and was promised that she may. */
export function isAnswerAwaited(
  { statements, answerBy }: Pick<ReportCase, "statements" | "answerBy">,
  now: Date,
): boolean {
  return statements.length === 0 && answerBy > now;
}
