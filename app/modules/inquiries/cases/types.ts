import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import type { Side } from "../types";

type Text = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** What one side of a thread says is wrong with the other. */
export const INQUIRY_REPORT_REASONS = ["spam", "fraud", "abuse", "other"] as const;
export type InquiryReportReason = (typeof INQUIRY_REPORT_REASONS)[number];

export const INQUIRY_REPORT_REASON_TEXTS: Readonly<Record<InquiryReportReason, Text>> = {
  spam: m["inquiryCases.reason.spam"],
  fraud: m["inquiryCases.reason.fraud"],
  abuse: m["inquiryCases.reason.abuse"],
  other: m["inquiryCases.reason.other"],
};

/** What the Federation does after it has read the thread and both sides. */
export const INQUIRY_CASE_OUTCOMES = ["no_action", "warned", "stopped", "blocked"] as const;
export type InquiryCaseOutcome = (typeof INQUIRY_CASE_OUTCOMES)[number];

export const INQUIRY_CASE_OUTCOME_TEXTS: Readonly<Record<InquiryCaseOutcome, Text>> = {
  no_action: m["inquiryCases.outcome.noAction"],
  warned: m["inquiryCases.outcome.warned"],
  stopped: m["inquiryCases.outcome.stopped"],
  blocked: m["inquiryCases.outcome.blocked"],
};

/** The rule of the site that a decision against a side rests on. */
export const INQUIRY_CASE_RULES = ["honest_contact", "respect", "no_fraud", "terms"] as const;
export type InquiryCaseRule = (typeof INQUIRY_CASE_RULES)[number];

export const INQUIRY_CASE_RULE_TEXTS: Readonly<Record<InquiryCaseRule, Text>> = {
  honest_contact: m["inquiryCases.rule.honestContact"],
  respect: m["inquiryCases.rule.respect"],
  no_fraud: m["inquiryCases.rule.noFraud"],
  terms: m["inquiryCases.rule.terms"],
};

/** Name of the queue in which cases wait for the Federation. */
export const INQUIRY_REPORT_QUEUE = "inquiry_reports";

/** Most times that the reported side speaks in one case. */
export const MOST_CASE_STATEMENTS = 10;

/** Outcomes that staff may choose: a shop is not blocked here, suspending it is another desk's. */
export function outcomesOf(reportedBy: Side): readonly InquiryCaseOutcome[] {
  return INQUIRY_CASE_OUTCOMES.filter((outcome) => outcome !== "blocked" || reportedBy === "seller");
}

export type ReportRefusal = "inquiry-missing" | "already-reported" | "throttled";
export type AnswerReportRefusal = "case-missing" | "said-enough";
export type CaseRefusal = "case-missing" | "rule-missing" | "not-offered" | "answer-awaited";

export type InquiryCase = {
  caseId: string;
  inquiryId: string;
  reportedBy: Side;
  reason: InquiryReportReason;
  words: string | undefined;
  version: number;
  openedAt: Date;
  /** Until when the other side was promised that it may answer. */
  answerBy: Date;
  /** What the other side says, the first first. */
  statements: { words: string; saidAt: Date }[];
  decision:
    { outcome: InquiryCaseOutcome; rule: InquiryCaseRule | undefined; facts: string; decidedAt: Date } | undefined;
};

/** A case in the reader's words; `when` is a moment in Baku. */
export type InquiryCaseView = Pick<InquiryCase, "reportedBy" | "reason" | "words" | "version"> & {
  when: string;
  answerBy: string;
  /** Whether the other side has said nothing yet and has time left. */
  isUnheard: boolean;
  /** Whether it was decided while there was time left to answer. */
  isEarly: boolean;
  statements: { words: string; when: string }[];
  decision: (Omit<NonNullable<InquiryCase["decision"]>, "decidedAt"> & { when: string }) | undefined;
};

/** The reports of a thread as one of its sides sees them: the latest of its own, and the latest against it. */
export type OwnCases = { reference: string; mine: InquiryCase | undefined; against: InquiryCase | undefined };
