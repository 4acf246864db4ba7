import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { groupKey } from "~/modules/orders";
import { DUTIES } from "~/modules/orders/clocks/duties.server";
import { doDuty } from "~/modules/orders/clocks/tidy-orders.server";
import { holdOrder, placeOrders, shipOrder } from "~/modules/orders/index.server";
import { beginPaying } from "~/modules/payments/checkout/begin-paying.server";
import { lookAtCheckout } from "~/modules/payments/checkout/look-at-checkout.server";
import {
  bookPayoutReturned,
  bookPayoutSent,
  bookPayoutSettled,
  fixOrderTerms,
  openSession,
  startCheckout,
  takeEvent,
} from "~/modules/payments/index.server";
import { refundFromReceipts } from "~/modules/payments/refunds/refund-order.server";
import { sendRefund } from "~/modules/payments/refunds/settle-refund.server";
import { releaseIfDue } from "~/modules/payments/releases/release-due-money.server";
import { workEvent } from "~/modules/payments/stripe-events/work-event.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { unique } from "~db/factories";
import { ORIGIN, placingOf } from "../placing";
import { testDb } from "../database";
import { newKey } from "../form-key";
import type { Game } from "./commands";
import type { Command } from "./histories";
import { accountKey, type Order, type OwnPayout } from "./ours";
import type { Before, Site } from "./site";
import type { Told } from "./world";

export const idOf = (ids: ReadonlyMap<string, string>, id: string): string => {
  const found = ids.get(id);
  if (found === undefined) throw new Error(`${id} is nothing here`);
  return found;
};

const callsOf = (site: Site) => ({ stripe: site.port, origin: ORIGIN });

/** Orders by the cart, as a buyer does; what is paid in parts is agreed between placing and paying, as a quote agrees it. */
export async function begin(
  site: Site,
  { ours }: Game,
  command: Extract<Command, { kind: "checkout" }>,
  { orderCount, now }: Before & { now: Date },
): Promise<void> {
  const placedInModel = ours.orders.slice(orderCount);
  const checkout = ours.checkouts.at(-1);
  if (placedInModel.length === 0 || !checkout) return;
  const { buyer, shops } = site.stage;
  const owner = { userId: buyer.userId, visitDigest: undefined };
  const wanted = command.orders.flatMap((one) => {
    const shop = shops[one.variant];
    return shop ? [{ ...one, shop }] : [];
  });
  await fillCart(buyer.userId, wanted, now);
  const placing = placingOf({
    owner,
    buyer,
    groups: wanted.map(({ shop }) => groupKey({ sellerId: shop.cup.sellerId, kind: "good" })),
    seenTotalMinor: placedInModel.reduce((sum, { totalMinor }) => sum + totalMinor, 0n),
  });
  const isInParts = placedInModel.some(({ dues }) => dues.length > 1);
  const begun = isInParts
    ? await inParts(placing, placedInModel, site, now)
    : await startCheckout(testDb, { ...placing, clientAddress: unique() }, newKey(), now);
  if (!begun.ok || begun.value.checkoutId === null) throw new Error("what the model began is refused");
  const rows = await testDb
    .selectFrom("orders")
    .where("id", "in", begun.value.orderIds)
    .select(["id", "sellerId"])
    .execute();
  for (const order of placedInModel) {
    const row = rows.find(({ sellerId }) => sellerId === shops[order.variant]?.cup.sellerId);
    site.orders.set(order.orderId, row?.id ?? "");
  }
  site.checkouts.set(checkout.checkoutId, begun.value.checkoutId);
  if (command.isOpened) await openSession(testDb, callsOf(site), begun.value.checkoutId, now);
}

type Wanted = { pieces: number; shop: Site["stage"]["shops"][number] };

async function fillCart(buyerUserId: string, wanted: readonly Wanted[], now: Date): Promise<void> {
  const { id: cartId } = await testDb
    .insertInto("carts")
    .values({ buyerUserId, createdAt: now, changedAt: now })
    .onConflict((conflict) => conflict.column("buyerUserId").doUpdateSet({ changedAt: now }))
    .returning("id")
    .executeTakeFirstOrThrow();
  const lines = wanted.map(({ pieces, shop: { cup } }) => {
    const variantId = cup.variantIds[0] ?? null;
    return { cartId, listingId: cup.listingId, variantId, quantity: pieces, addedAt: now };
  });
  await testDb.insertInto("cartLines").values(lines).execute();
}

