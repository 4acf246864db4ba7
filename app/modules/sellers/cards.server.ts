import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { prepared } from "~/platform/db/prepared.server";
import type { Locale } from "~/platform/i18n/locales";
import type { SellerCardView } from "./types";

/** Pictures shown on a seller's card. */
const PICTURES_PER_CARD = 3;

/** Cards of approved sellers, in the given order; who is not public any more is left out. */
export async function listSellerCards(db: Db, locale: Locale, sellerIds: readonly string[]): Promise<SellerCardView[]> {
  if (sellerIds.length === 0) return [];
  const rows = await db
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
    )
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .where("sellers.id", "in", [...sellerIds])
    .where("sellers.status", "=", "approved")
    .select([
      "sellers.id as sellerId",
      "sellerSlugs.slug as slug",
      "readinessResults.level as level",
      sql<string>`(select name from seller_texts where seller_id = sellers.id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("name"),
      sql<string | null>`(select coalesce(tagline, story) from seller_texts where seller_id = sellers.id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("tagline"),
      sql<string>`(select name from place_texts where place_id = sellers.place_id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("place"),
      sql<number>`(
        select count(*)::int from listing_publications as p join listings as l on l.id = p.listing_id
        where l.seller_id = sellers.id and p.is_current and l.status = 'published')`.as("listingCount"),
      sql<SellerCardView["pictures"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('sha256', picture->>'sha256', 'placeholder', picture->>'placeholder')), '[]')
        from (
          select p.front as picture
          from listing_publications as p join listings as l on l.id = p.listing_id
          where l.seller_id = sellers.id and p.is_current and l.status = 'published' and p.front is not null
          order by p.first_published_at desc, l.id limit ${PICTURES_PER_CARD}) as latest)`.as("pictures"),
    ])
    .execute();
  const byId = new Map(rows.map((row) => [row.sellerId, row]));
  return sellerIds.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const level = row.level === "ready" || row.level === "exporting" ? row.level : undefined;
    return [{ ...row, tagline: row.tagline ?? undefined, level }];
  });
}

export type SellerName = { sellerId: string; slug: string; name: string; placeId: string };

/** What approved sellers are called and where they are, for lists that are longer than cards could be. */
export async function listSellerNames(db: Db, locale: Locale, sellerIds: readonly string[]): Promise<SellerName[]> {
  if (sellerIds.length === 0) return [];
  return db
    .selectFrom("sellers")
    .innerJoin("sellerSlugs", (join) =>
      join.onRef("sellerSlugs.sellerId", "=", "sellers.id").on("sellerSlugs.isCurrent", "=", true),
    )
    .modifyFront(prepared)
    .where("sellers.id", "=", sql<string>`any(${[...sellerIds]}::uuid[])`)
    .where("sellers.status", "=", "approved")
    .select([
      "sellers.id as sellerId",
      "sellerSlugs.slug as slug",
      "sellers.placeId as placeId",
      sql<string>`(select name from seller_texts where seller_id = sellers.id
        order by locale = ${locale} desc, locale = 'az' desc limit 1)`.as("name"),
    ])
    .execute();
}
