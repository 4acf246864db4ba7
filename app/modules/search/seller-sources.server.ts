import { sql } from "kysely";
import { referenceBook } from "~/modules/catalog/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { categoryPath } from "./listing-sources.server";
import type { SellerSource } from "./seller-document";

/** What the documents of the given sellers are made from; who is not approved is left out. */
export async function readSellerSources(db: Db, on: Db | Trx, sellerIds: readonly string[]): Promise<SellerSource[]> {
  const book = await referenceBook(db);
  const rows = await on
    .selectFrom("sellers")
    .innerJoin("places", "places.id", "sellers.placeId")
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .where("sellers.id", "in", [...sellerIds])
    .where("sellers.status", "=", "approved")
    .select([
      "sellers.id as sellerId",
      "sellers.approvedAt as approvedAt",
      "sellers.placeId as placeId",
      "places.regionId as regionId",
      "readinessResults.level as level",
      sql<string[]>`array(select name from seller_texts where seller_id = sellers.id order by locale)`.as("names"),
      sql<string[]>`array(
        select concat_ws(' ', tagline, story) from seller_texts where seller_id = sellers.id order by locale)`.as(
        "texts",
      ),
      sql<string[]>`array(select language from seller_languages where seller_id = sellers.id order by position)`.as(
        "languages",
      ),
      sql<
        string[]
      >`array(select market_id from market_readiness where seller_id = sellers.id and is_open order by market_id)`.as(
        "markets",
      ),
      sql<string[]>`array(select category_id from seller_categories where seller_id = sellers.id order by position)`.as(
        "categoryIds",
      ),
    ])
    .execute();
  return rows.map(({ placeId, categoryIds, approvedAt, level, ...row }) => ({
    ...row,
    level: level ?? undefined,
    categoryPaths: categoryIds.flatMap((id) => categoryPath(book, id)),
    place: book.places.get(placeId)?.names,
    region: book.regions.get(row.regionId),
    // The database guarantees it for an approved seller, its type does not.
    approvedAt: approvedAt ?? new Date(0),
  }));
}
