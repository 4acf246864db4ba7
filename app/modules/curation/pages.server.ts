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
import { dayInBaku } from "~/platform/calendar";
import { db as primary, readDb, type Db } from "~/platform/db/db.server";
import { keptReading, type KeptReading } from "~/platform/db/kept-reading.server";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import {
  forgetFeatures,
  FRESH_MS,
  listCurrentFeatures,
  listNearFeatures,
  nextChange,
  publicOf,
  running,
} from "./current-features.server";
import { findCollection, listIdentifiedCards } from "./queries.server";
import { fitting, HOME_ROOM } from "./rules";
import type { CollectionCardView, CollectionView } from "./types";

export type HomeView = {
  featured: ListingCardView[];
  fresh: ListingCardView[];
  sellers: SellerCardView[];
  collections: CollectionCardView[];
  categories: CategoryDoorView[];
  regions: DoorView[];
};

/** A card of a seller counts the seller's listings, and one of a collection its entries. */
const sellerCards = keptByLocale(async (db, locale) => {
  const near = await listNearFeatures(db);
  return listSellerCards(
    db,
    locale,
    near.flatMap(({ sellerId }) => sellerId ?? []),
  );
});

const collectionCards = keptByLocale(async (db, locale) => {
  const ids = (await listNearFeatures(db)).flatMap(({ collectionId }) => collectionId ?? []);
  const [featured, first] = await Promise.all([
    ids.length === 0 ? [] : listIdentifiedCards(db, locale, { limit: ids.length, ids }),
    listIdentifiedCards(db, locale, { limit: HOME_ROOM.home_collection }),
  ]);
  return { featured: new Map(featured.map(({ collectionId, card }) => [collectionId, card])), first };
});

function keptByLocale<Value>(read: (db: Db, locale: Locale) => Promise<Value>): Record<Locale, KeptReading<Value>> {
  const keptIn = (locale: Locale) => keptReading(FRESH_MS, (db) => read(db, locale));
  return { az: keptIn("az"), en: keptIn("en"), ru: keptIn("ru") };
}

/** This process shows at once what its curators have changed; another one within half a minute. */
export function forgetHome(): void {
  forgetFeatures();
  for (const locale of LOCALES) {
    for (const db of [primary, readDb]) {
      sellerCards[locale].forget(db);
      collectionCards[locale].forget(db);
    }
  }
}

/**
 * Everything on the home page at an instant.
 *
 * @returns the page, and from when on it is another one because something featured begins or ends
 */
export async function openHome(
  db: Db,
  reader: Reader,
  now: Date,
): Promise<{ home: HomeView; until: Date | undefined }> {
  const today = dayInBaku(now);
  const [near, stamp] = await Promise.all([listNearFeatures(db), visibilityStamp(db)]);
  const features = running(near, now);
  const [featured, fresh, sellers, collections, categories, regions] = await Promise.all([
    // All of them, since only a card tells that its listing is public and takes room; a place holds few.
    listListingCards(db, reader, features.listingIds, {
      today,
      featuredIds: new Set(features.listingIds),
    }),
    listFreshCards(db, reader, { limit: 8, today }),
    sellerCards[reader.lang].of(db, stamp),
    collectionCards[reader.lang].of(db, stamp),
    listCategoryDoors(db, reader.lang),
    listRegionDoors(db, reader.lang),
  ]);
  const first = collections.first.map(({ collectionId }) => collectionId);
  const isPublic = await publicOf(db, { ...features, collectionIds: [...features.collectionIds, ...first] });
  const sellerById = new Map(sellers.map((card) => [card.sellerId, card]));
  const shown = <Card>(ids: readonly string[], cards: ReadonlyMap<string, Card>) =>
    ids.flatMap((id) => (isPublic.has(id) ? (cards.get(id) ?? []) : []));
  const chosen = shown(features.collectionIds, collections.featured);
  const usual = shown(first, new Map(collections.first.map(({ collectionId, card }) => [collectionId, card])));
  return {
    home: {
      featured: fitting("home_listing", featured),
      fresh,
      sellers: fitting("home_seller", shown(features.sellerIds, sellerById)),
      collections: fitting("home_collection", chosen.length > 0 ? chosen : usual),
      categories,
      regions,
    },
    until: nextChange(near, now),
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
      today: dayInBaku(now),
      featuredIds: new Set(features.listingIds),
    }),
    listSellerCards(db, reader.lang, collection.sellerIds),
  ]);
  const shareUrl = `${origin}${pathsFor({ ...reader, to: undefined, cur: undefined }).collection(slug)}`;
  return { collection, cards, sellers, qr: qrSvg(`${shareUrl}?src=qr`), shareUrl };
}
