import { sql, type RawBuilder } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { ALPHABETS } from "~/platform/db/alphabet";
import type { Db } from "~/platform/db/db.server";
import { foldedHoldsWords, holdsWords } from "~/platform/db/holds-words.server";
import type { Locale } from "~/platform/i18n/locales";
import { HOME_ROOM, stateOf, waiting, type FeatureState } from "./rules";
import { SLOTS, type Candidate, type Slot } from "./types";

export type DeskFeature = {
  featureId: string;
  slot: Slot;
  /** The listing, seller or collection that it shows. */
  subjectId: string;
  name: string;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  version: number;
  state: FeatureState;
  /** What is taken down or suspended is not shown, whatever its times say. */
  isPublic: boolean;
  /** Set while the home page has no room for it: how many are shown or wait before it. */
  standsBehind: number | undefined;
};

const MOST_UNFINISHED = 120;
const MOST_ENDED = 20;

/** What a listing, seller or collection is called, in the reader's language before the original. */
const nameOfListing = (locale: Locale, id: RawBuilder<unknown>) => sql<string | null>`(
  select title from listing_texts where listing_id = ${id} and title <> ''
  order by locale = ${locale} desc, locale = 'az' desc limit 1)`;
const nameOfSeller = (locale: Locale, id: RawBuilder<unknown>) => sql<string | null>`(
  select name from seller_texts where seller_id = ${id}
  order by locale = ${locale} desc, locale = 'az' desc limit 1)`;
const nameOfCollection = (locale: Locale, id: RawBuilder<unknown>) => sql<string | null>`(
  select title from collection_texts where collection_id = ${id}
  order by locale = ${locale} desc, locale = 'az' desc limit 1)`;

/** What a feature shows, by its name; empty when that has none. */
export const nameOfFeature = (locale: Locale) => sql<string>`coalesce(
  ${nameOfListing(locale, sql.ref("features.listing_id"))},
  ${nameOfSeller(locale, sql.ref("features.seller_id"))},
  ${nameOfCollection(locale, sql.ref("features.collection_id"))}, '')`;

function selectFeatures(db: Db, locale: Locale) {
  const listing = selectPublicListings(db)
    .select(sql`1`.as("one"))
    .where(sql<boolean>`listings.id = features.listing_id`);
  return db
    .selectFrom("features")
    .select(["features.id as featureId", "slot", "startsAt", "endsAt", "reason", "version"])
    .select([
      nameOfFeature(locale).as("name"),
      // The table's check lets exactly one of them be there.
      sql<string>`coalesce(listing_id, seller_id, collection_id)`.as("subjectId"),
      sql<boolean>`(
        exists(${listing})
        or exists(select 1 from sellers where sellers.id = features.seller_id and sellers.status = 'approved')
        or exists(select 1 from collections where collections.id = features.collection_id
          and collections.status = 'published'))`.as("isPublic"),
    ]);
}

type Named = Omit<DeskFeature, "standsBehind">;
type Row = Omit<Named, "slot" | "state"> & { slot: string };

function named(row: Row, now: Date): Named {
  // The table's check allows no others.
  return { ...row, slot: SLOTS.find((slot) => slot === row.slot) ?? "home_listing", state: stateOf(row, now) };
}

/** What runs and what is coming in every place, in the curators' order, and after it what ended last. */
export async function listDeskFeatures(db: Db, locale: Locale, now: Date): Promise<DeskFeature[]> {
  const [unfinished, ended] = await Promise.all([
    selectFeatures(db, locale)
      .where("endsAt", ">", now)
      .orderBy("position")
      .orderBy("features.id")
      .limit(MOST_UNFINISHED)
      .execute(),
    selectFeatures(db, locale)
      .where("endsAt", "<=", now)
      .orderBy("endsAt", "desc")
      .orderBy("features.id")
      .limit(MOST_ENDED)
      .execute(),
  ]);
  const features = [...unfinished, ...ended].map((row) => named(row, now));
  const behind = waiting(features);
  return features.map((feature) => ({ ...feature, standsBehind: behind.get(feature) }));
}

/** Whether what is placed last in a place of the home page finds no room there just now. */
export async function isSlotFull(db: Db, slot: Slot, locale: Locale, now: Date): Promise<boolean> {
  const standing = (await listDeskFeatures(db, locale, now)).filter(
    (feature) => feature.slot === slot && feature.state === "running" && feature.isPublic,
  );
  return standing.length >= HOME_ROOM[slot];
}

