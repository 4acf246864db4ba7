import { z } from "zod";
import { decideReportInput } from "~/modules/catalog/index.server";
import type { DecisionRefusal } from "~/modules/reviews";
import { m } from "~/paraglide/messages.js";
import {
  INQUIRY_CASE_OUTCOMES,
  INQUIRY_CASE_RULES,
  INQUIRY_REPORT_REASONS,
  type AnswerReportRefusal,
  type CaseRefusal,
  type ReportRefusal,
} from "./types";

const said = (message: () => string) => ({ error: message });
const LONGEST_WORDS = 2_000;
const atMost = said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORDS }));

export const reportInquiryInput = z
  .object({
    reason: z.enum(INQUIRY_REPORT_REASONS, said(m["reviews.report.mend.reason"])),
    words: z.string().trim().max(LONGEST_WORDS, atMost).optional(),
  })
  .refine(({ reason, words }) => reason !== "other" || (words ?? "").length >= 10, {
    path: ["words"],
    error: m["reviews.report.mend.otherWords"],
  });

/** As that of a listing's report, but for what may be done and by which rule. */
export const decideInquiryCaseInput = decideReportInput.extend({
  outcome: z.enum(INQUIRY_CASE_OUTCOMES, said(m["reviews.report.mend.outcome"])),
  rule: z.enum(INQUIRY_CASE_RULES, said(m["reviews.report.refusal.ruleMissing"])).optional(),
});

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const reportInquiryRefusalText: Texts<ReportRefusal> = {
  "inquiry-missing": m["inquiries.refusal.inquiryMissing"],
  "already-reported": m["inquiryCases.refusal.alreadyReported"],
  throttled: m["inquiryCases.refusal.throttled"],
};

export const answerInquiryReportRefusalText: Texts<AnswerReportRefusal> = {
  "case-missing": m["inquiryCases.refusal.noOpenCase"],
  "said-enough": m["reviews.report.refusal.saidEnough"],
};

export const inquiryCaseRefusalText: Texts<DecisionRefusal | CaseRefusal> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.report.refusal.moreWords"],
  "reason-missing": m["reviews.report.mend.facts"],
  "case-missing": m["reviews.refusal.missing"],
  "rule-missing": m["reviews.report.refusal.ruleMissing"],
  "answer-awaited": m["inquiryCases.refusal.answerAwaited"],
  "not-offered": m["inquiryCases.refusal.notOffered"],
};
