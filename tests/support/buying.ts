import { sql } from "kysely";
import { groupKey } from "~/modules/orders";
import { putInCart, readCart, type CartOwner } from "~/modules/orders/index.server";
import type { OrderAddress } from "~/modules/orders/types";
import { openSession, startCheckout, takeEvent } from "~/modules/payments/index.server";
import { workEvent } from "~/modules/payments/stripe-events/work-event.server";
import { sendRefund } from "~/modules/payments/refunds/settle-refund.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import type { BuyerActor } from "~/platform/session/actors.server";
import { drawSecretToken } from "~/platform/session/secret-token.server";
import { FACTORY_NOW, makePublishedListing, unique, type ListingOptions } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { IN_GERMANY, ORIGIN, placingOf } from "./placing";
import type { Stand } from "./stripe-sandbox";

export { IN_GERMANY, ORIGIN } from "./placing";

/** Minutes from now on the clock that the sandbox has, too: its pages are open for a true half hour. */
export const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * 60_000);

/** A cup of 30.00 EUR, of which there are ten and no more are made; it goes to Germany by post for 9.00 EUR. */
export function makeCup(options: ListingOptions = {}, db: Db = testDb) {
  const rates = [{ upToGrams: 20_000, amountMinor: 900 }];
  return makePublishedListing(db, {
    stock: 10,
    stockPolicy: "in_stock",
    monthlyCapacity: null,
    ...options,
    ...(options.sellerId === undefined
      ? {
          seller: {
            routes: [{ service: "post", zones: [{ countries: ["DE"], daysMax: 9, rates }] }],
            ...options.seller,
          },
        }
      : {}),
  });
}

/** A browser in which nobody has signed in. */
export function makeGuest(): CartOwner {
  return { userId: undefined, visitDigest: drawSecretToken().digest };
}

export type Wanted = { listingId: string; quantity?: number };

export async function fillCart(
  owner: CartOwner,
  wanted: readonly Wanted[],
  at: Date = FACTORY_NOW,
  reader: Reader = IN_GERMANY,
): Promise<void> {
  for (const [position, { listingId, quantity = 1 }] of wanted.entries()) {
    const who = { owner, reader, clientAddress: unique() };
    // One after the other, so that the cart has them in this order.
    const put = await putInCart(
      testDb,
      who,
      { listingId, sku: undefined, quantity },
      new Date(at.getTime() + position),
    );
    if (!put.ok) throw new Error(`not put in the cart: ${put.refusal}`);
  }
}

/** How many lines a cart has, be they to be ordered or gone. */
export async function countLines(owner: CartOwner): Promise<number> {
  const { groups, gone } = await readCart(testDb, { owner, reader: IN_GERMANY, currency: "EUR" });
  return groups.reduce((count, { lines }) => count + lines.length, gone.length);
}

type Ordering = {
  owner: CartOwner;
  buyer?: BuyerActor;
  key?: ReturnType<typeof newKey>;
  method?: "stripe" | "bank_transfer" | "at_pick_up";
  seenTotalMinor?: bigint;
  /** What she pays in; her reader's euros when left out. */
  currency?: string;
  /** Where she is and where it goes; Hamburg when left out. */
  reader?: Reader;
  address?: OrderAddress;
  now?: Date;
  db?: Db;
};

/** Orders all that a cart holds, as the form of the checkout does. */
export async function orderCart({ owner, buyer, key = newKey(), now = clock(), db = testDb, ...rest }: Ordering) {
  const { currency = "EUR", reader = IN_GERMANY, address } = rest;
  const cart = await readCart(db, { owner, reader, currency }, now);
  const total = cart.groups.reduce((sum, group) => sum + (group.total?.amountMinor ?? 0n), 0n);
  const groups = cart.groups.map(groupKey);
  const seenTotalMinor = rest.seenTotalMinor ?? total;
  const placing = placingOf({ owner, buyer, groups, seenTotalMinor, currency, method: rest.method, reader, address });
  return startCheckout(db, { ...placing, clientAddress: unique() }, key, now);
}

export type Begun = { orderIds: string[]; checkoutId: string; owner: CartOwner };

