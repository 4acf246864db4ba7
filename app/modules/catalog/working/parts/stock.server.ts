import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { z } from "zod";
import type { Trx } from "~/platform/db/db.server";
import { LOCALES } from "~/platform/i18n/locales";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { toDecimal } from "~/platform/money";
import type { PriceTier } from "../../types";
import type { Working } from "../read-listing.server";
import type { PartRoom } from "./part";
import { exportCurrencyOf } from "./price.server";
import { MOST_VARIANTS, type stockInput, type VariantInput } from "./stock-schema.server";

/** Empty rows at the end of the table, for more variants without scripts. */
const SPARE_ROWS = 2;

/** What is there, what can be made and how soon, variant by variant. */
export const stockPart: PartRoom<z.output<typeof stockInput>> = {
  valuesOf(working) {
    const { listing, variants } = working;
    const currency = exportCurrencyOf(working);
    const rows = variants.map(({ variantId, names, sku, stockQuantity, homeTiers, exportTiers }) => ({
      variantId,
      ...Object.fromEntries(LOCALES.map((locale) => [locale, names.find((one) => one.locale === locale)?.name ?? ""])),
      sku,
      stock: String(stockQuantity),
      price: priceOf(homeTiers),
      exportPrice: priceOf(exportTiers),
      currency,
    }));
    const empty = { az: "", en: "", ru: "", sku: "", stock: "", price: "", exportPrice: "", currency };
    const spare = Math.min(rows.length === 0 ? 1 : SPARE_ROWS, MOST_VARIANTS - rows.length);
    return {
      stockPolicy: listing.stockPolicy ?? "",
      leadTimeDays: listing.leadTimeDays === null ? "" : String(listing.leadTimeDays),
      monthlyCapacity: listing.monthlyCapacity === null ? "" : String(listing.monthlyCapacity),
      variants: [...rows, ...Array.from({ length: spare }, () => empty)],
    };
  },

  async write(trx, working, { stockPolicy, leadTimeDays, monthlyCapacity, variants }) {
    const { listing } = working;
    const known = new Set(working.variants.map(({ variantId }) => variantId));
    if (variants.some(({ variantId }) => variantId !== undefined && !known.has(variantId))) return "variant-missing";
    await trx
      .updateTable("listings")
      .set({
        stockPolicy: stockPolicy ?? null,
        leadTimeDays: leadTimeDays ?? null,
        monthlyCapacity: monthlyCapacity ?? null,
      })
      .where("id", "=", listing.id)
      .execute();
    await replaceVariants(trx, working, variants);
    // Stock is seen as it is, not as it was published.
    if (working.status === "published") {
      await enqueue(trx, "index-listing", { listingId: listing.id }, { jobKey: `index-listing:${listing.id}` });
    }
    return undefined;
  },
};

function priceOf([tier]: readonly PriceTier[]): string {
  return tier ? toDecimal({ amountMinor: BigInt(tier.amountMinor), currency: tier.currency }) : "";
}

/** Leaves the given variants; others rest under another number, since what was sold once may refer to them. */
async function replaceVariants(trx: Trx, working: Working, given: readonly VariantInput[]) {
  const { listing, variants } = working;
  const listingId = listing.id;
  const { last } = await trx
    .selectFrom("listingVariants")
    .where("listingId", "=", listingId)
    .select((eb) => eb.fn.coalesce(eb.fn.max("position"), eb.val(-1)).as("last"))
    .executeTakeFirstOrThrow();
  const places = await trx
    .selectFrom("listingVariants")
    .select(["id", "position"])
    .where("listingId", "=", listingId)
    .where("isActive", "is", true)
    .limit(MOST_VARIANTS)
    .execute();
  const taken = new Set(given.flatMap(({ sku }) => sku ?? []));
  /** A number for what was left without one: its own, unless another variant has been given that. */
  const freeSku = (own: string | undefined): string => {
    let sku = own;
    for (let number = 1; sku === undefined || taken.has(sku); number += 1) {
      sku = `${listingId.slice(0, 6).toUpperCase()}-${number}`;
    }
    taken.add(sku);
    return sku;
  };
  let position = last;
  const rows = given.map((row) => {
    const own = variants.find(({ variantId }) => variantId === row.variantId);
    const place = places.find(({ id }) => id === row.variantId);
    if (!place) position += 1;
    return {
      ...row,
      id: row.variantId ?? randomUUID(),
      position: place?.position ?? position,
      sku: row.sku ?? freeSku(own?.sku),
    };
  });
  // Two that exchange their numbers would meet on the way: all let go of theirs first.
  await trx
    .updateTable("listingVariants")
    .set({ isActive: false, sku: sql<string>`sku || ' ' || id` })
    .where("listingId", "=", listingId)
    .where("isActive", "is", true)
    .execute();
  await trx.deleteFrom("priceTiers").where("listingId", "=", listingId).where("variantId", "is not", null).execute();
  if (rows.length === 0) return;
  await trx
    .insertInto("listingVariants")
    .values(
      rows.map(({ id, position: at, sku, stock }) => ({
        id,
        listingId,
        position: at,
        sku,
        stockQuantity: stock ?? 0,
        isActive: true,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        sku: eb.ref("excluded.sku"),
        stockQuantity: eb.ref("excluded.stockQuantity"),
        isActive: true,
      })),
    )
    .execute();
  await writeNames(trx, rows);
  const exportCurrency = exportCurrencyOf(working);
  const priced = rows.flatMap(({ id, price, exportPrice }) => {
    const tier = { listingId, variantId: id, minimumQuantity: 1 };
    return [
      ...(price ? [{ ...tier, side: "home" as const, amountMinor: price, currency: "AZN" }] : []),
      ...(exportPrice
        ? [{ ...tier, side: "export" as const, amountMinor: exportPrice, currency: exportCurrency }]
        : []),
    ];
  });
  if (priced.length > 0) await trx.insertInto("priceTiers").values(priced).execute();
}

async function writeNames(trx: Trx, rows: readonly (VariantInput & { id: string })[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await trx.deleteFrom("listingVariantTexts").where("variantId", "in", ids).execute();
  const names = rows.flatMap((row) =>
    LOCALES.flatMap((locale) => {
      const name = row[locale];
      return name === undefined ? [] : [{ variantId: row.id, locale, name }];
    }),
  );
  if (names.length > 0) await trx.insertInto("listingVariantTexts").values(names).execute();
}
