import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { CollectionCardView, CollectionView } from "./types";

/** More entries than this are not shown on one page; curators keep collections short. */
const MAXIMUM_ENTRIES = 200;

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

/** Published collections with up to four pictures each, in the curators' order. */
export async function listCollectionCards(
  db: Db,
  locale: Locale,
  { limit, ids }: { limit: number; ids?: readonly string[] },
): Promise<CollectionCardView[]> {
  let query = selectPublicCollections(db, locale).select([
    sql<number>`(select count(*)::int from collection_entries where collection_id = collections.id)`.as("entryCount"),
    sql<CollectionCardView["pictures"]>`(
      select coalesce(jsonb_agg(jsonb_build_object('sha256', picture->>'sha256', 'placeholder', picture->>'placeholder')), '[]')
      from (
        select p.snapshot->'pictures'->0 as picture
        from collection_entries as e
        join listings as l on l.id = e.listing_id and l.status = 'published'
        join sellers as s on s.id = l.seller_id and s.status = 'approved'
        join listing_publications as p on p.listing_id = l.id and p.is_current
        where e.collection_id = collections.id and jsonb_array_length(p.snapshot->'pictures') > 0
        order by e.position limit 4) as chosen)`.as("pictures"),
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

/** What is featured on the home page at an instant. A feature begins and ends by itself. */
export async function listCurrentFeatures(db: Db, at: Date): Promise<CurrentFeatures> {
  const rows = await db
    .selectFrom("features")
    .where("startsAt", "<=", at)
    .where("endsAt", ">", at)
    .select(["listingId", "sellerId", "collectionId"])
    .orderBy("slot")
    .orderBy("position")
    .orderBy("id")
    .limit(100)
    .execute();
  return {
    listingIds: rows.flatMap((row) => row.listingId ?? []),
    sellerIds: rows.flatMap((row) => row.sellerId ?? []),
    collectionIds: rows.flatMap((row) => row.collectionId ?? []),
  };
}
