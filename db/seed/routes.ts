import { readFileSync } from "node:fs";
import type { Row } from "../bulk";
import { defaultRoutesFile } from "../reference/schema";
import { seedUuid } from "./ids";
import type { SeedCatalogue, SeedSeller } from "./catalogue";

type Service = "post" | "courier" | "freight" | "pick_up" | "digital";
type Zone = {
  countries: readonly string[];
  days: readonly [min: number, max: number];
  currency?: string;
  maximumGrams?: number;
  /** Weight table: grams and whole units of the currency. */
  rates?: readonly (readonly [upToGrams: number, amount: number])[];
};
type Route = { service: Service; zones: Zone[] };
type Distance = "near" | "europe" | "far";

/** The Federation's own tables: a demo shop ships as one that took them over, in its currency. */
const TABLES = defaultRoutesFile.parse(
  JSON.parse(readFileSync(new URL("../reference/default-routes.json", import.meta.url), "utf8")),
);
const { home: HOME, near: NEAR, europe: EUROPE, far: FAR } = TABLES.groups;
const EVERYWHERE = [...NEAR, ...EUROPE, ...FAR];

/** Most posts stopped taking goods to the United States in 2025 (markets.json, US); couriers and freight go on. */
const NOT_BY_POST = new Set(["US"]);

const COUNTRIES_OF_MARKET: Readonly<Record<string, readonly string[]>> = {
  EU: EUROPE.filter((country) => !["GB", "CH", "NO"].includes(country)),
};

/** Small packets go to 2 kg, parcels to 30 kg (Azərpoçt; UPU letter post and parcel limits). */
const PACKET_GRAMS = 2_000;
const PARCEL_GRAMS = 30_000;

const tableOf = (service: Service, group: Distance | "home") => {
  const zone = TABLES.zones.find((one) => one.service === service && one.groups.includes(group));
  if (!zone) throw new Error(`the Federation's tables have no ${service} to ${group}`);
  return zone;
};
const abroadOf = (service: Service) => ({
  days: {
    near: tableOf(service, "near").days,
    europe: tableOf(service, "europe").days,
    far: tableOf(service, "far").days,
  },
  rates: {
    near: tableOf(service, "near").rates,
    europe: tableOf(service, "europe").rates,
    far: tableOf(service, "far").rates,
  },
});
const homeOf = (service: Service): Zone => {
  const { days, rates } = tableOf(service, "home");
  return { countries: HOME, days, currency: "AZN", maximumGrams: PARCEL_GRAMS, rates };
};
const HOME_POST = homeOf("post");
const HOME_COURIER = homeOf("courier");
const { days: POST_DAYS, rates: POST_RATES } = abroadOf("post");
const { days: COURIER_DAYS, rates: COURIER_RATES } = abroadOf("courier");
const { days: FREIGHT_DAYS } = abroadOf("freight");
/** Groupage of a workshop that ships a few times a year waits for a full pallet. */
const RARE_FREIGHT_DAYS = { near: [18, 30], europe: [40, 55], far: [60, 80] } as const;

/**
 * How a demo seller ships. `demo.shipping_routes` counts the priced routes abroad: none, post, or post and courier
 * (studios: digital hand-over, and a courier for what is printed). Who offers goods and services hands over digitally
 * besides. Everybody can be visited; freight is asked for.
 */
export function routesOf(seller: SeedSeller, heaviestGrams: number): Route[] {
  const { level_target: level, shipping_routes: count } = seller.demo;
  const abroad = countriesOf(seller);
  const currency = seller.export_currency;
  if (seller.type === "services") {
    const routes: Route[] = [digital(currency)];
    if (count > 1)
      routes.push({
        service: "courier",
        zones: [HOME_COURIER, ...priced(abroad, COURIER_DAYS, COURIER_RATES, currency)],
      });
    return [...routes, pickUp()];
  }
  const routes: Route[] = [];
  const sendsParcels = count > 1 || heaviestGrams > PACKET_GRAMS * 2;
  const limit = sendsParcels ? PARCEL_GRAMS : PACKET_GRAMS;
  const post =
    count > 0
      ? priced(
          abroad.filter((country) => !NOT_BY_POST.has(country)),
          POST_DAYS,
          POST_RATES,
          currency,
          limit,
        )
      : [];
  routes.push({ service: "post", zones: [HOME_POST, ...post] });
  if (count > 1) {
    routes.push({
      service: "courier",
      zones: [HOME_COURIER, ...priced(abroad, COURIER_DAYS, COURIER_RATES, currency)],
    });
  }
  if (count > 0 && !(count === 1 && abroad.every((country) => NEAR.includes(country)))) {
    const days = level === "preparing" ? RARE_FREIGHT_DAYS : FREIGHT_DAYS;
    routes.push({
      service: "freight",
      zones: byDistance(abroad).map(([distance, countries]) => ({ countries, days: days[distance] })),
    });
  }
  if (seller.type === "both") routes.push(digital(currency));
  return [...routes, pickUp()];
}

