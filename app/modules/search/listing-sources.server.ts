import { sql } from "kysely";
import { awayOf, type DeliveryOption, type ListingSnapshot } from "~/modules/catalog";
import {
  currentRates,
  referenceBook,
  selectPublicListings,
  supplyOf,
  type ReferenceBook,
} from "~/modules/catalog/index.server";
import { selectClosure } from "~/modules/sellers/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { ListingSource } from "./listing-document";

type Way = { country: string; service: DeliveryOption["service"]; daysMax: number; maximumGrams?: number };

/** What the documents of the given listings are made from; who is not public is left out. */
export async function readListingSources(
  db: Db,
  on: Db | Trx,
  listingIds: readonly string[],
  today = dayInBaku(clock()),
): Promise<ListingSource[]> {
  const [book, { rates }] = await Promise.all([referenceBook(db), currentRates(db)]);
  const rows = await selectPublicListings(on)
    .where("listings.id", "in", [...listingIds])
    .select([
      // Written by `publishListing` alone, which builds it as a ListingSnapshot.
      sql<ListingSnapshot>`listing_publications.snapshot`.as("snapshot"),
      "listingPublications.firstPublishedAt as firstPublishedAt",
      "listings.sellerId as sellerId",
      sql<number>`(
        select coalesce(sum(stock_quantity), 0)::int from listing_variants
        where listing_id = listings.id and is_active)`.as("stockQuantity"),
    ])
    .execute();
  const sellers = await readSellers(on, [...new Set(rows.map((row) => row.sellerId))]);
  return rows.flatMap((row) => {
    const seller = sellers.get(row.sellerId);
    const { snapshot } = row;
    if (!seller) return [];
    return [
      {
        snapshot,
        supply: supplyOf({
          snapshot,
          stockQuantity: row.stockQuantity,
          dispatchDays: seller.dispatchDays,
          away: awayOf(seller.closure, today),
        }),
        level: seller.level ?? undefined,
        firstPublishedAt: row.firstPublishedAt,
        sellerNames: seller.names,
        routes: byCountry(seller.ways),
        fulfilledCountries: countriesOf(book, seller.markets),
        categoryPath: categoryPath(book, snapshot.categoryId),
        technique: book.techniques.get(snapshot.techniqueId ?? ""),
        materials: snapshot.materialIds.map((id) => book.materials.get(id)),
        place: book.places.get(snapshot.placeId ?? "")?.names,
        region: book.regions.get(snapshot.regionId ?? ""),
        heritage: book.heritage.get(snapshot.heritageElementId ?? "")?.names,
        rates,
      },
    ];
  });
}

async function readSellers(on: Db | Trx, sellerIds: readonly string[]) {
  if (sellerIds.length === 0) return new Map<string, never>();
  const rows = await on
    .selectFrom("sellers")
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .where("sellers.id", "in", [...sellerIds])
    .select([
      "sellers.id as sellerId",
      "sellers.dispatchDays as dispatchDays",
      selectClosure().as("closure"),
      "readinessResults.level as level",
      sql<string[]>`array(select name from seller_texts where seller_id = sellers.id order by locale)`.as("names"),
      sql<
        string[]
      >`array(select market_id from market_readiness where seller_id = sellers.id and is_open order by market_id)`.as(
        "markets",
      ),
      sql<Way[]>`(
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'country', route_zone_countries.country, 'service', routes.service,
          'daysMax', route_zones.days_max, 'maximumGrams', route_zones.maximum_grams))
          order by route_zone_countries.country), '[]')
        from routes
        join route_zone_countries on route_zone_countries.route_id = routes.id
        join route_zones on route_zones.id = route_zone_countries.zone_id
        where routes.seller_id = sellers.id and routes.is_active)`.as("ways"),
    ])
    .execute();
  return new Map(rows.map((row) => [row.sellerId, row]));
}

function byCountry(ways: readonly Way[]): Map<string, DeliveryOption[]> {
  const found = new Map<string, DeliveryOption[]>();
  for (const { country, service, daysMax, maximumGrams } of ways) {
    const option = { service, daysMin: 0, daysMax, rates: [], ...(maximumGrams === undefined ? {} : { maximumGrams }) };
    found.set(country, [...(found.get(country) ?? []), option]);
  }
  return found;
}

/** Destinations whose market's mandatory rules are fulfilled. */
export function countriesOf(book: ReferenceBook, markets: readonly string[]): Set<string> {
  const entries = [...book.destinations].filter(([, market]) => market !== undefined && markets.includes(market));
  return new Set(entries.map(([country]) => country));
}

/** A category and all above it, nearest first. */
export function categoryPath(
  book: ReferenceBook,
  categoryId: string,
): { id: string; names: ListingSource["region"] }[] {
  const category = book.categories.get(categoryId);
  if (!category) return [];
  const above = category.parentId === undefined ? [] : categoryPath(book, category.parentId);
  return [{ id: category.id, names: category.names }, ...above];
}
