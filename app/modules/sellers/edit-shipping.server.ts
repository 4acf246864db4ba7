import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { askForReadiness } from "./ask-readiness.server";
import {
  currencyOf,
  FREE_OF_CHARGE,
  HOME_CURRENCY,
  isFreeOfCharge,
  whyNotZone,
  type RouteService,
  type RouteZone,
  type ShippingCurrency,
  type ZoneRefusal,
} from "./shipping";
import { findDefaultRoutes, findShipping, type Shipping, type ShopZone } from "./shipping-facts.server";

export type ShippingRefusal =
  | ZoneRefusal
  | "changed-elsewhere"
  | "already-there"
  | "other-currency"
  | "route-missing"
  | "zone-missing"
  | "country-missing"
  | "country-taken";
type Changed = Promise<Result<null, ShippingRefusal>>;
type Versioned = { version: number };

/** Takes over the Federation's tables for ways that the shop does not have yet; then they are its own to change. */
export function adoptRoutes(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, services }: Versioned & { services: readonly RouteService[] },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx, shipping) => {
    const has = new Set(shipping.routes.map(({ service }) => service));
    const { routes } = await findDefaultRoutes(trx);
    const fresh = routes.filter(({ service }) => services.includes(service) && !has.has(service));
    if (fresh.length === 0) return "already-there";
    const prices = fresh.flatMap(({ zones }) => zones).filter((zone) => !isFree(zone) && !isHome(zone));
    if (prices.some(({ currency }) => currency !== shipping.currency)) return "other-currency";
    let position = await nextPosition(trx, seller.sellerId);
    for (const { service, zones } of fresh) {
      const { id: routeId } = await trx
        .insertInto("routes")
        .values({ sellerId: seller.sellerId, service, position, createdAt: now })
        .returning("id")
        .executeTakeFirstOrThrow();
      position += 1;
      for (const [at, zone] of zones.entries()) await insertZone(trx, routeId, at, inCurrency(zone, shipping.currency));
    }
    return { action: "adopt-routes", after: { services: fresh.map(({ service }) => service) } };
  });
}

const isHome = ({ countries }: RouteZone) => currencyOf(countries, "") === HOME_CURRENCY;
const isFree = ({ rates }: RouteZone) => rates.every(({ amountMinor }) => amountMinor === 0n);

/** Tables are in the Federation's currency; digital hand-over and pick-up cost nothing in any. */
function inCurrency(zone: RouteZone, abroad: string): RouteZone {
  const currency = zone.currency === undefined || !isFree(zone) ? zone.currency : currencyOf(zone.countries, abroad);
  return { ...zone, currency };
}

/** Switches a way on or off, or takes it away with all its zones. */
export function changeRoute(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, routeId, deed }: Versioned & { routeId: string; deed: "on" | "off" | "remove" },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx, shipping) => {
    const route = shipping.routes.find((own) => own.routeId === routeId);
    if (!route) return "route-missing";
    if (deed === "remove") await trx.deleteFrom("routes").where("id", "=", routeId).execute();
    else
      await trx
        .updateTable("routes")
        .set({ isActive: deed === "on" })
        .where("id", "=", routeId)
        .execute();
    return { action: deed === "remove" ? "remove-route" : "switch-route", after: { service: route.service, deed } };
  });
}

type ZoneInput = Omit<RouteZone, "currency"> & { asksForFreight: boolean };

/** Says how a group of countries is reached; a new one when no zone is named. */
export function saveZone(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, routeId, zoneId, asksForFreight, ...input }: Versioned & ZoneInput & { routeId: string; zoneId?: string },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx, shipping) => {
    const route = shipping.routes.find((own) => own.routeId === routeId);
    if (!route) return "route-missing";
    const before = route.zones.find((own) => own.zoneId === zoneId);
    if (zoneId !== undefined && !before) return "zone-missing";
    const countries = [...new Set(input.countries)].toSorted();
    const isForFree = isFreeOfCharge(route.service);
    const rates = isForFree ? FREE_OF_CHARGE : asksForFreight ? [] : input.rates;
    const currency = rates.length === 0 ? undefined : currencyOf(countries, shipping.currency);
    const zone: RouteZone = {
      countries,
      daysMin: input.daysMin,
      daysMax: input.daysMax,
      maximumGrams: isForFree ? undefined : input.maximumGrams,
      // Where the carriage is asked for, or costs nothing, there is nothing to remit.
      freeOverMinor: isForFree || currency === undefined ? undefined : input.freeOverMinor,
      rates,
      currency,
    };
    const refusal =
      whyNotZone(zone, asksForFreight && !isForFree) ?? (await whyNotCountries(trx, route.zones, zone, zoneId));
    if (refusal) return refusal;
    const last = await trx
      .selectFrom("routeZones")
      .select((eb) => eb.fn.max("position").as("position"))
      .where("routeId", "=", routeId)
      .executeTakeFirst();
    if (before) await replaceZone(trx, before, zone);
    else await insertZone(trx, routeId, (last?.position ?? -1) + 1, zone);
    return {
      action: "save-route-zone",
      ...(before ? { before: recordOf(before) } : {}),
      after: { service: route.service, ...recordOf(zone) },
    };
  });
}

