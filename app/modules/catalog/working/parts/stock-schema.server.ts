import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { STOCK_POLICIES } from "../../types";
import { optionalChoice, optionalNumber, optionalPrice, optionalText } from "./mend.server";

/** Sizes or colours of one thing; what differs more is another listing. */
export const MOST_VARIANTS = 20;
export const MOST_PIECES = 1_000_000;

const variant = z.object({
  variantId: z.uuid().optional(),
  az: optionalText(80),
  en: optionalText(80),
  ru: optionalText(80),
  sku: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}._/-]{1,40}$/u, { error: () => m["catalog.mend.sku"]() })
    .optional(),
  stock: optionalNumber({ least: 0, most: MOST_PIECES }),
  price: optionalPrice,
  exportPrice: optionalPrice,
  isGone: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

export type VariantInput = z.output<typeof variant>;

export const stockInput = z
  .object({
    stockPolicy: optionalChoice(STOCK_POLICIES),
    leadTimeDays: optionalNumber({ least: 0, most: 730 }),
    monthlyCapacity: optionalNumber({ least: 0, most: MOST_PIECES }),
    variants: z.array(variant).max(MOST_VARIANTS).default([]),
  })
  .superRefine(({ stockPolicy, leadTimeDays, variants }, context) => {
    const mend = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message, input: undefined });
    if (stockPolicy === "made_to_order" && leadTimeDays === undefined) {
      mend(["leadTimeDays"], m["catalog.mend.leadTime"]());
    }
    const kept = variants.map((row, index) => ({ ...row, index })).filter(isKept);
    if (stockPolicy === "one_of_a_kind" && kept.reduce((sum, { stock = 0 }) => sum + stock, 0) > 1) {
      mend(["variants", kept[0]?.index ?? 0, "stock"], m["catalog.mend.oneOfAKind"]());
    }
    for (const { index, az, sku } of kept) {
      if (kept.length > 1 && az === undefined) mend(["variants", index, "az"], m["catalog.mend.variantName"]());
      const twin = kept.find((other) => other.index < index && az !== undefined && isSameName(other.az, az));
      if (twin) mend(["variants", index, "az"], m["catalog.mend.variantTwice"]({ name: az ?? "" }));
      if (sku !== undefined && kept.some((other) => other.index < index && other.sku === sku)) {
        mend(["variants", index, "sku"], m["catalog.refusal.skuTaken"]());
      }
    }
  })
  .transform(({ variants, ...rest }) => ({ ...rest, variants: variants.filter(isKept) }));

function isSameName(one: string | undefined, other: string): boolean {
  return one?.toLocaleLowerCase("az") === other.toLocaleLowerCase("az");
}

/** A row that says nothing, and is no variant yet, is none; one with a tick to take it away is none any more. */
function isKept({ variantId, az, en, ru, sku, stock, price, exportPrice, isGone }: VariantInput): boolean {
  if (isGone) return false;
  return variantId !== undefined || [az, en, ru, sku, stock, price, exportPrice].some((value) => value !== undefined);
}