function inParts(placing: Parameters<typeof placeOrders>[1], orders: readonly Order[], site: Site, now: Date) {
  return testDb.transaction().execute(async (trx) => {
    const placed = await placeOrders(trx, placing, now);
    if (!placed.ok) return placed;
    const orderIds = placed.value.map(({ orderId }) => orderId);
    await fixOrderTerms(trx, orderIds);
    const dues: { dueId: string; orderId: string; amountMinor: bigint }[] = [];
    for (const { orderId, dueId, sellerId, totalMinor } of placed.value) {
      const order = orders.find(({ variant }) => site.stage.shops[variant]?.cup.sellerId === sellerId);
      const [first, ...others] = order?.dues ?? [];
      const amountMinor = first?.amountMinor ?? totalMinor;
      await trx.updateTable("orderDues").set({ amountMinor }).where("id", "=", dueId).execute();
      const rest = others.map((due, at) => ({
        orderId,
        position: at + 2,
        kind: "balance",
        amountMinor: due.amountMinor,
      }));
      if (rest.length > 0) await trx.insertInto("orderDues").values(rest).execute();
      dues.push({ dueId, orderId, amountMinor });
    }
    const begun = await beginPaying(trx, { dues, method: "stripe", currency: "EUR", locale: "en" }, now);
    return begun.ok ? { ok: true as const, value: { orderIds, checkoutId: begun.value.checkoutId } } : begun;
  });
}

/** The webhook takes it, and the worker works it; one that comes too soon is tried again later. */
export async function hear(site: Site, game: Game, told: Told, now: Date): Promise<void> {
  const own = site.world.events[game.world.events.indexOf(told)];
  if (!own) throw new Error("the worlds differ");
  const { eventId, type, objectId } = own;
  await takeEvent(testDb, { eventId, type, objectId, createdAt: now, isLive: false, body: {} }, now);
  await workEvent(testDb, site.port, eventId, now).catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes("not booked yet")) throw error;
  });
}

export async function ship(site: Site, order: Order, seller: SellerActor, now: Date): Promise<void> {
  const orderId = idOf(site.orders, order.orderId);
  const lines = await testDb.selectFrom("orderLines").where("orderId", "=", orderId).select("id").execute();
  const parcel = {
    orderId,
    carrier: "Azərpoçt",
    trackingCode: undefined,
    trackingUrl: undefined,
    weightGrams: undefined,
    pieces: lines.map(({ id }) => ({ lineId: id, quantity: order.pieces })),
    certificates: [],
    isLast: false,
  };
  await shipOrder(testDb, seller, newKey(), parcel, now);
}

export async function giveBack(orderId: string, amountMinor: bigint, now: Date): Promise<void> {
  if (amountMinor <= 0n) return;
  await testDb.transaction().execute(async (trx) => {
    await holdOrder(trx, orderId);
    const wanted = { amountMinor, cause: "staff" as const, words: "Broken", askedBy: undefined };
    await refundFromReceipts(trx, orderId, wanted, now);
  });
}

/** Sends what was asked for, in the order in which the model did. */
export async function sendAsked(site: Site, { ours }: Game, now: Date): Promise<void> {
  const orderIds = [...site.orders.values()];
  if (orderIds.length === 0) return;
  const rows = await testDb
    .selectFrom("refunds")
    .innerJoin("receipts", "receipts.id", "refunds.receiptId")
    .where("refunds.orderId", "in", orderIds)
    .where("refunds.status", "=", "asked")
    .select(["refunds.id", "refunds.orderId", "refunds.amountMinor", "refunds.cause", "receipts.chargeId"])
    .execute();
  for (const refund of ours.refunds.filter(({ refundId }) => !site.refunds.has(refundId))) {
    const chargeId = refund.receipt.chargeId.replace("ch_", `ch_${site.world.tag}`);
    const at = rows.findIndex(
      (row) =>
        row.orderId === site.orders.get(refund.order.orderId) &&
        row.chargeId === chargeId &&
        row.amountMinor === refund.amountMinor &&
        (row.cause === "late") === refund.isLate,
    );
    const [row] = at < 0 ? [] : rows.splice(at, 1);
    if (!row) throw new Error(`${refund.refundId} was not asked for here`);
    site.refunds.set(refund.refundId, row.id);
    await sendRefund(testDb, site.port, row.id, now);
  }
  if (rows.length > 0) throw new Error("more is asked for here than in the model");
}

/** What the clock does, for the orders of this history alone: others on the same database have another time. */
export async function tick(site: Site, { ours }: Game, checkoutCount: number, now: Date): Promise<void> {
  for (const { checkoutId } of ours.checkouts.slice(0, checkoutCount)) {
    const id = idOf(site.checkouts, checkoutId);
    const due = await testDb
      .selectFrom("checkouts")
      .where("id", "=", id)
      .where((eb) => eb.or([eb("status", "=", "processing"), eb("holdUntil", "<=", now)]))
      .select("id")
      .executeTakeFirst();
    if (due) await lookAtCheckout(testDb, callsOf(site), id, now);
  }
  const clocks = DUTIES.filter(({ name }) => name === "expire" || name === "complete");
  for (const { orderId } of ours.orders) {
    const id = idOf(site.orders, orderId);
    for (const duty of clocks) await doDuty(testDb, duty, id, now);
    await releaseIfDue(testDb, id, now);
  }
}