/** A checkout over what is wanted, of a guest who has not seen the payment page yet. */
export async function beginCheckout(wanted: readonly Wanted[], now = clock()): Promise<Begun> {
  const owner = makeGuest();
  await fillCart(owner, wanted);
  const started = await orderCart({ owner, now });
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing to pay");
  return { owner, orderIds: started.value.orderIds, checkoutId: started.value.checkoutId };
}

/** The same with its page open at Stripe. */
export async function openPage(stand: Stand, wanted: readonly Wanted[]): Promise<Begun & { sessionId: string }> {
  const begun = await beginCheckout(wanted);
  await openSession(testDb, callsOf(stand), begun.checkoutId, clock());
  return { ...begun, sessionId: await sessionOf(begun.checkoutId) };
}

export const callsOf = (stand: Stand) => ({ stripe: stand.stripe, origin: ORIGIN });

export async function sessionOf(checkoutId: string): Promise<string> {
  const row = await testDb
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select("sessionId")
    .executeTakeFirstOrThrow();
  return row.sessionId ?? "";
}

/** What the webhook and the worker do with all that came from the sandbox and was not worked, in the order given. */
export async function workReceived(
  stand: Stand,
  { inOrder = (ids: string[]) => ids, now = clock() }: { inOrder?: (ids: string[]) => string[]; now?: Date } = {},
): Promise<void> {
  await stand.sandbox.settled();
  const events = stand.received.flatMap(({ event }) => event ?? []);
  for (const event of events) await takeEvent(testDb, event, now);
  for (const id of inOrder([...new Set(events.map(({ eventId }) => eventId))])) {
    await workEvent(testDb, stand.stripe, id, now);
  }
}

/** Sends every refund of an order that was asked for, as the worker does. */
export async function sendRefunds(stand: Stand, orderId: string, now = clock()): Promise<void> {
  const asked = await testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .where("status", "=", "asked")
    .select("id")
    .execute();
  for (const { id } of asked) await sendRefund(testDb, stand.stripe, id, now);
}

export async function stockOf({ variantIds }: { variantIds: readonly string[] }): Promise<number> {
  const row = await testDb
    .selectFrom("listingVariants")
    .where("id", "=", variantIds[0] ?? "")
    .select("stockQuantity")
    .executeTakeFirstOrThrow();
  return row.stockQuantity;
}

/** What is held for orders, as `held 2`, in the order in which it was. */
export async function holdsOf(orderIds: readonly string[]): Promise<string[]> {
  const rows = await testDb
    .selectFrom("stockHolds")
    .where("orderId", "in", [...orderIds])
    .select(["status", "quantity"])
    .orderBy("heldAt")
    .orderBy("quantity")
    .execute();
  return rows.map(({ status, quantity }) => `${status} ${quantity}`);
}

/** How a checkout and its session stand: `paid, complete`. */
export async function checkoutState(checkoutId: string): Promise<string> {
  const row = await testDb
    .selectFrom("checkouts")
    .leftJoin("stripeSessions", "stripeSessions.checkoutId", "checkouts.id")
    .where("checkouts.id", "=", checkoutId)
    .select(["checkouts.status", "stripeSessions.status as session"])
    .executeTakeFirstOrThrow();
  return `${row.status}, ${row.session ?? "none"}`;
}

/** Refunds of an order, as `late 3900 succeeded`. */
export async function refundsOf(orderId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .select(["cause", "amountMinor", "status"])
    .orderBy("askedAt")
    .orderBy("amountMinor")
    .execute();
  return rows.map(({ cause, amountMinor, status }) => `${cause} ${amountMinor} ${status}`);
}

/** Received, refunded and status of an order. */
export async function moneyOf(orderId: string): Promise<{ status: string; received: number; refunded: number }> {
  const row = await testDb
    .selectFrom("orders")
    .where("id", "=", orderId)
    .select([
      "status",
      sql<number>`received_minor::int`.as("received"),
      sql<number>`refunded_minor::int`.as("refunded"),
    ])
    .executeTakeFirstOrThrow();
  return row;
}
