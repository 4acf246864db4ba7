import { sql, type RawBuilder } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { keptVersions } from "~/platform/db/kept-versions.server";
import { prepared } from "~/platform/db/prepared.server";

/** How a seller reaches one country; `app/modules/catalog` reads it as its own `DeliveryOption`. */
export type RouteOption = {
  service: "post" | "courier" | "freight" | "pick_up" | "digital";
  daysMin: number;
  daysMax: number;
  currency?: string;
  maximumGrams?: number;
  /** Goods worth this much go free of charge: minor units of the zone's currency, as digits. */
  freeOverMinor?: string;
  /** Minor units as digits, by rising weight. */
  rates: { upToGrams: number; amountMinor: string }[];
};

/** SQL of the active routes of the row's `sellers.id` to a country, as JSON of `RouteOption[]`. */
export function selectRouteOptions(country: string): RawBuilder<RouteOption[]> {
  return sql<RouteOption[]>`(
    select coalesce(json_agg(json_strip_nulls(json_build_object(
      'service', routes.service,
      'daysMin', route_zones.days_min,
      'daysMax', route_zones.days_max,
      'currency', route_zones.currency,
      'maximumGrams', route_zones.maximum_grams,
      'freeOverMinor', route_zones.free_over_minor::text,
      'rates', (
        select coalesce(json_agg(json_build_object(
          'upToGrams', up_to_grams, 'amountMinor', amount_minor::text) order by up_to_grams), '[]')
        from route_rates where zone_id = route_zones.id
      ))) order by routes.position), '[]')
    from routes
    join route_zone_countries on route_zone_countries.route_id = routes.id and route_zone_countries.country = ${country}
    join route_zones on route_zones.id = route_zone_countries.zone_id
    where routes.seller_id = sellers.id and routes.is_active
  )`;
}

/** Ways of sellers to countries: about a kilobyte each. */
const MOST_KEPT = 10_000;

const kept = keptVersions<RouteOption[]>({
  most: MOST_KEPT,
  read: async (db, sellerIds, country) => {
    const rows = await db
      .selectFrom("sellers")
      .modifyFront(prepared)
      .where("id", "=", sql<string>`any(${[...sellerIds]}::uuid[])`)
      .select(["id", "routesStamp as stamp", selectRouteOptions(country).as("options")])
      .execute();
    return rows.map(({ id, stamp, options }) => ({ key: id, version: stamp, value: options }));
  },
});

/**
 * The active routes of sellers to a country, for lists: putting them together anew was most of what a card cost.
 *
 * @param sellers with the stamp that their routes have now, as the database keeps it
 */
export function routeOptionsTo(
  db: Db,
  country: string,
  sellers: readonly { sellerId: string; routesStamp: string }[],
): Promise<ReadonlyMap<string, readonly RouteOption[]>> {
  const wanted = sellers.map(({ sellerId, routesStamp }) => ({ key: sellerId, version: routesStamp }));
  return kept.of(db, wanted, country);
}
