import { randomUUID } from "node:crypto";
import { HOME_COUNTRY, needsExportCertificate } from "~/modules/catalog";
import type { Trx } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { drawReference } from "~/platform/reference-code.server";
import { done, refused, type Result } from "~/platform/result";
import type { BuyerActor } from "~/platform/session/actors.server";
import { groupKey } from "../cart/group-key";
import { holdCart, takeCartOver, type CartOwner } from "../cart/cart-rows.server";
import { isCarried, type PricedGroup, type PricedLine } from "../cart/price-cart";
import { readCart, type ReadCart } from "../cart/read-cart.server";
import { tellBuyer, tellSeller } from "../letters/tell.server";
import { buyerStep } from "../order-keys.server";
import { ACCEPT_DAYS, DAY_MS, ORDER_REFERENCE_LETTERS, payBy } from "../rules";
import { noteOnOrder } from "../steps/take-step.server";
import type { LockedRates, Merchant, OrderAddress, PaymentMethod } from "../types";
import { openToGuest, ORDER_ACCESS_DAYS } from "../guests/open-to-guest.server";
import type { PlaceRefusal } from "./refusals";
import { whyNotPlace } from "./rules";

export type Contact = {
  name: string;
  /** Of a guest; an account has its own. */
  email: string | undefined;
  phone: string | undefined;
  company: string | undefined;
  taxNumber: string | undefined;
  note: string | undefined;
};

export type Placing = {
  owner: CartOwner;
  buyer: BuyerActor | undefined;
  /** What a guest's browser opens her orders with from now on. */
  guestDigest: string | undefined;
  reader: Reader;
  currency: string;
  /** Which parts of the cart; the rest stays in it. */
  groups: readonly string[];
  /** The sum that stood on the page, in minor units: a price that has changed since is shown before it is agreed. */
  seenTotalMinor: bigint;
  method: PaymentMethod;
  contact: Contact;
  address: OrderAddress | undefined;
  merchant: Merchant;
  termsVersion: string;
};

export type PlacedOrder = {
  orderId: string;
  reference: string;
  sellerId: string;
  dueId: string;
  totalMinor: bigint;
  /** Until when the seller says yes, of what is paid after that; undefined of what is paid at once. */
  acceptBy: Date | undefined;
};

/**
 * Makes orders of what a cart holds, one for each seller and kind, with the prices of this moment and the rates that turned
 * them into the currency that is charged. What was ordered leaves the cart. Nothing is held yet: that is done when paying begins.
 */
export async function placeOrders(trx: Trx, placing: Placing, now: Date): Promise<Result<PlacedOrder[], PlaceRefusal>> {
  const { owner, reader, currency, groups: keys, contact, buyer } = placing;
  // A browser that lost its cookies has no cart, and none could be made that it would find again.
  if (owner.userId === undefined && owner.visitDigest === undefined) return refused("cart-lost");
  await takeCartOver(trx, owner, now);
  const cartId = await holdCart(trx, owner, now);
  const cart = await readCart(trx, { owner, reader, currency }, now);
  const wanted = cart.groups.filter((group) => keys.includes(groupKey(group)));
  const refusal = whyNotPlace(wanted, placing);
  if (refusal) return refused(refusal);
  const email = contact.email?.trim().toLowerCase();
  if (!buyer && (email === undefined || email === "")) return refused("email-missing");
  if (buyer && (await sellsHere(trx, wanted, buyer.userId))) return refused("own-shop");
  const placed: PlacedOrder[] = [];
  const placingId = randomUUID();
  for (const group of wanted) placed.push(await placeOne(trx, { group, cart, placing, email, placingId }, now));
  await trx
    .deleteFrom("cartLines")
    .where("cartId", "=", cartId)
    .where(
      "id",
      "in",
      wanted.flatMap(({ lines }) => lines.map(({ line }) => line.lineId)),
    )
    .execute();
  if (placing.guestDigest !== undefined) {
    await openToGuest(
      trx,
      placed.map(({ orderId }) => orderId),
      { visitDigest: placing.guestDigest, days: ORDER_ACCESS_DAYS },
      now,
    );
  }
  for (const { orderId, acceptBy } of placed) {
    // What is paid at once is told when it is paid: an order that nobody pays for is no news for a maker.
    if (acceptBy) await tellOfRequest(trx, { orderId, acceptBy, method: placing.method }, now);
  }
  return done(placed);
}

