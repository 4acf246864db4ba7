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

/** SQL of what a zone says, as JSON of a `RouteOption`. */
const optionOfZone = sql<RouteOption>`json_strip_nulls(json_build_object(
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
  )))`;

/** SQL of the active routes of the row's `sellers.id` to a country, as JSON of `RouteOption[]`. */
export function selectRouteOptions(country: string): RawBuilder<RouteOption[]> {
  return sql<RouteOption[]>`(
    select coalesce(json_agg(${optionOfZone} order by routes.position), '[]')
    from routes
    join route_zone_countries on route_zone_countries.route_id = routes.id and route_zone_countries.country = ${country}
    join route_zones on route_zones.id = route_zone_countries.zone_id
    where routes.seller_id = sellers.id and routes.is_active
  )`;
}

type Zone = { countries: string[]; option: RouteOption };

/** SQL of the zones of all active routes of the row's `sellers.id`, as JSON of `Zone[]` in the order of their routes. */
const zonesOfSeller = sql<Zone[]>`(
  select coalesce(json_agg(json_build_object(
    'countries', (
      select coalesce(json_agg(country), '[]') from route_zone_countries where zone_id = route_zones.id),
    'option', ${optionOfZone}) order by routes.position), '[]')
  from routes
  join route_zones on route_zones.route_id = routes.id
  where routes.seller_id = sellers.id and routes.is_active
)`;

/** A seller's ways, by the country that they lead to. */
type Reach = ReadonlyMap<string, readonly RouteOption[]>;

/** A country is in one zone of a route, and in the order of the routes among its ways. */
function reachOf(zones: readonly Zone[]): Reach {
  const reach = new Map<string, RouteOption[]>();
  for (const { countries, option } of zones) {
    for (const country of countries) {
      const ways = reach.get(country);
      if (ways) ways.push(option);
      else reach.set(country, [option]);
    }
  }
  return reach;
}

/** Sellers: one who ships to all the world by three routes takes some twenty-five kilobytes. */
const MOST_KEPT = 2_000;

const kept = keptVersions<Reach>({
  most: MOST_KEPT,
  read: async (db, sellerIds) => {
    const rows = await db
      .selectFrom("sellers")
      .modifyFront(prepared)
      .where("id", "=", sql<string>`any(${[...sellerIds]}::uuid[])`)
      .select(["id", "routesStamp as stamp", zonesOfSeller.as("zones")])
      .execute();
    return rows.map(({ id, stamp, zones }) => ({ key: id, version: stamp, value: reachOf(zones) }));
  },
});

/**
 * The active routes of sellers, for lists: putting them together anew was most of what a card cost.
 *
 * @param sellers with the stamp that their routes have now, as the database keeps it
 * @returns the ways to a country by seller
 */
export async function routeOptionsTo(
  db: Db,
  country: string,
  sellers: readonly { sellerId: string; routesStamp: string }[],
): Promise<(sellerId: string) => readonly RouteOption[]> {
  const reaches = await kept.of(
    db,
    sellers.map(({ sellerId, routesStamp }) => ({ key: sellerId, version: routesStamp })),
  );
  return (sellerId) => reaches.get(sellerId)?.get(country) ?? [];
}
