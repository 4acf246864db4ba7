import { z } from "zod";
import { m } from "~/paraglide/messages.js";

type Limits = { least: number; most: number };
type WholeNumber = Limits & {
  /** What to say of anything else. */
  mistake: (limits: Limits) => string;
};

const PLAIN = /^\d{1,9}$/;
/** Thousands in groups of three behind dots or commas; to some readers the same is a fraction. */
const GROUPED = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/;

/**
 * Reads a whole number as people type it, with spaces between thousands or none. "1.200" and "1,200" are one thing to one
 * reader and another to the next, as in `fromDecimal`: they are refused with the way to write what was probably meant.
 */
export function readWholeNumber(text: string, { least, most, mistake }: WholeNumber, context: z.RefinementCtx): number {
  const isWithin = (digits: string) => PLAIN.test(digits) && Number(digits) >= least && Number(digits) <= most;
  const plain = text.replaceAll(/\s/g, "");
  if (isWithin(plain)) return Number(plain);
  const ungrouped = GROUPED.test(plain) ? plain.replaceAll(/[.,]/g, "") : "";
  const message = isWithin(ungrouped) ? m["site.mend.grouped"]({ number: ungrouped }) : mistake({ least, most });
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** A field with a whole number. */
export const wholeNumber = (wanted: WholeNumber) =>
  z
    .string({ error: () => wanted.mistake(wanted) })
    .transform((text, context) => readWholeNumber(text, wanted, context));