/** Pays a seller what is due to her, and what the bank makes of it. */
export async function payOut(
  site: Site,
  { ours }: Game,
  command: Command,
  ended: OwnPayout | undefined,
  now: Date,
): Promise<void> {
  const payout = command.kind === "payout" ? ours.payouts.at(-1) : ended;
  if (!payout) return;
  const { payoutId, amountMinor } = payout;
  const sellerId = site.stage.shops[Number(payout.sellerId.slice(-1))]?.cup.sellerId ?? "";
  const known = site.payouts.get(payoutId);
  const toBook = { payoutId: known ?? randomUUID(), sellerId, currency: "EUR", amountMinor, at: now };
  await testDb.transaction().execute(async (trx) => {
    if (command.kind === "payout" && known === undefined) await bookPayoutSent(trx, toBook);
    if (command.kind === "payout-ends" && payout.status === "settled") await bookPayoutSettled(trx, toBook);
    if (command.kind === "payout-ends" && payout.status === "returned") {
      await bookPayoutReturned(trx, { ...toBook, wasSettled: await wasSettled(payoutId) });
    }
  });
  site.payouts.set(payoutId, toBook.payoutId);

  async function wasSettled(id: string): Promise<boolean> {
    const row = await testDb
      .selectFrom("ledgerEntries")
      .where("sourceKind", "=", "payout_settled")
      .where("sourceId", "=", site.payouts.get(id) ?? "")
      .select("id")
      .executeTakeFirst();
    return row !== undefined;
  }
}

/** How everything stands here, in the words of the model. */
export async function standsHere(site: Site, { ours }: Game): Promise<string[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    select orders.id, concat_ws(' ', orders.status,
      coalesce((select status from stock_holds where order_id = orders.id order by held_at desc, id limit 1), 'none'),
      dispute, orders.received_minor || ' (' || (
        select string_agg(received_minor::text, '+' order by position) from order_dues where order_id = orders.id) || ')',
      '-' || refunded_minor,
      (select concat_ws('/',
        coalesce(-sum(amount_minor) filter (where kind = 'seller_pending'), 0),
        coalesce(-sum(amount_minor) filter (where kind in ('seller_payable', 'commission')), 0),
        coalesce(-sum(amount_minor) filter (where kind = 'commission'), 0))
        from ledger_postings join ledger_accounts on ledger_accounts.id = account_id
        where entry_id in (select id from ledger_entries where order_id = orders.id)),
      (select string_agg(amount_minor || ' ' || (cause = 'late') || ' ' || status, ', ' order by amount_minor, cause = 'late', status)
        from refunds where order_id = orders.id)) as text
    from orders where id = any(${[...site.orders.values()]}::uuid[])`.execute(testDb);
  const orders = ours.orders.map(({ orderId }) => {
    return `${orderId} ${rows.find(({ id }) => id === site.orders.get(orderId))?.text ?? "is missing"}`;
  });
  const variantIds = site.stage.shops.map(({ cup }) => cup.variantIds[0] ?? "");
  const stock = await testDb
    .selectFrom("listingVariants")
    .where("id", "in", variantIds)
    .select(["id", "stockQuantity"])
    .execute();
  const checkouts = await testDb
    .selectFrom("checkouts")
    .where(sql<boolean>`id = any(${[...site.checkouts.values()]}::uuid[])`)
    .select(["id", "status"])
    .execute();
  return [
    ...orders,
    ...ours.checkouts.map(({ checkoutId }) => {
      const status = checkouts.find(({ id }) => id === site.checkouts.get(checkoutId))?.status;
      return `${checkoutId} ${status ?? "is missing"}`;
    }),
    `stock ${variantIds.map((id) => stock.find((one) => one.id === id)?.stockQuantity).join(" ")}`,
  ];
}

/** What is due to a shop's seller, in minor units, as postings have it. */
export async function payableHere({ stage }: Site): Promise<bigint[]> {
  const sellerIds = stage.shops.map(({ cup }) => cup.sellerId);
  const rows = await testDb
    .selectFrom("ledgerPostings")
    .innerJoin("ledgerAccounts", "ledgerAccounts.id", "ledgerPostings.accountId")
    .where("sellerId", "in", sellerIds)
    .where("kind", "=", "seller_payable")
    .select(["sellerId", sql<bigint>`(-sum(amount_minor))::bigint`.as("sum")])
    .groupBy("sellerId")
    .execute();
  return sellerIds.map((id) => rows.find(({ sellerId }) => sellerId === id)?.sum ?? 0n);
}

export function payableOf({ ours }: Game): bigint[] {
  return [0, 1].map((variant) => -(ours.balances.get(accountKey("seller_payable", `seller-${variant}`)) ?? 0n));
}
