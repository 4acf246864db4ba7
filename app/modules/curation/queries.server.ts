import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { Locale } from "~/platform/i18n/locales";
import type { CollectionCardView, CollectionView } from "./types";

/** More entries than this are not shown on one page; curators keep collections short. */
const MAXIMUM_ENTRIES = 200;
const PICTURES_OF_A_CARD = 4;

function selectPublicCollections(db: Db, locale: Locale) {
  return db
    .selectFrom("collections")
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("collectionTexts")
          .whereRef("collectionTexts.collectionId", "=", "collections.id")
          .select(["title", "introduction", "locale"])
          .orderBy(sql`locale = ${locale}`, "desc")
          .orderBy(sql`locale = 'az'`, "desc")
          .limit(1)
          .as("words"),
      (join) => join.onTrue(),
    )
    .where("collections.status", "=", "published")
    .select([
      "collections.id as collectionId",
      "collections.slug as slug",
      "words.title",
      "words.introduction",
      "words.locale",
    ]);
}

/** Published collections with how many public entries each has and up to four of their pictures, in the curators' order. */
export async function listCollectionCards(
  db: Db,
  locale: Locale,
  { limit, ids }: { limit: number; ids?: readonly string[] },
): Promise<CollectionCardView[]> {
  const entries = selectPublicListings(db)
    .innerJoin("collectionEntries as e", "e.listingId", "listings.id")
    .where(sql<boolean>`e.collection_id = collections.id`);
  const sellers = db
    .selectFrom("collectionEntries as e")
    .innerJoin("sellers", "sellers.id", "e.sellerId")
    .where("sellers.status", "=", "approved")
    .where(sql<boolean>`e.collection_id = collections.id`);
  const count = sql<number>`count(*)::int`.as("count");
  const fronts = entries
    .where("listingPublications.front", "is not", null)
    .select("listingPublications.front as picture")
    .orderBy("e.position")
    .limit(PICTURES_OF_A_CARD);
  let query = selectPublicCollections(db, locale).select([
    sql<number>`(${entries.select(count)}) + (${sellers.select(count)})`.as("entryCount"),
    sql<CollectionCardView["pictures"]>`(
      select coalesce(jsonb_agg(jsonb_build_object('sha256', picture->>'sha256', 'placeholder', picture->>'placeholder')), '[]')
      from (${fronts}) as chosen)`.as("pictures"),
  ]);
  if (ids) query = query.where("collections.id", "in", [...ids]);
  const rows = await query.orderBy("collections.position").orderBy("collections.id").limit(limit).execute();
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    introduction: row.introduction,
    textLang: otherLanguage(row.locale, locale),
    entryCount: row.entryCount,
    pictures: row.pictures,
  }));
}

export async function findCollection(
  db: Db,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<CollectionView | undefined> {
  const row = await selectPublicCollections(db, locale)
    .select([
      sql<string[]>`array(select listing_id from collection_entries where collection_id = collections.id
        and listing_id is not null order by position limit ${MAXIMUM_ENTRIES})`.as("listingIds"),
      sql<string[]>`array(select seller_id from collection_entries where collection_id = collections.id
        and seller_id is not null order by position limit ${MAXIMUM_ENTRIES})`.as("sellerIds"),
    ])
    .where("collections.slug", "=", slug)
    .executeTakeFirst();
  if (!row) return undefined;
  const { locale: textLocale, ...rest } = row;
  return { ...rest, textLang: otherLanguage(textLocale, locale) };
}

function otherLanguage(textLocale: string, locale: Locale): Locale | undefined {
  if (textLocale === locale) return undefined;
  return textLocale === "en" || textLocale === "ru" ? textLocale : "az";
}

export type CurrentFeatures = { listingIds: string[]; sellerIds: string[]; collectionIds: string[] };

/** How long one process trusts what it has read of the features, in milliseconds. */
const FRESH_MS = 15_000;
const LONGEST_KEPT_MS = 3 * FRESH_MS;

const comingFeatures = keptReading(FRESH_MS, (db) =>
  db
    .selectFrom("features")
    .where("endsAt", ">", clock())
    .where("startsAt", "<=", new Date(clock().getTime() + LONGEST_KEPT_MS))
    .select(["listingId", "sellerId", "collectionId", "startsAt", "endsAt"])
    .orderBy("slot")
    .orderBy("position")
    .orderBy("id")
    .limit(100)
    .execute(),
);

/** What is featured on the home page now. A feature begins and ends by itself, to the second. */
export async function listCurrentFeatures(db: Db): Promise<CurrentFeatures> {
  const now = clock();
  const rows = (await comingFeatures.of(db)).filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now);
  return {
    listingIds: rows.flatMap((row) => row.listingId ?? []),
    sellerIds: rows.flatMap((row) => row.sellerId ?? []),
    collectionIds: rows.flatMap((row) => row.collectionId ?? []),
  };
}
