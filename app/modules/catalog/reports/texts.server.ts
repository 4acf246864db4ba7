import { z } from "zod";
import type { DecisionRefusal } from "~/modules/reviews";
import { m } from "~/paraglide/messages.js";
import {
  REPORT_OUTCOMES,
  REPORT_REASONS,
  REPORT_RULES,
  type AnswerRefusal,
  type CaseRefusal,
  type FileRefusal,
} from "./types";

const said = (message: () => string) => ({ error: message });
const LONGEST_WORDS = 2_000;
const atMost = said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORDS }));

/** `website` is a trap: people do not see it, and what fills in everything fills it in. */
export const reportInput = z
  .object({
    reason: z.enum(REPORT_REASONS, said(m["reviews.report.mend.reason"])),
    words: z.string().trim().max(LONGEST_WORDS, atMost).optional(),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .max(200, said(m["accounts.mend.email"]))
      .pipe(z.email(said(m["accounts.mend.email"])))
      .optional(),
    website: z.string().optional(),
  })
  .refine(({ reason, words }) => reason !== "other" || (words ?? "").length >= 10, {
    path: ["words"],
    error: m["reviews.report.mend.otherWords"],
  });

const words = z
  .string(said(m["reviews.report.mend.words"]))
  .trim()
  .min(2, said(m["reviews.report.mend.words"]))
  .max(LONGEST_WORDS, atMost);

export const answerReportInput = z.object({ words });

export const decideReportInput = z.object({
  subjectVersion: z.coerce.number().int().positive(),
  outcome: z.enum(REPORT_OUTCOMES, said(m["reviews.report.mend.outcome"])),
  rule: z.enum(REPORT_RULES, said(m["reviews.report.refusal.ruleMissing"])).optional(),
  facts: z
    .string(said(m["reviews.report.mend.facts"]))
    .trim()
    .min(10, said(m["reviews.report.mend.facts"]))
    .max(LONGEST_WORDS, atMost),
  unheard: z
    .literal("on")
    .optional()
    .transform((ticked) => ticked !== undefined),
});

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const fileRefusalText: Texts<FileRefusal> = {
  "listing-missing": m["reviews.report.refusal.listingMissing"],
  "already-reported": m["reviews.report.refusal.alreadyReported"],
  throttled: m["reviews.report.refusal.throttled"],
};

export const answerRefusalText: Texts<AnswerRefusal> = {
  "case-missing": m["reviews.report.refusal.caseMissing"],
  "case-decided": m["reviews.report.refusal.caseDecided"],
  "said-enough": m["reviews.report.refusal.saidEnough"],
};

export const caseRefusalText: Texts<DecisionRefusal | CaseRefusal> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.report.refusal.moreWords"],
  "reason-missing": m["reviews.report.mend.facts"],
  "case-missing": m["reviews.refusal.missing"],
  "rule-missing": m["reviews.report.refusal.ruleMissing"],
  "answer-awaited": m["reviews.report.refusal.answerAwaited"],
};
