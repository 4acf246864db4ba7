import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { readWholeNumber } from "~/platform/http/whole-number.server";
import { fromDecimal } from "~/platform/money";

/** Texts of a field that may be left empty. */
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m["accounts.mend.tooLong"]({ most }) })
    .optional();

type WholeNumber = {
  least: number;
  most: number;
  /** What to say of anything else. */
  mistake?: (limits: { least: number; most: number }) => string;
};

/** A whole number as people type it; empty is undefined. */
export const optionalNumber = ({ least, most, mistake = m["catalog.mend.number"] }: WholeNumber) =>
  z
    .string()
    .optional()
    .transform((text, context) =>
      text === undefined ? undefined : readWholeNumber(text, { least, most, mistake }, context),
    );

/** A measure typed in a larger unit, such as centimetres with one decimal, kept as whole smaller ones. */
export const optionalMeasure = ({ perUnit, most }: { perUnit: number; most: number }) =>
  z
    .string()
    .trim()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return undefined;
      const plain = text.replaceAll(/[\s\u00a0]/g, "").replace(",", ".");
      const value = Math.round(Number(plain) * perUnit);
      if (/^\d{1,6}(?:\.\d{1,3})?$/.test(plain) && value >= 1 && value <= most) return value;
      context.addIssue({ code: "custom", message: m["catalog.mend.measure"]({ most: most / perUnit }) });
      return z.NEVER;
    });

/** Minor units of a price in any of the currencies that a seller may name, all of which have two decimals. */
export const optionalPrice = z
  .string()
  .trim()
  .optional()
  .transform((text, context): bigint | undefined => {
    if (text === undefined) return undefined;
    const price = fromDecimal(text, "AZN");
    if (price && price.amountMinor > 0n) return price.amountMinor;
    context.addIssue({ code: "custom", message: priceMistake(text) });
    return z.NEVER;
  });

/** What is wrong with a text that is no price: it is a number that costs nothing, or no number. */
export function priceMistake(text: string): string {
  const isNumber = /^[-−]?\s*\d[\d\s.,]*$/.test(text);
  const isPositive = isNumber && !/^[-−]/.test(text) && /[1-9]/.test(text);
  return isNumber && !isPositive ? m["catalog.mend.pricePositive"]() : m["catalog.mend.price"]();
}

export const isChecked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** One of a closed list, or nothing. */
export const optionalChoice = <const Known extends readonly string[]>(known: Known) =>
  z.enum(known, { error: () => m["catalog.mend.choice"]() }).optional();
