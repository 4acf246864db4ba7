import { sql } from "kysely";
import { visibilityStamp } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";
import type { Locale } from "~/platform/i18n/locales";
import { selectPublicListings } from "./publication.server";
import { nameIn, referenceBook } from "./reference-book.server";

/** A door into the catalogue: a category, region or craft with how much is behind it and what it looks like. */
export type DoorView = {
  id: string;
  label: string;
  count: number;
  picture: { sha256: string; placeholder: string } | undefined;
};

export type CategoryDoorView = DoorView & {
  kind: "good" | "service";
  children: { id: string; label: string; count: number }[];
};

type CountRow = { id: string; count: number; picture: { sha256: string; placeholder: string } | null };

/** How long one process trusts its counts, in milliseconds: they look at every listing, and every home page shows them. */
const FRESH_MS = 15_000;

const counts = {
  categoryId: keptReading(FRESH_MS, (db) => countBy(db, "categoryId")),
  regionId: keptReading(FRESH_MS, (db) => countBy(db, "regionId")),
};

/** Public listings by one column, with the picture of the freshest in each group. */
async function countBy(db: Db, column: "categoryId" | "regionId"): Promise<Map<string, CountRow>> {
  const grouped = selectPublicListings(db)
    .where(`listingPublications.${column}`, "is not", null)
    .groupBy(`listingPublications.${column}`)
    .select([
      `listingPublications.${column} as id`,
      sql<number>`count(*)::int`.as("count"),
      sql<string | null>`(array_agg(listing_publications.id order by listing_publications.first_published_at desc)
        filter (where listing_publications.front is not null))[1]`.as("freshest"),
    ]);
  const rows = await db
    .selectFrom(grouped.as("grouped"))
    .leftJoin("listingPublications as shown", "shown.id", "grouped.freshest")
    .select([
      "grouped.id",
      "grouped.count",
      sql<CountRow["picture"]>`case when shown.id is not null then jsonb_build_object(
        'sha256', shown.front->>'sha256', 'placeholder', shown.front->>'placeholder') end`.as("picture"),
    ])
    .execute();
  return new Map(rows.flatMap(({ id, ...row }) => (id === null ? [] : [[id, { id, ...row }]])));
}

/** Top categories with their leaves; a category without listings is left out. */
export async function listCategoryDoors(db: Db, locale: Locale): Promise<CategoryDoorView[]> {
  const stamp = await visibilityStamp(db);
  const [found, book] = await Promise.all([counts.categoryId.of(db, stamp), referenceBook(db)]);
  const all = [...book.categories.values()];
  return all
    .filter((category) => category.parentId === undefined)
    .map((top) => {
      const own = found.get(top.id);
      const children = all
        .filter((category) => category.parentId === top.id)
        .map((child) => ({ id: child.id, label: nameIn(child.names, locale), count: found.get(child.id)?.count ?? 0 }))
        .filter((child) => child.count > 0);
      const pictured = [own, ...children.map((child) => found.get(child.id))].find((row) => row?.picture);
      return {
        id: top.id,
        kind: top.kind,
        label: nameIn(top.names, locale),
        count: (own?.count ?? 0) + children.reduce((sum, child) => sum + child.count, 0),
        picture: pictured?.picture ?? undefined,
        children,
      };
    })
    .filter((door) => door.count > 0);
}

/** Regions in the order of the reference, with how many listings come from each. */
export async function listRegionDoors(db: Db, locale: Locale): Promise<DoorView[]> {
  const stamp = await visibilityStamp(db);
  const [found, book] = await Promise.all([counts.regionId.of(db, stamp), referenceBook(db)]);
  return [...book.regions].map(([id, names]) => ({
    id,
    label: nameIn(names, locale),
    count: found.get(id)?.count ?? 0,
    picture: found.get(id)?.picture ?? undefined,
  }));
}

/** Craft traditions of a region, as the reference words them. */
export async function listTraditions(
  db: Db,
  { regionId, locale }: { regionId: string; locale: Locale },
): Promise<string[]> {
  const rows = await db
    .selectFrom("craftTraditions")
    .innerJoin("craftTraditionTexts", "craftTraditionTexts.craftTraditionId", "craftTraditions.id")
    .where("craftTraditions.regionId", "=", regionId)
    .where("craftTraditionTexts.locale", "=", locale)
    .select("craftTraditionTexts.text as text")
    .orderBy("craftTraditions.id")
    .limit(50)
    .execute();
  return rows.map((row) => row.text);
}
