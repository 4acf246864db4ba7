import {
  listCategoryDoors,
  listFreshCards,
  listListingCards,
  listRegionDoors,
  type CategoryDoorView,
  type DoorView,
} from "~/modules/catalog/index.server";
import type { ListingCardView } from "~/modules/catalog";
import type { SellerCardView } from "~/modules/sellers";
import { listSellerCards, visibilityStamp } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import { keptReading, type KeptReading } from "~/platform/db/kept-reading.server";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { findCollection, listCollectionCards, listCurrentFeatures } from "./queries.server";
import type { CollectionCardView, CollectionView } from "./types";

export type HomeView = {
  featured: ListingCardView[];
  fresh: ListingCardView[];
  sellers: SellerCardView[];
  collections: CollectionCardView[];
  categories: CategoryDoorView[];
  regions: DoorView[];
};

/** How long one process trusts what it has read for every home page in a language, in milliseconds. */
const FRESH_MS = 15_000;
const MOST_SELLERS = 6;
const MOST_COLLECTIONS = 4;

/** A card of a seller counts the seller's listings, and one of a collection its entries. */
const sellerCards = keptByLocale(async (db, locale) =>
  listSellerCards(db, locale, (await listCurrentFeatures(db)).sellerIds.slice(0, MOST_SELLERS)),
);

const collectionCards = keptByLocale(async (db, locale) => {
  const { collectionIds } = await listCurrentFeatures(db);
  return listCollectionCards(db, locale, {
    limit: MOST_COLLECTIONS,
    ...(collectionIds.length > 0 ? { ids: collectionIds } : {}),
  });
});

function keptByLocale<Value>(read: (db: Db, locale: Locale) => Promise<Value>): Record<Locale, KeptReading<Value>> {
  const keptIn = (locale: Locale) => keptReading(FRESH_MS, (db) => read(db, locale));
  return { az: keptIn("az"), en: keptIn("en"), ru: keptIn("ru") };
}

/** Everything on the home page at an instant. */
export async function openHome(db: Db, reader: Reader, now: Date): Promise<HomeView> {
  const today = now.toISOString().slice(0, 10);
  const [features, stamp] = await Promise.all([listCurrentFeatures(db), visibilityStamp(db)]);
  const [featured, fresh, sellers, collections, categories, regions] = await Promise.all([
    listListingCards(db, reader, features.listingIds.slice(0, 8), { today, featuredIds: new Set(features.listingIds) }),
    listFreshCards(db, reader, { limit: 8, today }),
    sellerCards[reader.lang].of(db, stamp),
    collectionCards[reader.lang].of(db, stamp),
    listCategoryDoors(db, reader.lang),
    listRegionDoors(db, reader.lang),
  ]);
  const featuredSellers = new Set(features.sellerIds);
  return {
    featured,
    fresh,
    sellers: sellers.filter(({ sellerId }) => featuredSellers.has(sellerId)),
    collections,
    categories,
    regions,
  };
}

export type CollectionPage = {
  collection: CollectionView;
  cards: ListingCardView[];
  sellers: SellerCardView[];
  qr: string;
  shareUrl: string;
};

type CollectionQuestion = { slug: string; reader: Reader; origin: string; now: Date };

/** A published collection with its cards in the curators' order. */
export async function openCollection(
  db: Db,
  { slug, reader, origin, now }: CollectionQuestion,
): Promise<CollectionPage | undefined> {
  const [collection, features] = await Promise.all([
    findCollection(db, { slug, locale: reader.lang }),
    listCurrentFeatures(db),
  ]);
  if (!collection) return undefined;
  const [cards, sellers] = await Promise.all([
    listListingCards(db, reader, collection.listingIds, {
      today: now.toISOString().slice(0, 10),
      featuredIds: new Set(features.listingIds),
    }),
    listSellerCards(db, reader.lang, collection.sellerIds),
  ]);
  const shareUrl = `${origin}${pathsFor({ ...reader, to: undefined, cur: undefined }).collection(slug)}`;
  return { collection, cards, sellers, qr: qrSvg(shareUrl), shareUrl };
}
