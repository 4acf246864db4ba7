import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { CHOSEN_LEVELS } from "./types";

const MOST_WEIGHT = 100;
const MOST_MONTHS = 120;
const LONGEST_NAME = 30;
const LONGEST_TEXT = 1_000;

const revision = z.coerce.number().int();

/** A whole number in words that say how to mend it. */
const wholeNumber = (least: number, most: number) => {
  const error = () => m["staffReadiness.criteria.mend.number"]({ least: String(least), most: String(most) });
  return z
    .string({ error })
    .trim()
    .regex(/^\d{1,6}$/, { error })
    .transform(Number)
    .refine((value) => value >= least && value <= most, { error, abort: true });
};

const text = z
  .string({ error: () => m["staffReadiness.criteria.mend.threeLanguages"]() })
  .trim()
  .min(1, { error: () => m["staffReadiness.criteria.mend.threeLanguages"]() })
  .max(LONGEST_TEXT, { error: () => m["accounts.mend.tooLong"]({ most: LONGEST_TEXT }) });

export const startDraftInput = z.object({
  version: z
    .string({ error: () => m["staffReadiness.criteria.mend.version"]() })
    .trim()
    .min(1, { error: () => m["staffReadiness.criteria.mend.version"]() })
    .max(LONGEST_NAME, { error: () => m["accounts.mend.tooLong"]({ most: LONGEST_NAME }) }),
});

export const revisionInput = z.object({ revision });

/** Least scores rise from level to level. */
export const levelsInput = z
  .object({
    revision,
    preparing: wholeNumber(1, 100),
    ready: wholeNumber(1, 100),
    exporting: wholeNumber(1, 100),
  })
  .superRefine((levels, context) => {
    CHOSEN_LEVELS.forEach((level, at) => {
      const below = CHOSEN_LEVELS[at - 1];
      if (below === undefined || levels[level] > levels[below]) return;
      const message = m["staffReadiness.criteria.mend.ascending"]({ below: String(levels[below]) });
      context.addIssue({ code: "custom", path: [level], message });
    });
  });
export type LevelsInput = z.output<typeof levelsInput>;

export const criterionInput = z.object({
  revision,
  weight: wholeNumber(1, MOST_WEIGHT),
  /** Left out where no paper is asked for. */
  validityMonths: wholeNumber(1, MOST_MONTHS).optional(),
  isOn: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  titleAz: text,
  titleEn: text,
  titleRu: text,
  whyAz: text,
  whyEn: text,
  whyRu: text,
  nextActionAz: text,
  nextActionEn: text,
  nextActionRu: text,
});
export type CriterionInput = z.output<typeof criterionInput>;
