import { m } from "~/paraglide/messages.js";
import type { Locale, LocaleTexts } from "~/platform/i18n/locales";

type Text = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** Names of the queues in which papers wait for the Federation. */
export const EVIDENCE_QUEUE = "evidence";
export const RECHECK_QUEUE = "evidence_rechecks";

const EVIDENCE_STATUSES = ["submitted", "verified", "rejected", "withdrawn"] as const;
export type EvidenceStatus = (typeof EVIDENCE_STATUSES)[number];

/** The table's check allows no other. */
export function evidenceStatus(text: string): EvidenceStatus {
  return EVIDENCE_STATUSES.find((status) => status === text) ?? "withdrawn";
}

/** What is wrong with a paper that is not accepted. */
export const EVIDENCE_REASONS = [
  "unreadable",
  "wrong-paper",
  "other-holder",
  "parts-missing",
  "out-of-date",
  "not-genuine",
  "other",
] as const;
export type EvidenceReason = (typeof EVIDENCE_REASONS)[number];

export const EVIDENCE_REASON_TEXTS: Readonly<Record<EvidenceReason, Text>> = {
  unreadable: m["evidence.reason.unreadable"],
  "wrong-paper": m["evidence.reason.wrongPaper"],
  "other-holder": m["evidence.reason.otherHolder"],
  "parts-missing": m["evidence.reason.incomplete"],
  "out-of-date": m["evidence.reason.outOfDate"],
  "not-genuine": m["evidence.reason.notGenuine"],
  other: m["evidence.reason.other"],
};

/** The field of a review's reason that a paper is sent back for: there is only the paper. */
export const EVIDENCE_FIELD = "evidence";

/** Longest words of an answer, a question or a reason. */
export const LONGEST_EVIDENCE_WORDS = 1_000;

/** A criterion that a paper proves. Source: `db/reference/readiness-criteria.json`, as staff have published it. */
export type EvidenceType = {
  documentType: string;
  criterionId: string;
  appliesTo: "goods" | "services" | "both";
  appliesWhen: string | undefined;
  title: LocaleTexts<string>;
  why: LocaleTexts<string>;
  nextAction: LocaleTexts<string>;
  /** How long after its issue a paper may count at most. */
  validityMonths: number;
  /** It is asked for every product group, so that a paper names those that it covers. */
  isPerGroup: boolean;
};

/** A paper as it was brought; it is never overwritten. */
export type EvidenceRow = {
  evidenceId: string;
  documentType: string;
  status: EvidenceStatus;
  /** Calendar days; it counts on the day on which it expires, too. */
  issuedOn: string;
  expiresOn: string;
  submittedAt: Date;
  decidedAt: Date | undefined;
  /** Product groups that it covers; none means all. */
  categoryIds: string[];
  /** Staff have asked something and wait for an answer or for another paper. */
  isAsked: boolean;
  /** Undefined when its file has been destroyed, and for what never had one. */
  paper: { paperId: string; name: string; contentType: string } | undefined;
};

export type DateRefusal = "issued-in-future" | "ends-before-issue" | "expired" | "lasts-too-long";
export type KnownRefusal = "type-missing" | "changed-elsewhere" | "too-many-papers" | "group-missing";
export type AnswerEvidenceRefusal = "not-asked";
export type TakeBackRefusal = "not-waiting";
/** Why somebody of staff is kept from a paper. */
export type ApartRefusal = "filled-by-you" | "verified-by-you";

export type PaperStanding = "none" | "waiting" | "asked" | "rejected" | "verified" | "ends_soon" | "expired";

/** Where a shop stands with one paper, in the reader's words. */
export type PaperView = {
  documentType: string;
  name: string;
  /** What it proves. */
  title: string;
  standing: PaperStanding;
  /** The day on which what counts ends, or on which what counted has ended. */
  until: string | undefined;
  /** What is under way beside a paper that counts. */
  newer: "waiting" | "asked" | "rejected" | undefined;
};
