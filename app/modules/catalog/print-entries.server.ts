import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { selectListingRows } from "./offer-rows.server";
import { sizeText } from "./facts.server";
import type { DayRates } from "./format.server";
import { offeredListing, type OfferedListing } from "./listing-page.server";
import type { OfferTier } from "./offer";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook, type ReferenceBook } from "./reference-book.server";
import type { ListingKind } from "./types";
import type { FactRow } from "./views";

/** What one unit costs from a number of units on, in words and as figures. */
export type PrintTier = {
  range: string;
  text: string;
  approximate: string | undefined;
  minimumQuantity: number;
  /** Decimal digits of minor units, since JSON has no bigint. */
  amountMinor: string;
  currency: string;
};

/**
 * A listing as a catalogue shows it: finished texts, and the figures that tables and machines want. Nothing in it depends
 * on the day or on the stock, so that a catalogue is the same until its listings, or a rate that it shows, change.
 */
export type PrintEntry = {
  listingId: string;
  slug: string;
  kind: ListingKind;
  title: string;
  description: string;
  /** Language of the texts when it is not the reader's. */
  textLang: Locale | undefined;
  deliverables: string | undefined;
  rights: string | undefined;
  category: string;
  seller: { sellerId: string; name: string };
  place: string | undefined;
  heritage: string | undefined;
  pictures: { sha256: string; alt: string }[];
  /** Empty: on request. */
  tiers: PrintTier[];
  unit: string;
  /** That it is not sold where the reader is, and what the price is then. */
  homeOnly: string | undefined;
  minimumOrderQuantity: number;
  minimumOrder: string | undefined;
  incoterm: string | undefined;
  leadTimeDays: number | undefined;
  leadTime: string | undefined;
  hsCode: string | undefined;
  originCountry: string | undefined;
  materials: string;
  size: string | undefined;
  netWeightGrams: number | undefined;
  packedWeightGrams: number | undefined;
  variants: { sku: string; name: string; price: string | undefined }[];
  facts: FactRow[];
  tradeFacts: FactRow[];
};

/** Entries of the given listings, in the given order; what is not public is left out. `quotedOn` is the day of the rates. */
export async function listPrintEntries(
  db: Db,
  reader: Reader,
  listingIds: readonly string[],
  today: string,
): Promise<{ entries: PrintEntry[]; quotedOn: string }> {
  if (listingIds.length === 0) return { entries: [], quotedOn: today };
  const [rows, rates, book] = await Promise.all([
    selectListingRows(db, reader)
      .where("listings.id", "in", [...listingIds])
      .execute(),
    currentRates(db),
    referenceBook(db),
  ]);
  const byId = new Map(rows.map((row) => [row.listingId, row]));
  const entries = listingIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [printEntry(row, { reader, rates, book, today })] : [];
  });
  return { entries, quotedOn: rates.quotedOn };
}

type Row = Parameters<typeof offeredListing>[0]["row"] & {
  snapshot: Parameters<typeof offeredListing>[0]["snapshot"];
  sellerName: string;
};

type Inputs = { reader: Reader; rates: DayRates; book: ReferenceBook; today: string };

function printEntry(row: Row, { reader, rates, book, today }: Inputs): PrintEntry {
  const { snapshot } = row;
  const { view, offer } = offeredListing({
    snapshot,
    row,
    reader,
    rates,
    book,
    quantity: undefined,
    variant: undefined,
    today,
  });
  const days = snapshot.leadTimeDays ?? snapshot.service?.turnaroundDays;
  const { category, heritage, deliverables, rights, facts, tradeFacts, place } = view;
  return {
    listingId: snapshot.listingId,
    slug: snapshot.slug,
    kind: snapshot.kind,
    title: view.title,
    description: view.description,
    textLang: view.textLang,
    deliverables,
    rights,
    category: category.label,
    seller: { sellerId: snapshot.sellerId, name: row.sellerName },
    place,
    heritage,
    pictures: view.pictures.map(({ sha256, alt }) => ({ sha256, alt })),
    tiers: printTiers(view.offer.tiers, (offer.price ?? offer.homePrice)?.tiers ?? []),
    unit: view.offer.unit,
    homeOnly: offer.isOffered ? undefined : m["catalog.offer.notExported"](),
    minimumOrderQuantity: snapshot.minimumOrderQuantity,
    minimumOrder: view.offer.minimumOrder,
    incoterm: view.offer.incoterm?.term,
    leadTimeDays: days,
    leadTime: days === undefined ? undefined : m["catalog.route.days"]({ count: days }),
    hsCode: snapshot.hsCode,
    originCountry: snapshot.originCountry,
    materials: snapshot.materialIds.map((id) => nameIn(book.materials.get(id), reader.lang)).join(", "),
    size: sizeText(snapshot.size, reader.lang),
    netWeightGrams: snapshot.netWeightGrams,
    packedWeightGrams: snapshot.packedWeightGrams,
    variants: view.variants.map(({ sku, name, price }) => ({ sku, name, price })),
    facts,
    tradeFacts,
  };
}

/** Words and figures of the same tiers: both rise by quantity. */
function printTiers(words: OfferedListing["offer"]["tiers"], figures: readonly OfferTier[]): PrintTier[] {
  return figures.flatMap(({ minimumQuantity, unit }, at) => {
    const said = words[at];
    if (!said) return [];
    const { range, text, approximate } = said;
    const amountMinor = unit.amountMinor.toString();
    return [{ range, text, approximate, minimumQuantity, amountMinor, currency: unit.currency }];
  });
}
