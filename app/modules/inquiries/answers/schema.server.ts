import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { LONGEST_ANSWER, LONGEST_ANSWER_TITLE, type AnswerRefusal } from "./types";

const said = (message: () => string) => ({ error: message });
const tooLong = (most: number) => said(() => m["accounts.mend.tooLong"]({ most }));
const translation = z.string().trim().max(LONGEST_ANSWER, tooLong(LONGEST_ANSWER)).optional();

export const answerInput = z.object({
  version: z.coerce.number().int().nonnegative().default(0),
  title: z
    .string(said(m["inquiries.answers.mend.title"]))
    .trim()
    .min(2, said(m["inquiries.answers.mend.title"]))
    .max(LONGEST_ANSWER_TITLE, tooLong(LONGEST_ANSWER_TITLE)),
  az: z
    .string(said(m["inquiries.answers.mend.az"]))
    .trim()
    .min(2, said(m["inquiries.answers.mend.az"]))
    .max(LONGEST_ANSWER, tooLong(LONGEST_ANSWER)),
  en: translation,
  ru: translation,
});

export const answerRefusalText: Readonly<Record<AnswerRefusal, () => string>> = {
  "answer-missing": m["inquiries.answers.refusal.missing"],
  "title-taken": m["inquiries.answers.refusal.titleTaken"],
  "too-many-answers": m["inquiries.answers.refusal.tooMany"],
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
};