async function whyNotCountries(
  trx: Trx,
  zones: readonly ShopZone[],
  { countries }: RouteZone,
  zoneId: string | undefined,
): Promise<ShippingRefusal | undefined> {
  const known = await trx.selectFrom("destinations").select("country").where("country", "in", countries).execute();
  if (known.length !== countries.length) return "country-missing";
  const taken = new Set(zones.filter((zone) => zone.zoneId !== zoneId).flatMap((zone) => zone.countries));
  return countries.some((country) => taken.has(country)) ? "country-taken" : undefined;
}

/** Takes away a group of countries: the shop does not reach them by this way any more. */
export function removeZone(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, zoneId }: Versioned & { zoneId: string },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx, shipping) => {
    const zone = shipping.routes.flatMap(({ zones }) => zones).find((own) => own.zoneId === zoneId);
    if (!zone) return "zone-missing";
    await trx.deleteFrom("routeZones").where("id", "=", zoneId).execute();
    return { action: "remove-route-zone", before: recordOf(zone), after: {} };
  });
}

/** Says in which currency parcels abroad are paid. The numbers of the tables stay as they were typed. */
export function changeShippingCurrency(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, currency }: Versioned & { currency: ShippingCurrency },
  now = clock(),
): Changed {
  return change(db, seller, formKey, { version, now }, async (trx, shipping) => {
    const abroad = shipping.routes
      .flatMap(({ zones }) => zones)
      .filter((zone) => zone.currency !== undefined && !isHome(zone))
      .map(({ zoneId }) => zoneId);
    if (abroad.length > 0) await trx.updateTable("routeZones").set({ currency }).where("id", "in", abroad).execute();
    return {
      action: "change-shipping-currency",
      before: { currency: shipping.currency },
      after: { currency },
    };
  });
}

async function nextPosition(trx: Trx, sellerId: string): Promise<number> {
  const last = await trx
    .selectFrom("routes")
    .select((eb) => eb.fn.max("position").as("position"))
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

async function insertZone(trx: Trx, routeId: string, position: number, zone: RouteZone): Promise<void> {
  const { id: zoneId } = await trx
    .insertInto("routeZones")
    .values({ ...columnsOf(zone), routeId, position })
    .returning("id")
    .executeTakeFirstOrThrow();
  await insertParts(trx, routeId, zoneId, zone);
}

async function replaceZone(trx: Trx, { zoneId, routeId }: ShopZone, zone: RouteZone): Promise<void> {
  await trx.updateTable("routeZones").set(columnsOf(zone)).where("id", "=", zoneId).execute();
  await trx.deleteFrom("routeZoneCountries").where("zoneId", "=", zoneId).execute();
  await trx.deleteFrom("routeRates").where("zoneId", "=", zoneId).execute();
  await insertParts(trx, routeId, zoneId, zone);
}

function columnsOf({ daysMin, daysMax, currency, maximumGrams, freeOverMinor }: RouteZone) {
  return {
    daysMin,
    daysMax,
    currency: currency ?? null,
    maximumGrams: maximumGrams ?? null,
    freeOverMinor: freeOverMinor ?? null,
  };
}

async function insertParts(trx: Trx, routeId: string, zoneId: string, { countries, rates }: RouteZone): Promise<void> {
  const reached = countries.map((country) => ({ routeId, zoneId, country }));
  await trx.insertInto("routeZoneCountries").values(reached).execute();
  if (rates.length === 0) return;
  await trx
    .insertInto("routeRates")
    .values(rates.map((rate) => ({ zoneId, ...rate })))
    .execute();
}

function recordOf({ rates, currency, maximumGrams, freeOverMinor, ...zone }: RouteZone): Record<string, unknown> {
  return {
    countries: zone.countries,
    daysMin: zone.daysMin,
    daysMax: zone.daysMax,
    currency: currency ?? null,
    maximumGrams: maximumGrams ?? null,
    freeOver: freeOverMinor?.toString() ?? null,
    rates: rates.map(({ upToGrams, amountMinor }) => `${upToGrams} g: ${amountMinor}`),
  };
}

type Done = { action: string; before?: Record<string, unknown>; after: Record<string, unknown> };

/** One change of the routes at a time, from the state that the form was made from; search learns of it. */
function change(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, now }: Versioned & { now: Date },
  deed: (trx: Trx, shipping: Shipping) => Promise<Done | ShippingRefusal>,
): Changed {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().executeTakeFirst();
    const shipping = await findShipping(trx, sellerId);
    if (shipping?.version !== version) return refused("changed-elsewhere");
    const changed = await deed(trx, shipping);
    if (typeof changed === "string") return refused(changed);
    await trx
      .updateTable("sellers")
      .set({ routesVersion: version + 1, updatedAt: now })
      .where("id", "=", sellerId)
      .execute();
    await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
    await askForReadiness(trx, sellerId);
    await recordAudit(trx, { actor: recordedAs(seller), subject: { kind: "seller", id: sellerId }, ...changed });
    return done(null);
  });
}