type Request = { orderId: string; acceptBy: Date; method: PaymentMethod };

/** Tells both sides of an order that waits for the seller's yes, and until when. */
async function tellOfRequest(trx: Trx, { orderId, acceptBy, method }: Request, now: Date): Promise<void> {
  const isForDoor = method === "at_pick_up";
  await tellSeller(trx, orderId, isForDoor ? "placed-for-door" : "placed-to-accept", { when: acceptBy });
  await tellBuyer(trx, orderId, isForDoor ? "requested-for-door" : "requested", { when: acceptBy }, now);
}

/** Nobody buys in the shop that she works for. */
async function sellsHere(trx: Trx, groups: readonly PricedGroup[], userId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("sellers")
    .innerJoin("members", "members.organisationId", "sellers.organisationId")
    .where(
      "sellers.id",
      "in",
      groups.map(({ sellerId }) => sellerId),
    )
    .where("members.userId", "=", userId)
    .select("sellers.id")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type One = { group: PricedGroup; cart: ReadCart; placing: Placing; email: string | undefined; placingId: string };

async function placeOne(trx: Trx, one: One, now: Date): Promise<PlacedOrder> {
  const { group, placing } = one;
  const acceptBy = needsYes(group, placing) ? new Date(now.getTime() + ACCEPT_DAYS * DAY_MS) : undefined;
  const { orderId, reference } = await insertOrder(trx, one, acceptBy, now);
  await trx.insertInto("orderLines").values(lineRows(orderId, one)).execute();
  const totalMinor = totalOf(group);
  const { id: dueId } = await trx
    .insertInto("orderDues")
    .values({ orderId, position: 1, kind: "whole", amountMinor: totalMinor })
    .returning("id")
    .executeTakeFirstOrThrow();
  const actor = buyerStep({ userId: placing.buyer?.userId });
  await noteOnOrder(trx, orderId, "place", actor, { now, words: placing.contact.note });
  return { orderId, reference, sellerId: group.sellerId, dueId, totalMinor, acceptBy };
}

/** What is paid at the seller's door is held for the buyer without any money, so the seller is asked first. */
function needsYes({ needsAcceptance }: PricedGroup, { method }: Pick<Placing, "method">): boolean {
  return needsAcceptance || method === "at_pick_up";
}

function totalOf({ goods, shipping }: PricedGroup): bigint {
  return goods.amountMinor + (shipping?.amountMinor ?? 0n);
}

async function insertOrder(
  trx: Trx,
  one: One,
  acceptBy: Date | undefined,
  now: Date,
): Promise<{ orderId: string; reference: string }> {
  const { group, cart, placing, email, placingId } = one;
  const { contact, reader, method, buyer } = placing;
  const reference = drawReference(ORDER_REFERENCE_LETTERS);
  const terms = group.lines.map(({ line }) => line.listing?.snapshot.incoterm);
  const isAbroad = reader.destination !== HOME_COUNTRY;
  const [term] = terms;
  const isOneTerm =
    isAbroad && term !== undefined && terms.every((other) => other?.code === term.code && other.place === term.place);
  const { chosen } = group;
  const written = await trx
    .insertInto("orders")
    .values({
      reference,
      placingId,
      sellerId: group.sellerId,
      kind: group.kind,
      status: acceptBy ? "awaiting_acceptance" : "pending_payment",
      delivery: chosen?.service ?? "post",
      paymentMethod: method,
      preparesAfter: method === "at_pick_up" ? "nothing" : "all",
      currency: placing.currency,
      goodsMinor: group.goods.amountMinor,
      shippingMinor: group.shipping?.amountMinor ?? 0n,
      totalMinor: totalOf(group),
      buyerUserId: buyer?.userId ?? null,
      guestEmail: buyer ? null : (email ?? null),
      buyerName: contact.name,
      company: contact.company ?? null,
      taxNumber: contact.taxNumber ?? null,
      phone: contact.phone ?? null,
      address: isCarried(group) && placing.address ? JSON.stringify(placing.address) : null,
      locale: reader.lang,
      destination: reader.destination,
      incoterm: isOneTerm ? term.code : null,
      incotermPlace: isOneTerm ? term.place : null,
      readyInDays: group.readyInDays ?? null,
      transitDaysMin: chosen?.daysMin ?? 0,
      transitDaysMax: chosen?.daysMax ?? 0,
      rates: JSON.stringify(lockedRates(cart)),
      merchant: JSON.stringify(placing.merchant),
      termsVersion: placing.termsVersion,
      note: contact.note ?? null,
      placedAt: now,
      acceptBy: acceptBy ?? null,
      payBy: acceptBy ? null : payBy(method, now),
    })
    // Two of a million million are drawn once in a lifetime; then another is.
    .onConflict((conflict) => conflict.column("reference").doNothing())
    .returning("id")
    .executeTakeFirst();
  return written ? { orderId: written.id, reference } : insertOrder(trx, one, acceptBy, now);
}

/** Of the currencies that this order's prices came from and are charged in, and no others. */
function lockedRates({ rates, currency, groups }: ReadCart): LockedRates {
  const used = groups.flatMap(({ lines }) => lines.flatMap(({ list }) => list?.currency ?? []));
  return {
    quotedOn: rates.quotedOn,
    source: rates.source,
    aznMillionths: Object.fromEntries(
      [...new Set([currency, ...used])].flatMap((code) => {
        const rate = rates.rates.get(code);
        return rate === undefined ? [] : [[code, rate.toString()]];
      }),
    ),
  };
}

function lineRows(orderId: string, { group, cart, placing }: One) {
  return group.lines.map((priced, at) => lineRow(orderId, at + 1, priced, cart, placing.reader.destination));
}

function lineRow(orderId: string, position: number, priced: PricedLine, cart: ReadCart, destination: string) {
  const { line, list, unit, total, stockVariantId, fromStock, canBeMade } = priced;
  const snapshot = line.listing?.snapshot;
  const first = cart.listings.get(line.lineId)?.view.pictures[0];
  if (!snapshot || !list || !unit || !total) throw new Error(`line ${line.lineId} has no price`);
  const variant = snapshot.variants.find(({ variantId }) => variantId === (line.variantId ?? stockVariantId));
  return {
    orderId,
    position,
    listingId: line.listingId,
    listingVersion: snapshot.version,
    variantId: variant?.variantId ?? null,
    sku: variant?.sku ?? null,
    titles: JSON.stringify(titlesOf(snapshot.texts)),
    variantNames: snapshot.variants.length > 1 && variant?.names ? JSON.stringify(variant.names) : null,
    picture: first ? JSON.stringify({ sha256: first.sha256, placeholder: first.placeholder }) : null,
    priceUnit: snapshot.priceUnit,
    quantity: line.quantity,
    fromStock,
    canBeMade,
    listMinor: list.amountMinor,
    listCurrency: list.currency,
    unitMinor: unit.amountMinor,
    lineMinor: total.amountMinor,
    hsCode: snapshot.hsCode ?? null,
    originCountry: snapshot.originCountry ?? null,
    netWeightGrams: snapshot.netWeightGrams ?? null,
    packedWeightGrams: snapshot.packedWeightGrams ?? null,
    needsCertificate: needsExportCertificate(snapshot, destination),
  };
}

function titlesOf({ az, en, ru }: LocaleTexts<{ title: string }>): LocaleTexts<string> {
  return { az: az.title, ...(en ? { en: en.title } : {}), ...(ru ? { ru: ru.title } : {}) };
}
