import type { z } from "zod";
import type { Trx } from "~/platform/db/db.server";
import { toDecimal } from "~/platform/money";
import type { Working } from "../read-listing.server";
import type { PartRoom } from "./part";
import { EXPORT_CURRENCIES } from "../../currencies";
import { MOST_TIERS, type priceInput, type TierInput } from "./price-schema.server";

/** What one costs at home and abroad, how many at least, and under which term of delivery. */
export const pricePart: PartRoom<z.output<typeof priceInput>> = {
  valuesOf(working) {
    const { listing } = working;
    return {
      priceKind: listing.priceKind,
      priceUnit: listing.priceUnit,
      minimumOrderQuantity: String(listing.minimumOrderQuantity),
      home: rowsOf(working, "home"),
      isOpenToExport: listing.isOpenToExport ? "on" : undefined,
      exportCurrency: exportCurrencyOf(working),
      abroad: rowsOf(working, "export"),
      incotermCode: listing.incotermCode ?? "",
      incotermPlace: listing.incotermPlace ?? "",
    };
  },

  async write(trx, { listing, tiers }, price) {
    const { priceKind, priceUnit, minimumOrderQuantity, isOpenToExport, incoterm } = price;
    if (incoterm) {
      const known = await trx
        .selectFrom("incoterms")
        .select("code")
        .where("code", "=", incoterm.code)
        .executeTakeFirst();
      if (!known) return "incoterm-missing";
    }
    await trx
      .updateTable("listings")
      .set({
        priceKind,
        priceUnit,
        minimumOrderQuantity,
        isOpenToExport,
        ...(listing.kind === "good"
          ? { incotermCode: incoterm?.code ?? null, incotermPlace: incoterm?.place ?? null }
          : {}),
      })
      .where("id", "=", listing.id)
      .execute();
    // A price on request keeps its figures to itself: they are there again when it has one.
    if (priceKind === "on_request" && tiers.length > 0) return undefined;
    await replaceTiers(trx, listing.id, "home", price.homeTiers);
    await replaceTiers(trx, listing.id, "export", price.exportTiers);
    const [abroad] = price.exportTiers;
    if (abroad) {
      // Variants with a price of their own go along: a listing is sold abroad in one currency.
      await trx
        .updateTable("priceTiers")
        .set({ currency: abroad.currency })
        .where("listingId", "=", listing.id)
        .where("side", "=", "export")
        .where("variantId", "is not", null)
        .execute();
    }
    return undefined;
  },
};

/** The one currency in which a listing and its variants are sold abroad. */
export function exportCurrencyOf({ tiers, variants }: Pick<Working, "tiers" | "variants">): string {
  const abroad = tiers.find(({ side }) => side === "export") ?? variants.flatMap(({ exportTiers }) => exportTiers)[0];
  return abroad?.currency ?? EXPORT_CURRENCIES[0];
}

function rowsOf({ tiers }: Working, side: "home" | "export"): { from: string; amount: string }[] {
  const own = tiers.filter((tier) => tier.side === side).toSorted((a, b) => a.minimumQuantity - b.minimumQuantity);
  return Array.from({ length: MOST_TIERS }, (_, index) => {
    const tier = own[index];
    if (!tier) return { from: "", amount: "" };
    const amount = toDecimal({ amountMinor: BigInt(tier.amountMinor), currency: tier.currency });
    return { from: String(tier.minimumQuantity), amount };
  });
}

/** Prices that hold for all variants. */
export async function replaceTiers(
  trx: Trx,
  listingId: string,
  side: "home" | "export",
  tiers: readonly TierInput[],
): Promise<void> {
  await trx
    .deleteFrom("priceTiers")
    .where("listingId", "=", listingId)
    .where("side", "=", side)
    .where("variantId", "is", null)
    .execute();
  if (tiers.length === 0) return;
  await trx
    .insertInto("priceTiers")
    .values(tiers.map((tier) => ({ listingId, side, ...tier })))
    .execute();
}
