import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { wholeNumber } from "~/platform/http/whole-number.server";
import { fromDecimal, minorDigits } from "~/platform/money";
import { READER_CURRENCIES } from "~/platform/i18n/reader";
import { INQUIRY_KINDS, INQUIRY_SOURCES, LONGEST_MESSAGE, MOST_LINES } from "../types";

const said = (message: () => string) => ({ error: message });
const tooLong = (most: number) => said(() => m["accounts.mend.tooLong"]({ most }));

/** A field that comes once or several times is a list. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

const sourceDetailField = z.string().trim().max(200).optional().catch(undefined);

const messageField = z
  .string(said(m["inquiries.mend.message"]))
  .trim()
  .min(2, said(m["inquiries.mend.message"]))
  .max(LONGEST_MESSAGE, tooLong(LONGEST_MESSAGE));

/** Read in the currency that is chosen beside it. */
const amountField = z.string().trim().max(30, said(m["inquiries.mend.amount"]));
/** Whole units of a price; nobody asks for a dearer one. */
const HIGHEST_PRICE = 10n ** 9n;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, said(m["accounts.mend.email"]))
  .pipe(z.email(said(m["accounts.mend.email"])));

/** `website` is a trap: people do not see it, and what fills in everything fills it in. */
const asked = z.object({
  kind: z.enum(INQUIRY_KINDS).default("question"),
  seller: z.uuid(),
  listing: listOf(z.uuid()),
  variant: listOf(z.uuid().optional()),
  quantity: listOf(wholeNumber({ least: 1, most: 100_000, mistake: () => m["inquiries.mend.quantity"]() })),
  destination: z
    .string(said(m["inquiries.mend.destination"]))
    .regex(/^[A-Z]{2}$/, said(m["inquiries.mend.destination"])),
  neededBy: z.iso
    .date(said(m["inquiries.mend.date"]))
    .refine((day) => day > dayInBaku(clock()), said(m["inquiries.mend.datePast"]))
    .optional(),
  incoterm: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  target: amountField.optional(),
  targetCurrency: z.enum(READER_CURRENCIES).default("EUR"),
  message: messageField,
  name: z.string().trim().max(120, tooLong(120)).optional(),
  email: email.optional(),
  company: z.string().trim().max(120, tooLong(120)).optional(),
  source: z.enum(INQUIRY_SOURCES).catch("direct"),
  sourceDetail: sourceDetailField,
  shown: z.string().optional(),
  website: z.string().optional(),
});

type Asked = z.output<typeof asked>;

/** The three inputs of a line stand side by side in the form: what does not go together was not written by our page. */
const linesOf = ({ listing, variant, quantity }: Asked) =>
  listing.slice(0, MOST_LINES).map((listingId, at) => ({
    listingId,
    variantId: variant[at],
    quantity: quantity[at] ?? 1,
  }));

/** A price is more than nothing, and has no more digits than its currency. */
function isAmount(typed: string, currency: string): boolean {
  const { amountMinor } = fromDecimal(typed, currency) ?? { amountMinor: 0n };
  return amountMinor > 0n && amountMinor < HIGHEST_PRICE * 10n ** BigInt(minorDigits(currency));
}

export const askInput = asked
  .refine(({ target, targetCurrency }) => target === undefined || isAmount(target, targetCurrency), {
    path: ["target"],
    error: m["inquiries.mend.amount"],
  })
  .transform((value) => {
    const { listing: _listing, variant: _variant, quantity: _quantity, target, targetCurrency, ...rest } = value;
    return {
      ...rest,
      lines: linesOf(value),
      target: target === undefined ? undefined : fromDecimal(target, targetCurrency),
    };
  });

export type AskForm = z.output<typeof askInput>;

export const sampleInput = z.object({
  listing: z.uuid(),
  /** SKU of what was chosen on the page. */
  variant: z.string().max(100).optional(),
  source: z.enum(INQUIRY_SOURCES).catch("listing"),
  sourceDetail: sourceDetailField,
});
