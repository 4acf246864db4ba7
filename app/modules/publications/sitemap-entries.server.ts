import { sql, type Expression } from "kysely";
import { referenceBook, selectPublicListings, type ReferenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import { TEXT_PAGES } from "~/platform/http/public-paths";
import type { KindOfPage, SitemapEntry, SitemapPart } from "./sitemap-entry";

const STANDING: readonly SitemapEntry["path"][] = [
  (paths) => paths.home(),
  (paths) => paths.search(),
  (paths) => paths.categories(),
  (paths) => paths.regions(),
  (paths) => paths.sellers(),
  (paths) => paths.collections(),
  ...TEXT_PAGES.map(
    (page): SitemapEntry["path"] =>
      (paths) =>
        paths.text(page),
  ),
];

/** Pages that are always there. */
export const listPages: KindOfPage = {
  parts: () => Promise.resolve([{ part: 1, changedAt: undefined }]),
  entries: (_db, { limit, offset }) =>
    Promise.resolve(STANDING.map((path) => ({ path, changedAt: undefined })).slice(offset, offset + limit)),
};

/** Categories, regions and crafts that have something to show. */
export const listPlaces: KindOfPage = {
  parts: () => Promise.resolve([{ part: 1, changedAt: undefined }]),
  entries: async (db, { limit, offset }) => {
    const [rows, book] = await Promise.all([
      selectPublicListings(db)
        .select([
          sql<string | null>`snapshot ->> 'categoryId'`.as("category"),
          sql<string | null>`snapshot ->> 'regionId'`.as("region"),
          sql<string | null>`snapshot ->> 'techniqueId'`.as("craft"),
          sql<Date>`max(listing_publications.published_at)`.as("changedAt"),
        ])
        .groupBy(
          sql`grouping sets ((snapshot ->> 'categoryId'), (snapshot ->> 'regionId'), (snapshot ->> 'techniqueId'))`,
        )
        .execute(),
      referenceBook(db),
    ]);
    const found = new Map<string, SitemapEntry>();
    const add = (key: string, path: SitemapEntry["path"], changedAt: Date) => {
      const before = found.get(key)?.changedAt;
      if (before === undefined || before < changedAt) found.set(key, { path, changedAt });
    };
    for (const { category, region, craft, changedAt } of rows) {
      if (category !== null) {
        for (const id of withAncestors(book, category)) add(`category ${id}`, (paths) => paths.category(id), changedAt);
      }
      if (region !== null && book.regions.has(region))
        add(`region ${region}`, (paths) => paths.region(region), changedAt);
      if (craft !== null && book.techniques.has(craft)) add(`craft ${craft}`, (paths) => paths.craft(craft), changedAt);
    }
    const keys = [...found.keys()].toSorted();
    return keys.slice(offset, offset + limit).flatMap((key) => found.get(key) ?? []);
  },
};

/** A category and all above it; none when the reference has dropped it. */
function withAncestors(book: ReferenceBook, id: string): string[] {
  const category = book.categories.get(id);
  if (!category) return [];
  return [id, ...(category.parentId === undefined ? [] : withAncestors(book, category.parentId))];
}

export const listListings: KindOfPage = {
  parts: (db, pagesPerPart) =>
    partsOf(
      db,
      selectPublicListings(db).select(["listings.id as id", "listingPublications.publishedAt as changedAt"]),
      pagesPerPart,
    ),
  entries: async (db, { limit, offset }) => {
    const rows = await selectPublicListings(db)
      .select([sql<string>`snapshot ->> 'slug'`.as("slug"), "listingPublications.publishedAt as changedAt"])
      .orderBy("listings.id")
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ slug, changedAt }) => ({ path: (paths) => paths.listing(slug), changedAt }));
  },
};

function selectPublicSellers(db: Db) {
  return db
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
    )
    .where("sellers.status", "=", "approved");
}

export const listSellers: KindOfPage = {
  parts: (db, pagesPerPart) =>
    partsOf(db, selectPublicSellers(db).select(["sellers.id as id", "sellers.updatedAt as changedAt"]), pagesPerPart),
  entries: async (db, { limit, offset }) => {
    const rows = await selectPublicSellers(db)
      .select(["sellerSlugs.slug as slug", "sellers.updatedAt as changedAt"])
      .orderBy("sellers.id")
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ slug, changedAt }) => ({ path: (paths) => paths.seller(slug), changedAt }));
  },
};

export const listCollections: KindOfPage = {
  parts: (db, pagesPerPart) =>
    partsOf(
      db,
      db.selectFrom("collections").where("status", "=", "published").select(["id", "updatedAt as changedAt"]),
      pagesPerPart,
    ),
  entries: async (db, { limit, offset }) => {
    const rows = await db
      .selectFrom("collections")
      .where("status", "=", "published")
      .select(["slug", "updatedAt as changedAt"])
      .orderBy("id")
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ slug, changedAt }) => ({ path: (paths) => paths.collection(slug), changedAt }));
  },
};

/** Cuts rows, in the order of their ids, into parts and says when the newest of each changed. */
async function partsOf(
  db: Db,
  rows: Expression<{ id: string; changedAt: Date }>,
  pagesPerPart: number,
): Promise<SitemapPart[]> {
  const { rows: parts } = await sql<{ part: number; changedAt: Date }>`
    select (((row_number - 1) / ${pagesPerPart}::int) + 1)::int as part, max(changed_at) as changed_at
    from (select changed_at, row_number() over (order by id) from (${rows}) as pages) as numbered
    group by 1 order by 1`.execute(db);
  return parts;
}