export async function findDeskFeature(
  db: Db,
  { featureId, locale }: { featureId: string; locale: Locale },
  now: Date,
): Promise<Named | undefined> {
  const row = await selectFeatures(db, locale).where("features.id", "=", featureId).executeTakeFirst();
  return row && named(row, now);
}

type Kind = "listing" | "seller" | "collection";

const KINDS: Readonly<Record<Slot, Kind>> = {
  home_listing: "listing",
  home_seller: "seller",
  home_collection: "collection",
};

/** What a place of the home page takes. */
export function kindOfSlot(slot: Slot): Kind {
  return KINDS[slot];
}

type Question = { kind: Kind; text: string; locale: Locale; subjectId?: string; page?: number };

const CANDIDATES_A_PAGE = 20;

/**
 * What the public sees and a curator may choose, by a part of its name in any language; all of it for no text. Listings are
 * found by the name of their shop, too.
 */
export async function listCandidates(
  db: Db,
  { kind, text, locale, subjectId, page = 1 }: Question,
): Promise<{ candidates: Candidate[]; hasMore: boolean }> {
  const query =
    kind === "listing"
      ? candidateListings(db, locale, text)
      : kind === "seller"
        ? candidateSellers(db, locale, text)
        : candidateCollections(db, locale, text);
  const rows = await db
    .selectFrom(query.as("found"))
    .select(["subjectId", "name", "detail", "front"])
    .$if(subjectId !== undefined, (only) => only.where("subjectId", "=", subjectId ?? ""))
    .orderBy("name", (order) => order.collate(ALPHABETS[locale]))
    .orderBy("subjectId")
    // One more tells whether there is another page.
    .limit(CANDIDATES_A_PAGE + 1)
    .offset((page - 1) * CANDIDATES_A_PAGE)
    .execute();
  return {
    hasMore: rows.length > CANDIDATES_A_PAGE,
    candidates: rows.slice(0, CANDIDATES_A_PAGE).map(({ name, detail, front, ...row }) => ({
      ...row,
      name: name ?? "",
      detail: detail ?? "",
      picture: front ? { sha256: front.sha256, placeholder: front.placeholder } : undefined,
    })),
  };
}

type Front = { sha256: string; placeholder: string } | null;

function candidateListings(db: Db, locale: Locale, text: string) {
  return selectPublicListings(db)
    .select("listings.id as subjectId")
    .select([
      nameOfListing(locale, sql.ref("listings.id")).as("name"),
      nameOfSeller(locale, sql.ref("sellers.id")).as("detail"),
      // Written by `publishListing` alone.
      sql<Front>`listing_publications.front`.as("front"),
    ])
    .where(
      sql<boolean>`(exists (select 1 from listing_texts where listing_id = listings.id and ${foldedHoldsWords(sql`folded_title`, text)})
        or exists (select 1 from seller_texts where seller_id = sellers.id and ${holdsWords(sql`name`, text)}))`,
    );
}

function candidateSellers(db: Db, locale: Locale, text: string) {
  return db
    .selectFrom("sellers")
    .where("sellers.status", "=", "approved")
    .select("sellers.id as subjectId")
    .select([
      nameOfSeller(locale, sql.ref("sellers.id")).as("name"),
      sql<string | null>`(select name from place_texts where place_id = sellers.place_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("detail"),
      sql<Front>`null::jsonb`.as("front"),
    ])
    .where(
      sql<boolean>`exists (select 1 from seller_texts where seller_id = sellers.id and ${holdsWords(sql`name`, text)})`,
    );
}

function candidateCollections(db: Db, locale: Locale, text: string) {
  return db
    .selectFrom("collections")
    .where("collections.status", "=", "published")
    .select("collections.id as subjectId")
    .select([
      nameOfCollection(locale, sql.ref("collections.id")).as("name"),
      sql<string | null>`''`.as("detail"),
      sql<Front>`null::jsonb`.as("front"),
    ])
    .where(
      sql<boolean>`exists (select 1 from collection_texts where collection_id = collections.id
        and ${holdsWords(sql`title`, text)})`,
    );
}
