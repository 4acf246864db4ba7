import { sql } from "kysely";
import type { Closure } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { prepared } from "~/platform/db/prepared.server";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { cardsOf, supplyOf } from "./cards.server";
import { awayOf, type Supply } from "./delivery";
import { goodFacts, serviceFacts, tradeFacts } from "./facts.server";
import { offerFor, type Offer } from "./offer";
import { offerView } from "./offer-view.server";
import { selectPublicListings } from "./publication.server";
import { selectListingRows, selectLiveRows } from "./offer-rows.server";
import { currentRates } from "./rates.server";
import { nameIn, referenceBook, type ReferenceBook } from "./reference-book.server";
import type { ListingSnapshot } from "./types";
import { chosenVariant, listingOfVariant, variantViews } from "./variant-choice.server";
import type { ListingCardView, ListingPageView } from "./views";

/** A listing and its offer, without who sells it. */
export type OfferedListing = Omit<ListingPageView, "seller" | "canBeSampled">;

/** What answers at a listing's address: the page, a new address, gone for good, or nothing. */
export type ListingAtSlug =
  | {
      kind: "found";
      view: OfferedListing;
      snapshot: ListingSnapshot;
      sellerSlug: string;
      priceMinor: PublishedPrice | undefined;
    }
  | { kind: "moved"; slug: string }
  /** It was public once and may be again. */
  | { kind: "away" }
  | { kind: "gone" };

export type PublishedPrice = { amount: string; currency: string };

type Question = {
  slug: string;
  reader: Reader;
  quantity: number | undefined;
  /** SKU of the size or colour that the reader chose. */
  variant: string | undefined;
  today: string;
};

export async function findListingAtSlug(
  db: Db,
  { slug, reader, quantity, variant, today }: Question,
): Promise<ListingAtSlug | undefined> {
  const address = await db
    .selectFrom("listingSlugs")
    .innerJoin("listings", "listings.id", "listingSlugs.listingId")
    .innerJoin("listingSlugs as current", (join) =>
      join.onRef("current.listingId", "=", "listings.id").on("current.isCurrent", "=", true),
    )
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "listings.sellerId").on("sellerSlugs.isCurrent", "=", true),
    )
    .where("listingSlugs.slug", "=", slug)
    .select([
      "listings.id as listingId",
      "listings.status as status",
      "current.slug as currentSlug",
      "sellerSlugs.slug as sellerSlug",
    ])
    .executeTakeFirst();
  if (!address) return undefined;
  if (address.status === "archived") return { kind: "gone" };
  if (address.currentSlug !== slug) return { kind: "moved", slug: address.currentSlug };

  const [row, rates, book] = await Promise.all([
    selectListingRows(db, reader).where("listings.id", "=", address.listingId).executeTakeFirst(),
    currentRates(db),
    referenceBook(db),
  ]);
  if (!row) return (await wasPublished(db, address.listingId)) ? { kind: "away" } : undefined;
  const { snapshot } = row;
  const { view, price } = offeredListing({ snapshot, row, reader, rates, book, quantity, variant, today });
  return { kind: "found", view, snapshot, sellerSlug: address.sellerSlug, priceMinor: price };
}

async function wasPublished(db: Db, listingId: string): Promise<boolean> {
  const query = db.selectFrom("listingPublications").select("listingId").where("listingId", "=", listingId);
  return (await query.executeTakeFirst()) !== undefined;
}

type Offered = {
  snapshot: ListingSnapshot;
  /** What is live beside it: stock, the ways to the reader, and when the shop is closed. */
  row: Parameters<typeof supplyOf>[0] & {
    stockQuantity: number;
    stockOfVariants: Readonly<Record<string, number>>;
    options: Parameters<typeof offerFor>[2];
    closure: Closure | null;
  };
  reader: Reader;
  rates: Awaited<ReturnType<typeof currentRates>>;
  book: ReferenceBook;
  quantity: number | undefined;
  variant: string | undefined;
  today: string;
};

