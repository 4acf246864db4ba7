import { z } from "zod";
import { EXPORT_REASONS, PACKAGE_KINDS, SECOND_LANGUAGES } from "~/modules/documents";
import { m } from "~/paraglide/messages.js";
import { wholeNumber } from "~/platform/http/whole-number.server";

const said = (message: () => string) => ({ error: message });
const number = (most: number) => wholeNumber({ least: 1, most, mistake: () => m["orders.deed.mend.number"]() });
const decimal = z
  .string()
  .trim()
  .regex(/^\d{1,9}(?:[.,]\d{1,6})?$/, said(m["orders.deed.mend.amount"]));
const centimetres = number(2_000).optional();

/** What only whoever packs and sends knows; each kind asks for its own of it. */
export const documentDetailsInput = z.object({
  /** The document that stood when the form was shown: this one replaces it. */
  replaces: z.uuid().optional(),
  second: z.enum(SECOND_LANGUAGES).default("en"),
  incoterm: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  incotermPlace: z.string().trim().max(200).optional(),
  reason: z.enum(EXPORT_REASONS).default("sale"),
  packageCount: number(10_000).optional(),
  packageKind: z.enum(PACKAGE_KINDS).default("carton"),
  grossGrams: number(30_000_000).optional(),
  /** Whoever issues it has seen that another document of the order says another weight. */
  isOtherWeight: z.boolean().default(false),
  lengthCm: centimetres,
  widthCm: centimetres,
  heightCm: centimetres,
  /** An amount in the order's currency, which the form does not say. */
  postage: z.string().trim().max(30, said(m["orders.deed.mend.amount"])).optional(),
  /** AZN for one SDR, by the list of the Central Bank. */
  sdr: decimal.optional(),
});
export type DocumentDetails = z.output<typeof documentDetailsInput>;

/** Decimal text as millionths: "2.2845" is 2284500n. */
export function millionthsOf(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace(",", ".").split(".");
  return BigInt(`${whole}${fraction.padEnd(6, "0").slice(0, 6)}`);
}