/** Practised exporters send everywhere, the ready to Europe and their markets, others to the markets they chose. */
function countriesOf(seller: SeedSeller): string[] {
  const { level_target: level, shipping_routes: count } = seller.demo;
  if (count === 0) return [];
  if (level === "exporting") return EVERYWHERE;
  const chosen = seller.target_markets.flatMap((market) => COUNTRIES_OF_MARKET[market] ?? [market]);
  const wanted = new Set(level === "ready" ? [...NEAR, ...EUROPE, ...chosen] : chosen);
  return EVERYWHERE.filter((country) => wanted.has(country));
}

function byDistance(countries: readonly string[]): [Distance, string[]][] {
  const among = (zone: readonly string[]) => countries.filter((country) => zone.includes(country));
  const zones: [Distance, string[]][] = [
    ["near", among(NEAR)],
    ["europe", among(EUROPE)],
    ["far", among(FAR)],
  ];
  return zones.filter(([, found]) => found.length > 0);
}

function priced(
  countries: readonly string[],
  days: Record<Distance, readonly [number, number]>,
  rates: Record<Distance, readonly (readonly [number, number])[]>,
  currency: string,
  maximumGrams = PARCEL_GRAMS,
): Zone[] {
  return byDistance(countries).map(([distance, found]) => ({
    countries: found,
    days: days[distance],
    currency,
    maximumGrams,
    rates: rates[distance].filter(([upToGrams]) => upToGrams <= maximumGrams),
  }));
}

/** Weighs nothing and costs nothing, so one step of the weight table takes anything. */
const ANY_WEIGHT = 10_000_000;

function digital(currency: string): Route {
  const zone = (countries: readonly string[], of: string): Zone => ({
    countries,
    days: [0, 1],
    currency: of,
    rates: [[ANY_WEIGHT, 0]],
  });
  return { service: "digital", zones: [zone(HOME, "AZN"), zone(EVERYWHERE, currency)] };
}

function pickUp(): Route {
  return { service: "pick_up", zones: [{ countries: HOME, days: [0, 1], currency: "AZN", rates: [[ANY_WEIGHT, 0]] }] };
}

type RouteRows = { routes: Row[]; zones: Row[]; countries: Row[]; rates: Row[] };

export function routeRows({ sellers, listings }: SeedCatalogue, now: Date): RouteRows {
  const rows: RouteRows = { routes: [], zones: [], countries: [], rates: [] };
  for (const seller of sellers) {
    const weights = listings.map((one) =>
      one.kind === "goods" && one.seller === seller.id ? (one.packed_weight_g ?? 0) : 0,
    );
    // The typical piece decides: one heavy piece goes by freight, a shop of heavy pieces has parcels.
    const typical = weights.filter((grams) => grams > 0).toSorted((a, b) => a - b);
    const middle = typical[Math.floor(typical.length / 2)] ?? 0;
    for (const [position, { service, zones }] of routesOf(seller, middle).entries()) {
      const routeId = seedUuid("route", `${seller.id}/${position}`);
      rows.routes.push({
        id: routeId,
        seller_id: seedUuid("seller", seller.id),
        service,
        position,
        created_at: now.toISOString(),
      });
      for (const [index, zone] of zones.entries()) {
        const zoneId = seedUuid("zone", `${seller.id}/${position}/${index}`);
        rows.zones.push({
          id: zoneId,
          route_id: routeId,
          position: index,
          days_min: zone.days[0],
          days_max: zone.days[1],
          currency: zone.currency ?? null,
          maximum_grams: zone.maximumGrams ?? null,
        });
        for (const country of zone.countries) rows.countries.push({ route_id: routeId, zone_id: zoneId, country });
        for (const [upToGrams, amount] of zone.rates ?? []) {
          rows.rates.push({ zone_id: zoneId, up_to_grams: upToGrams, amount_minor: amount * 100 });
        }
      }
    }
  }
  return rows;
}
