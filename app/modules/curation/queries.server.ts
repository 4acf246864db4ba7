import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { CollectionCardView, CollectionView } from "./types";

/** More entries than this are not shown on one page; curators keep collections short. */
export const MAXIMUM_ENTRIES = 200;
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
  return (await listIdentifiedCards(db, locale, { limit, ...(ids ? { ids } : {}) })).map(({ card }) => card);
}

/** Cards of collections with whose they are: for who puts them in an order of her own. */
export async function listIdentifiedCards(
  db: Db,
  locale: Locale,
  { limit, ids }: { limit: number; ids?: readonly string[] },
): Promise<{ collectionId: string; card: CollectionCardView }[]> {
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
    // The cover first; one whose listing is not public any more is not among them.
    .orderBy(sql`listing_publications.front->>'mediaId' = collections.cover_media_id::text`, (order) =>
      order.desc().nullsLast(),
    )
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
  return rows.map(({ collectionId, slug, title, introduction, locale: textLocale, entryCount, pictures }) => ({
    collectionId,
    card: { slug, title, introduction, textLang: otherLanguage(textLocale, locale), entryCount, pictures },
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
