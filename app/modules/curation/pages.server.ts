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
import { listSellerCards } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import { qrSvg } from "~/platform/http/qr.server";
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

/** Everything on the home page at an instant. */
export async function openHome(db: Db, reader: Reader, now: Date): Promise<HomeView> {
  const today = now.toISOString().slice(0, 10);
  const features = await listCurrentFeatures(db);
  const [featured, fresh, sellers, collections, categories, regions] = await Promise.all([
    listListingCards(db, reader, features.listingIds.slice(0, 8), { today, featuredIds: new Set(features.listingIds) }),
    listFreshCards(db, reader, { limit: 8, today }),
    listSellerCards(db, reader.lang, features.sellerIds.slice(0, 6)),
    features.collectionIds.length > 0
      ? listCollectionCards(db, reader.lang, { limit: 4, ids: features.collectionIds })
      : listCollectionCards(db, reader.lang, { limit: 4 }),
    listCategoryDoors(db, reader.lang),
    listRegionDoors(db, reader.lang),
  ]);
  return { featured, fresh, sellers, collections, categories, regions };
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
