import { sql, type Compilable } from "kysely";
import { routeOptionsTo, selectClosure, selectRouteOptions } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { prepared } from "~/platform/db/prepared.server";
import { statementOfIds } from "~/platform/db/statement-of-ids.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { selectPublicListings } from "./publication.server";
import { earliestMadeYear } from "./restrictions";
import { shortPublications, type ShortPublication } from "./short-snapshot.server";
import type { DeliveryOption, ListingSnapshot } from "./types";

/** A listing as a list shows it. */
export type CardRow<Live extends LiveRow = LiveRow> = {
  live: Live;
  published: ShortPublication;
  /** The ways to the country that was asked about. */
  options: readonly DeliveryOption[];
};

/** What is live of public listings beside what was published, and which publication that is; order and choice are the caller's. */
export function selectLiveRows(db: Db, { lang }: Pick<Reader, "lang">) {
  return selectPublicListings(db)
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .select([
      "listingPublications.listingId as listingId",
      "listingPublications.id as publicationId",
      "sellers.id as sellerId",
      "sellers.dispatchDays as dispatchDays",
      "sellers.routesStamp as routesStamp",
      "readinessResults.level as level",
      sql<string>`coalesce(
        (select name from seller_texts where seller_id = sellers.id and locale = ${lang}),
        (select name from seller_texts where seller_id = sellers.id order by locale = 'az' desc limit 1))`.as(
        "sellerName",
      ),
      sql<number>`(
        select coalesce(sum(stock_quantity), 0)::int from listing_variants
        where listing_id = listings.id and is_active)`.as("stockQuantity"),
      selectClosure().as("closure"),
    ]);
}

export type LiveRow = Awaited<ReturnType<ReturnType<typeof selectLiveRows>["execute"]>>[number];

/**
 * Live rows of listings by their ids, in no order.
 *
 * @param more what is wanted besides
 */
export function liveRowsOfIds<Row extends LiveRow>(
  more: (query: ReturnType<typeof selectLiveRows>) => Compilable<Row>,
): (db: Db, lang: Locale, listingIds: readonly string[]) => Promise<Row[]> {
  // The year is in the statement, by `selectPublicListings`, and another one after New Year.
  const statement = statementOfIds((db, anyOfIds, lang: Locale, _earliestMadeYear: number) =>
    more(selectLiveRows(db, { lang }).modifyFront(prepared).where("listings.id", "=", anyOfIds)),
  );
  return (db, lang, listingIds) => statement(db, listingIds, lang, earliestMadeYear(clock()));
}

/** With the whole of what was published and the ways to the reader: for the page of one listing. */
export function selectListingRows(db: Db, reader: Pick<Reader, "lang" | "destination">) {
  // Written by `publishListing` alone, which builds it as a ListingSnapshot; a trigger refuses later changes.
  return selectLiveRows(db, reader).select([
    sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"),
    selectRouteOptions(reader.destination).as("options"),
    sql<Record<string, number>>`(
      select coalesce(jsonb_object_agg(id, stock_quantity), '{}') from listing_variants
      where listing_id = listings.id and is_active)`.as("stockOfVariants"),
  ]);
}

/** Adds what was published and the ways to a country, which are kept in this process as long as they hold. */
export async function withPublished<Row extends LiveRow>(
  db: Db,
  destination: string,
  rows: readonly Row[],
): Promise<CardRow<Row>[]> {
  if (rows.length === 0) return [];
  const [publications, ways] = await Promise.all([shortPublications(db, rows), routeOptionsTo(db, destination, rows)]);
  return rows.flatMap((live) => {
    const published = publications.get(live.listingId);
    // Taken from the site, or not yet in a replica.
    return published ? [{ live, published, options: ways(live.sellerId) }] : [];
  });
}

/** Rows in the order of their ids; an id without a row is left out. */
export function inOrder<Row extends { listingId: string }>(listingIds: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.listingId, row]));
  return listingIds.flatMap((id) => byId.get(id) ?? []);
}