/** A listing in the reader's words with the offer to her. */
export function offeredListing({ snapshot: whole, row, reader, rates, book, quantity, variant, today }: Offered): {
  view: OfferedListing;
  price: PublishedPrice | undefined;
  offer: Offer;
  supply: Supply;
} {
  const chosen = chosenVariant(whole, variant);
  const snapshot = chosen ? listingOfVariant(whole, chosen) : whole;
  const stockQuantity = chosen ? (row.stockOfVariants[chosen.variantId] ?? 0) : row.stockQuantity;
  const supply = supplyOf({ ...row, stockQuantity, away: awayOf(row.closure, today) });
  const offer = offerFor(snapshot, supply, row.options, reader.destination, quantity);
  const { text, locale } = textIn(snapshot.texts, reader.lang);
  const place = snapshot.placeId === undefined ? undefined : book.places.get(snapshot.placeId);
  return {
    offer,
    supply,
    price: offer.price && {
      amount: offer.price.unit.amountMinor.toString(),
      currency: offer.price.unit.currency,
    },
    view: {
      listingId: snapshot.listingId,
      slug: snapshot.slug,
      kind: snapshot.kind,
      title: text.title,
      description: text.description,
      textLang: locale === reader.lang ? undefined : locale,
      pictures: snapshot.pictures.map((picture) => ({
        sha256: picture.sha256,
        placeholder: picture.placeholder,
        alt: PICTURE_ALTS[picture.view]({ title: text.title }),
      })),
      category: categoryOf(snapshot, book, reader),
      craft:
        snapshot.techniqueId === undefined
          ? undefined
          : { id: snapshot.techniqueId, label: nameIn(book.techniques.get(snapshot.techniqueId), reader.lang) },
      place: place && nameIn(place.names, reader.lang),
      region: place && { id: place.regionId, label: nameIn(book.regions.get(place.regionId), reader.lang) },
      heritage: heritageLine(snapshot, book, reader),
      offer: offerView({
        listing: snapshot,
        offer,
        stockQuantity,
        reader,
        rates,
        book,
        today,
        wanted: quantity,
      }),
      variants: variantViews({ listing: whole, chosen, stocks: row.stockOfVariants, quantity, reader, rates }),
      facts: snapshot.kind === "service" ? serviceFacts(snapshot, reader) : goodFacts(snapshot, book, reader),
      tradeFacts: tradeFacts(snapshot, reader),
      deliverables: text.deliverables,
      rights: text.rights,
    },
  };
}

/** What a reader who does not see it hears of a picture. */
export const PICTURE_ALTS = {
  front: m["catalog.alt.front"],
  detail: m["catalog.alt.detail"],
  setting: m["catalog.alt.setting"],
  scale: m["catalog.alt.scale"],
  other: m["catalog.alt.front"],
} as const;

function categoryOf(snapshot: ListingSnapshot, book: ReferenceBook, { lang }: Reader): ListingPageView["category"] {
  const category = book.categories.get(snapshot.categoryId);
  const parent = category?.parentId === undefined ? undefined : book.categories.get(category.parentId);
  return {
    id: snapshot.categoryId,
    label: nameIn(category?.names, lang),
    parent: parent && { id: parent.id, label: nameIn(parent.names, lang) },
  };
}

function heritageLine(snapshot: ListingSnapshot, book: ReferenceBook, { lang }: Reader): string | undefined {
  const element = snapshot.heritageElementId === undefined ? undefined : book.heritage.get(snapshot.heritageElementId);
  return element && m["catalog.heritage"]({ name: nameIn(element.names, lang), year: element.inscribedYear });
}

/** Other listings of the same seller, the freshest first. */
export async function listSellerCards(
  db: Db,
  reader: Reader,
  { sellerId, exceptId, limit, offset = 0, today }: SellerCards,
): Promise<ListingCardView[]> {
  // By what was published, whose index has each seller's in this order: by her listings all of them would be read.
  let query = selectLiveRows(db, reader)
    .modifyFront(prepared)
    .where(sql`listing_publications.card ->> 'sellerId'`, "=", sellerId);
  if (exceptId !== undefined) query = query.where("listings.id", "<>", exceptId);
  const live = await query
    .orderBy("listingPublications.firstPublishedAt", "desc")
    .orderBy("listingPublications.listingId")
    .limit(limit)
    .offset(offset)
    .execute();
  return cardsOf(db, reader, live, { today });
}

type SellerCards = { sellerId: string; exceptId?: string; limit: number; offset?: number; today: string };

/** What was published last, the freshest first. */
export async function listFreshCards(
  db: Db,
  reader: Reader,
  { limit, today }: { limit: number; today: string },
): Promise<ListingCardView[]> {
  const live = await selectLiveRows(db, reader)
    .orderBy("listingPublications.firstPublishedAt", "desc")
    .orderBy("listings.id")
    .limit(limit)
    .execute();
  return cardsOf(db, reader, live, { today });
}

export async function countPublicListings(db: Db, sellerId: string): Promise<number> {
  const row = await selectPublicListings(db)
    .where("sellers.id", "=", sellerId)
    .select((eb) => eb.fn.countAll<number | bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export type SellerTerms = { leadTimeFrom: number | undefined; leadTimeTo: number | undefined; incoterms: string[] };

/** Shortest and longest lead time and the delivery terms over a seller's public listings. */
export async function listSellerTerms(db: Db, sellerId: string): Promise<SellerTerms> {
  const row = await selectPublicListings(db)
    .where("sellers.id", "=", sellerId)
    .select([
      sql<number | null>`min((snapshot->>'leadTimeDays')::int)`.as("leadTimeFrom"),
      sql<number | null>`max((snapshot->>'leadTimeDays')::int)`.as("leadTimeTo"),
      sql<string[]>`coalesce(array_agg(distinct snapshot->'incoterm'->>'code')
        filter (where snapshot->'incoterm'->>'code' is not null), '{}')`.as("incoterms"),
    ])
    .executeTakeFirstOrThrow();
  return {
    leadTimeFrom: row.leadTimeFrom ?? undefined,
    leadTimeTo: row.leadTimeTo ?? undefined,
    incoterms: row.incoterms,
  };
}
