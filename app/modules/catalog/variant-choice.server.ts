import { m } from "~/paraglide/messages.js";
import { textIn, type Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { priceText, type DayRates } from "./format.server";
import { offerFor } from "./offer";
import type { ListingSnapshot, PublishedVariant } from "./types";
import type { VariantView } from "./views";

/** The size or colour that an address names by its SKU in `variant=`; undefined when there is nothing to choose. */
export function chosenVariant(
  { variants }: Pick<ListingSnapshot, "variants">,
  sku: string | undefined,
): PublishedVariant | undefined {
  return variants.length > 1 ? variants.find((variant) => variant.sku === sku) : undefined;
}

/** The listing as somebody sees it who chose a variant: at its prices, and with its pictures first. */
export function listingOfVariant(listing: ListingSnapshot, chosen: PublishedVariant): ListingSnapshot {
  const rank = (variantId: string | undefined) =>
    variantId === chosen.variantId ? 0 : variantId === undefined ? 1 : 2;
  return {
    ...listing,
    homeTiers: chosen.homeTiers ?? listing.homeTiers,
    exportTiers: chosen.exportTiers ?? listing.exportTiers,
    pictures: listing.pictures.toSorted((a, b) => rank(a.variantId) - rank(b.variantId)),
  };
}

export function variantName(
  { names, sku }: PublishedVariant,
  lang: Locale,
): { name: string; lang: Locale | undefined } {
  if (!names) return { name: sku, lang: undefined };
  const { text, locale } = textIn(names, lang);
  return { name: text, lang: locale === lang ? undefined : locale };
}

type Inputs = {
  listing: ListingSnapshot;
  chosen: PublishedVariant | undefined;
  /** Pieces of each variant that are there; one that is no longer sold has none. */
  stocks: Readonly<Record<string, number>>;
  quantity: number | undefined;
  reader: Reader;
  rates: DayRates;
};

/** A variant's price is a matter of quantity and country alone: neither stock nor ways say anything of it. */
const NO_SUPPLY = { stockQuantity: 0, monthlyCapacity: 0, firstBatch: 0, leadTimeDays: 0, dispatchDays: 0 };

/** What there is to choose from; nothing where a listing is of one kind. */
export function variantViews({ listing, chosen, stocks, quantity, reader, rates }: Inputs): VariantView[] {
  if (listing.variants.length < 2) return [];
  return listing.variants.map((variant) => {
    const { price } = offerFor(listingOfVariant(listing, variant), NO_SUPPLY, [], reader.destination, quantity);
    return {
      sku: variant.sku,
      ...variantName(variant, reader.lang),
      price: price && priceText(price.unit, reader, rates).text,
      stock: stockText(listing, stocks[variant.variantId] ?? 0),
      isChosen: variant.sku === chosen?.sku,
    };
  });
}

function stockText({ kind, stockPolicy }: ListingSnapshot, count: number): string | undefined {
  if (kind === "service") return undefined;
  if (count > 0) return m["catalog.variant.inStock"]({ count });
  return stockPolicy === "one_of_a_kind" ? m["catalog.variant.soldOut"]() : m["catalog.variant.madeToOrder"]();
}
