import { LOCALES, type LocaleTexts } from "~/platform/i18n/locales";
import type { Row } from "../bulk";
import type { SeedListing } from "./catalogue";
import { seedUuid } from "./ids";

type Size = { name: LocaleTexts<string>; stock?: number; homeMinor?: number; exportMinor?: number };

const plain = (name: string, more: Omit<Size, "name"> = {}): Size => ({
  name: { az: name, en: name, ru: name },
  ...more,
});

const inCentimetres = (from: number, to: number, more: Omit<Size, "name"> = {}): Size => ({
  name: { az: `${from}–${to} sm`, en: `${from}–${to} cm`, ru: `${from}–${to} см` },
  ...more,
});

/** Listings of the demo that come in sizes, as their descriptions say; invented. The first is what the catalogue has. */
const SIZES: Readonly<Record<string, readonly Size[]>> = {
  p023: [
    plain("S"),
    plain("M", { stock: 2 }),
    plain("L", { stock: 1 }),
    plain("XL", { homeMinor: 25_000, exportMinor: 14_800 }),
  ],
  p047: [plain("S"), plain("M", { stock: 3 }), plain("L"), plain("XL", { homeMinor: 16_500, exportMinor: 11_100 })],
  p138: [36, 38, 40, 42, 44].map((size, index) => plain(String(size), index === 2 ? { stock: 1 } : {})),
  p140: [plain("XS"), plain("S", { stock: 1 }), plain("M", { stock: 2 }), plain("L"), plain("XXL")],
  p142: [inCentimetres(54, 55), inCentimetres(56, 57, { stock: 4 }), inCentimetres(58, 60, { stock: 2 })],
};

/** Of the variant that every listing has, and of the sizes after it. */
export function seedVariantId(listingId: string, index: number): string {
  return seedUuid("variant", index === 0 ? listingId : `${listingId} ${index}`);
}

/** The sizes of a listing after its first, the names of all, and what the large ones cost. */
export function sizeRows(listing: SeedListing): { variants: Row[]; names: Row[]; prices: Row[] } {
  const sizes = SIZES[listing.id] ?? [];
  const listing_id = seedUuid("listing", listing.id);
  const currency = listing.export_price?.currency;
  return {
    variants: sizes.slice(1).map(({ stock = 0 }, index) => ({
      id: seedVariantId(listing.id, index + 1),
      listing_id,
      position: index + 1,
      sku: `${listing.sku}-${index + 2}`,
      stock_quantity: stock,
    })),
    names: sizes.flatMap(({ name }, index) =>
      LOCALES.map((locale) => ({ variant_id: seedVariantId(listing.id, index), locale, name: name[locale] })),
    ),
    prices: sizes.flatMap(({ homeMinor, exportMinor }, index) => {
      const tier = { listing_id, variant_id: seedVariantId(listing.id, index), minimum_quantity: 1 };
      return [
        ...(homeMinor ? [{ ...tier, side: "home", amount_minor: homeMinor, currency: "AZN" }] : []),
        ...(exportMinor && currency ? [{ ...tier, side: "export", amount_minor: exportMinor, currency }] : []),
      ];
    }),
  };
}
