import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { fromDecimal } from "~/platform/money";
import { isPlaceOfSeller } from "../../incoterm";
import { EXPORT_CURRENCIES } from "../../currencies";
import { PRICE_KINDS } from "../../types";
import { isChecked, optionalNumber, optionalText, priceMistake } from "./mend.server";

/** What one unit of a good, or of a service, may be. */
export const GOOD_UNITS = ["piece", "set", "metre"] as const;
export const SERVICE_UNITS = ["project", "day", "person", "set", "1000 characters"] as const;
/** Steps of a price by quantity: more cannot be overlooked on a page. */
export const MOST_TIERS = 4;
const MOST_UNITS = 100_000;

const row = z.object({ from: optionalNumber({ least: 1, most: MOST_UNITS }), amount: z.string().trim().optional() });
const rows = z.array(row).max(MOST_TIERS).default([]);

export type TierInput = { minimumQuantity: number; amountMinor: bigint; currency: string };

export const priceInput = z
  .object({
    priceKind: z.enum(PRICE_KINDS, { error: () => m["catalog.mend.choice"]() }),
    priceUnit: z.enum([...GOOD_UNITS, ...SERVICE_UNITS], { error: () => m["catalog.mend.choice"]() }),
    minimumOrderQuantity: optionalNumber({ least: 1, most: MOST_UNITS }),
    home: rows,
    isOpenToExport: isChecked,
    exportCurrency: z.enum(EXPORT_CURRENCIES, { error: () => m["catalog.mend.choice"]() }).default("EUR"),
    abroad: rows,
    incotermCode: z
      .string()
      .regex(/^[A-Z]{3}$/, { error: () => m["catalog.mend.choice"]() })
      .optional(),
    incotermPlace: optionalText(120),
  })
  .transform((input, context) => ({
    priceKind: input.priceKind,
    priceUnit: input.priceUnit,
    minimumOrderQuantity: input.minimumOrderQuantity ?? 1,
    isOpenToExport: input.isOpenToExport,
    homeTiers: tiersOf(input.home, "home", "AZN", input.priceKind, context),
    exportTiers: tiersOf(input.abroad, "abroad", input.exportCurrency, input.priceKind, context),
    incoterm: incotermOf(input.incotermCode, input.incotermPlace, context),
  }));

type Context = z.core.$RefinementCtx;

/** Whole rows, the smallest quantity first; a price without steps is its first row. */
function tiersOf(
  given: readonly z.output<typeof row>[],
  name: string,
  currency: string,
  priceKind: string,
  context: Context,
): TierInput[] {
  if (priceKind === "on_request") return [];
  const tiers: TierInput[] = [];
  for (const [index, { from, amount }] of given.slice(0, priceKind === "fixed" ? 1 : MOST_TIERS).entries()) {
    if (amount === undefined) {
      if (from !== undefined && index > 0) mend(context, [name, index, "amount"], m["catalog.mend.price"]());
      continue;
    }
    const price = fromDecimal(amount, currency);
    // The quantity of a price without steps is not shown, so what stands in it does not count.
    const least = priceKind === "fixed" ? 1 : (from ?? (index === 0 ? 1 : 0));
    if (!price || price.amountMinor <= 0n) mend(context, [name, index, "amount"], priceMistake(amount));
    else tiers.push({ minimumQuantity: least, ...price });
    if (index > 0 && from === undefined) mend(context, [name, index, "from"], m["catalog.mend.tierFrom"]());
  }
  tiers.sort((a, b) => a.minimumQuantity - b.minimumQuantity);
  for (const [index, tier] of tiers.entries()) {
    const before = tiers[index - 1];
    if (!before) continue;
    if (before.minimumQuantity === tier.minimumQuantity) mend(context, [name], m["catalog.mend.tierTwice"]());
    else if (before.amountMinor <= tier.amountMinor) mend(context, [name], m["catalog.mend.tierDearer"]());
  }
  return tiers;
}

function incotermOf(code: string | undefined, place: string | undefined, context: Context) {
  if (code === undefined) return undefined;
  if (place) return { code, place };
  const whose = isPlaceOfSeller(code) ? m["catalog.mend.incotermPlace"] : m["catalog.mend.incotermPlaceBuyer"];
  mend(context, ["incotermPlace"], whose());
  return undefined;
}

function mend(context: Context, path: (string | number)[], message: string): void {
  context.addIssue({ code: "custom", path, message });
}
