import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { ROUTE_SERVICES, type RouteService, type RouteZone } from "./shipping";

/** A shop has few routes and each few zones; more than this is nobody's. */
const MOST_ZONES = 200;
/** What a shop's prices abroad are in until it has said otherwise: the currency of the Federation's tables. */
const FIRST_CURRENCY = "EUR";

export type ShopZone = RouteZone & { zoneId: string; routeId: string };
export type ShopRoute = { routeId: string; service: RouteService; isActive: boolean; zones: ShopZone[] };

export type Shipping = {
  /** Number of the state that a form was made from. */
  version: number;
  /** In which currency parcels abroad are paid. */
  currency: string;
  routes: ShopRoute[];
};

type ZoneJson = {
  zoneId: string | null;
  countries: string[];
  daysMin: number;
  daysMax: number;
  currency: string | null;
  maximumGrams: number | null;
  freeOverMinor?: string | null;
  rates: { upToGrams: number; amountMinor: string }[];
};

/** How a shop ships, as its team sees it: what is switched off, too. */
export async function findShipping(db: Db | Trx, sellerId: string): Promise<Shipping | undefined> {
  const shop = await db.selectFrom("sellers").select("routesVersion").where("id", "=", sellerId).executeTakeFirst();
  if (!shop) return undefined;
  const rows = await db
    .selectFrom("routes")
    .leftJoin("routeZones", "routeZones.routeId", "routes.id")
    .select([
      "routes.id as routeId",
      "routes.service",
      "routes.isActive",
      sql<ZoneJson>`jsonb_build_object(
        'zoneId', route_zones.id, 'daysMin', days_min, 'daysMax', days_max, 'currency', currency,
        'maximumGrams', maximum_grams, 'freeOverMinor', free_over_minor::text,
        'countries', array(select country::text from route_zone_countries where zone_id = route_zones.id order by country),
        'rates', (select coalesce(jsonb_agg(jsonb_build_object(
            'upToGrams', up_to_grams, 'amountMinor', amount_minor::text) order by up_to_grams), '[]')
          from route_rates where zone_id = route_zones.id))`.as("zone"),
    ])
    .where("routes.sellerId", "=", sellerId)
    .orderBy("routes.position")
    .orderBy("routeZones.position")
    .limit(MOST_ZONES)
    .execute();
  const routes = new Map<string, ShopRoute>();
  for (const { routeId, service, isActive, zone } of rows) {
    const route = routes.get(routeId) ?? { routeId, service: serviceOf(service), isActive, zones: [] };
    routes.set(routeId, route);
    if (zone.zoneId !== null) route.zones.push({ ...zoneOf(zone), zoneId: zone.zoneId, routeId });
  }
  const found = [...routes.values()];
  return { version: shop.routesVersion, currency: currencyAbroad(found), routes: found };
}

/** What the Federation suggests, with the day as of which; its reference file says from where. */
export async function findDefaultRoutes(
  db: Db | Trx,
): Promise<{ asOf: string | undefined; routes: { service: RouteService; zones: RouteZone[] }[] }> {
  const [load, rows] = await Promise.all([
    db.selectFrom("referenceLoads").select("asOf").where("name", "=", "default-routes.json").executeTakeFirst(),
    db
      .selectFrom("defaultRouteZones")
      .select([
        "service",
        "countries",
        "daysMin",
        "daysMax",
        "currency",
        "maximumGrams",
        // Loaded by `db/reference/load.ts` alone, which writes them so.
        sql<ZoneJson["rates"]>`rates`.as("rates"),
      ])
      .orderBy("service")
      .orderBy("position")
      .limit(MOST_ZONES)
      .execute(),
  ]);
  return {
    asOf: load?.asOf,
    routes: ROUTE_SERVICES.map((service) => ({
      service,
      zones: rows.filter((row) => row.service === service).map((row) => zoneOf({ ...row, zoneId: null })),
    })),
  };
}

function zoneOf({ countries, daysMin, daysMax, currency, maximumGrams, freeOverMinor, rates }: ZoneJson): RouteZone {
  return {
    countries,
    daysMin,
    daysMax,
    currency: currency ?? undefined,
    maximumGrams: maximumGrams ?? undefined,
    freeOverMinor: freeOverMinor ? BigInt(freeOverMinor) : undefined,
    rates: rates.map(({ upToGrams, amountMinor }) => ({ upToGrams, amountMinor: BigInt(amountMinor) })),
  };
}

function currencyAbroad(routes: readonly ShopRoute[]): string {
  const priced = routes.flatMap(({ zones }) => zones).find((zone) => zone.currency && !zone.countries.includes("AZ"));
  return priced?.currency ?? FIRST_CURRENCY;
}

function serviceOf(service: string): RouteService {
  // The table's check allows no other.
  return ROUTE_SERVICES.find((own) => own === service) ?? "post";
}
