import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { ALPHABETS } from "~/platform/db/alphabet";
import type { Db } from "~/platform/db/db.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { StaffActor } from "~/platform/session/actors.server";
import { MAXIMUM_ENTRIES } from "./queries.server";
import { COLLECTION_STATUSES, type CollectionStatus } from "./types";

export type DeskCollectionRow = {
  collectionId: string;
  slug: string;
  title: string;
  status: CollectionStatus;
  entryCount: number;
};

const statusOf = (text: string): CollectionStatus =>
  // The table's check allows no others.
  COLLECTION_STATUSES.find((status) => status === text) ?? "draft";

/** Every collection, whatever its state, by the alphabet of the reader's language. */
export async function listDeskCollections(
  db: Db,
  locale: Locale,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ collections: DeskCollectionRow[]; total: number }> {
  const titled = db
    .selectFrom("collections")
    .select(["collections.id as collectionId", "slug", "status"])
    .select([
      sql<string>`(select title from collection_texts where collection_id = collections.id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("title"),
      sql<number>`(select count(*)::int from collection_entries where collection_id = collections.id)`.as("entryCount"),
    ]);
  const [rows, { total }] = await Promise.all([
    db
      .selectFrom(titled.as("titled"))
      .select(["collectionId", "slug", "status", "title", "entryCount"])
      .orderBy("title", (order) => order.collate(ALPHABETS[locale]))
      .orderBy("collectionId")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    db
      .selectFrom("collections")
      .select((eb) => eb.fn.countAll<bigint>().as("total"))
      .executeTakeFirstOrThrow(),
  ]);
  return { collections: rows.map((row) => ({ ...row, status: statusOf(row.status) })), total: Number(total) };
}

export type DeskText = { locale: Locale; title: string; introduction: string; isOlder: boolean };

export type DeskEntry = {
  kind: "listing" | "seller";
  subjectId: string;
  name: string;
  /** What is not public just now is left out of the page, and comes back by itself. */
  isShown: boolean;
  picture: { sha256: string; placeholder: string } | undefined;
  isCover: boolean;
};

export type DeskCollection = {
  collectionId: string;
  slug: string;
  status: CollectionStatus;
  version: number;
  /** Those that are written, the original first. */
  texts: DeskText[];
  entries: DeskEntry[];
};

/** A collection as its curators see it. */
export async function findDeskCollection(
  db: Db,
  { collectionId, locale }: { collectionId: string; locale: Locale },
): Promise<DeskCollection | undefined> {
  const row = await db
    .selectFrom("collections")
    .select(["id as collectionId", "slug", "status", "version"])
    .where("id", "=", collectionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const [texts, entries] = await Promise.all([listTexts(db, collectionId), listDeskEntries(db, collectionId, locale)]);
  return { ...row, status: statusOf(row.status), texts, entries };
}

/** Who has changed a collection last, unless that is the reader herself. */
export async function findLastEditor(
  db: Db,
  { userId }: StaffActor,
  collectionId: string,
): Promise<string | undefined> {
  const last = await db
    .selectFrom("auditEntries")
    .leftJoin("users", "users.id", "auditEntries.actorId")
    .select(["auditEntries.actorId", "users.name"])
    .where("subjectId", "=", collectionId)
    .where("subjectKind", "=", "collection")
    .orderBy("happenedAt", "desc")
    .orderBy("auditEntries.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined || last.actorId === userId ? undefined : (last.name ?? undefined);
}

async function listTexts(db: Db, collectionId: string): Promise<DeskText[]> {
  const rows = await db
    .selectFrom("collectionTexts")
    .select(["locale", "title", "introduction", "originalVersion"])
    .where("collectionId", "=", collectionId)
    .execute();
  const original = rows.find((row) => row.locale === "az")?.originalVersion ?? 1;
  return LOCALES.flatMap((locale) => {
    const row = rows.find((one) => one.locale === locale);
    if (!row) return [];
    const { title, introduction, originalVersion } = row;
    return [{ locale, title, introduction, isOlder: originalVersion < original }];
  });
}

async function listDeskEntries(db: Db, collectionId: string, locale: Locale): Promise<DeskEntry[]> {
  const published = selectPublicListings(db)
    .select("listingPublications.front")
    .where(sql<boolean>`listings.id = e.listing_id`);
  const isPublicListing = selectPublicListings(db)
    .select(sql`1`.as("one"))
    .where(sql<boolean>`listings.id = e.listing_id`);
  const rows = await db
    .selectFrom("collectionEntries as e")
    .innerJoin("collections", "collections.id", "e.collectionId")
    .where("e.collectionId", "=", collectionId)
    .select(["e.listingId", "e.sellerId", "collections.coverMediaId"])
    .select([
      sql<string>`coalesce(
        (select title from listing_texts where listing_id = e.listing_id and title <> ''
          order by locale = ${locale} desc, locale = 'az' desc limit 1),
        (select name from seller_texts where seller_id = e.seller_id
          order by locale = ${locale} desc, locale = 'az' desc limit 1), '')`.as("name"),
      sql<boolean>`(exists(${isPublicListing})
        or exists(select 1 from sellers where sellers.id = e.seller_id and sellers.status = 'approved'))`.as("isShown"),
      sql<{ sha256: string; placeholder: string; mediaId: string } | null>`(${published})`.as("front"),
    ])
    .orderBy("e.position")
    .limit(MAXIMUM_ENTRIES)
    .execute();
  return rows.map(({ listingId, sellerId, coverMediaId, name, isShown, front }) => ({
    kind: listingId === null ? "seller" : "listing",
    subjectId: listingId ?? sellerId ?? "",
    name,
    isShown,
    picture: front ? { sha256: front.sha256, placeholder: front.placeholder } : undefined,
    isCover: front !== null && front.mediaId === coverMediaId,
  }));
}
