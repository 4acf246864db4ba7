import { sql } from "kysely";
import { selectPublicListings } from "~/modules/catalog/index.server";
import { findCollection } from "~/modules/curation/index.server";
import { findSellerAtSlug } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { MOST_LISTINGS, type CatalogueRequest } from "../types";

/** Whose catalogue is asked for: of what stands at a public address, or of what a person has saved. */
export type CatalogueOf = { kind: "seller" | "collection"; slug: string } | { kind: "saved"; userId: string };

type Question = { of: CatalogueOf; reader: Reader; today: string };

/** The request for a catalogue, or undefined when the public sees no such seller or collection. */
export async function findCatalogueRequest(
  db: Db,
  { of, reader, today }: Question,
): Promise<CatalogueRequest | undefined> {
  const found = await findSubject(db, { of, reader, today });
  if (!found) return undefined;
  const { lang, destination, currency } = reader;
  return { kind: of.kind, ...found, lang, destination, currency };
}

type Subject = Pick<CatalogueRequest, "subjectId" | "listingIds">;

async function findSubject(db: Db, { of, reader, today }: Question): Promise<Subject | undefined> {
  if (of.kind === "saved") return { subjectId: undefined, listingIds: await listSavedIds(db, of.userId) };
  if (of.kind === "seller") {
    const found = await findSellerAtSlug(db, { slug: of.slug, locale: reader.lang, today });
    if (found?.kind !== "found") return undefined;
    const { sellerId } = found.seller;
    return { subjectId: sellerId, listingIds: await listSellerIds(db, sellerId) };
  }
  const collection = await findCollection(db, { slug: of.slug, locale: reader.lang });
  if (!collection) return undefined;
  const { collectionId, listingIds } = collection;
  return { subjectId: collectionId, listingIds: await publicOnes(db, listingIds) };
}

/** By category, as on a stand at a fair; the freshest first within one. */
async function listSellerIds(db: Db, sellerId: string): Promise<string[]> {
  const rows = await selectPublicListings(db)
    .leftJoin("categories", (join) => join.on("categories.id", "=", sql<string>`snapshot ->> 'categoryId'`))
    .where("sellers.id", "=", sellerId)
    .select("listings.id")
    .orderBy("categories.position")
    .orderBy("listingPublications.firstPublishedAt", "desc")
    .orderBy("listings.id")
    .limit(MOST_LISTINGS)
    .execute();
  return rows.map(({ id }) => id);
}

async function listSavedIds(db: Db, userId: string): Promise<string[]> {
  const rows = await selectPublicListings(db)
    .innerJoin("savedListings", "savedListings.listingId", "listings.id")
    .where("savedListings.userId", "=", userId)
    .select("listings.id")
    .orderBy("savedListings.savedAt", "desc")
    .orderBy("listings.id")
    .limit(MOST_LISTINGS)
    .execute();
  return rows.map(({ id }) => id);
}

async function publicOnes(db: Db, listingIds: readonly string[]): Promise<string[]> {
  if (listingIds.length === 0) return [];
  const rows = await selectPublicListings(db)
    .where("listings.id", "in", [...listingIds])
    .select("listings.id")
    .execute();
  const isPublic = new Set(rows.map(({ id }) => id));
  return listingIds.filter((id) => isPublic.has(id)).slice(0, MOST_LISTINGS);
}
