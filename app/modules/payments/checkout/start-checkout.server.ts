import {
  choosePaymentMethod,
  holdOrders,
  orderBuyerKey,
  orderOwnedBy,
  placeOrders,
  wantsMoney,
  type PlaceRefusal,
  type Placing,
} from "~/modules/orders/index.server";
import type { PaymentMethod } from "~/modules/orders";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import type { Locale } from "~/platform/i18n/locales";
import { money } from "~/platform/money";
import type { InquirerActor } from "~/platform/session/actors.server";
import { selectLiveCheckout } from "./live-checkout.server";
import { selectNextDue } from "./next-due.server";
import { METHODS } from "../methods/methods";
import { transferAccount } from "~/platform/transfer-account.server";
import { fixOrderTerms } from "../terms/order-terms.server";
import { beginPaying, type BeginRefusal } from "./begin-paying.server";
import { tellToTransfer } from "./tell-to-transfer.server";

/** By address: it may be a whole office, and nobody buys of thirty sellers in an hour by hand. */
const PLACED_BY_ADDRESS: ThrottleRule = { name: "checkout-address", points: 60, seconds: 3_600 };

export type CheckoutRefusal =
  PlaceRefusal | BeginRefusal | "throttled" | "order-missing" | "nothing-due" | "method-not-offered";

/** What was ordered and, when something of it is to be paid at once, by which checkout. */
export type StartedCheckout = { orderIds: string[]; checkoutId: string | null };

/**
 * Orders what a cart holds and begins to pay for what needs no seller's yes, all or nothing. A second post of the form finds the
 * first one's orders and goes to the same payment page.
 */
export async function startCheckout(
  db: Db,
  { clientAddress, ...placing }: Placing & { clientAddress: string },
  formKey: FormKey,
  now = clock(),
): Promise<Result<StartedCheckout, CheckoutRefusal>> {
  if (!(await mayTry(PLACED_BY_ADDRESS, clientAddress))) return refused("throttled");
  const actorKey = `checkout ${placing.buyer?.userId ?? placing.owner.visitDigest ?? ""}`;
  return once(db, actorKey, formKey, async (trx): Promise<Result<StartedCheckout, CheckoutRefusal>> => {
    const placed = await placeOrders(trx, placing, now);
    if (!placed.ok) return placed;
    await fixOrderTerms(
      trx,
      placed.value.map(({ orderId }) => orderId),
    );
    const orderIds = placed.value.map(({ orderId }) => orderId);
    const dues = placed.value
      .filter(({ acceptBy }) => acceptBy === undefined)
      .map(({ dueId, orderId, totalMinor }) => ({ dueId, orderId, amountMinor: totalMinor }));
    if (dues.length === 0) return done({ orderIds, checkoutId: null });
    const { method, currency, reader } = placing;
    const begun = await beginPaying(trx, { dues, method, currency, locale: reader.lang }, now);
    if (begun.ok) await tellToTransfer(trx, begun.value.checkoutId, now);
    return begun.ok ? done({ orderIds, checkoutId: begun.value.checkoutId }) : begun;
  });
}

/**
 * Begins to pay what is due of an order that stands already: after the seller's yes, after a page that ran out, or the next
 * instalment. While a page of it is open, that one is gone on with.
 */
export function payOrder(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, method, lang, hasStripe }: { orderId: string; method: PaymentMethod; lang: Locale; hasStripe: boolean },
  now = clock(),
): Promise<Result<StartedCheckout, CheckoutRefusal>> {
  return once(db, orderBuyerKey(inquirer), formKey, async (trx): Promise<Result<StartedCheckout, CheckoutRefusal>> => {
    const own = await trx
      .selectFrom("orders")
      .select(["id", "destination"])
      .where("id", "=", orderId)
      .where(orderOwnedBy(inquirer, now))
      .executeTakeFirst();
    if (!own) return refused("order-missing");
    // Held before the order, as everybody does who holds both; it may have ended while this waited for it.
    const held = await selectLiveCheckout(trx, orderId).forUpdate("checkouts").executeTakeFirst();
    const [order] = await holdOrders(trx, [orderId]);
    const live = held && (await selectLiveCheckout(trx, orderId).executeTakeFirst());
    if (!order || !wantsMoney(order)) return refused("nothing-due");
    if (live) {
      return live.method === method
        ? done({ orderIds: [orderId], checkoutId: live.checkoutId })
        : refused("being-paid");
    }
    const next = await selectNextDue(trx, orderId).executeTakeFirst();
    if (!next) return refused("nothing-due");
    const due = { dueId: next.dueId, orderId, amountMinor: next.lacksMinor };
    const { destination } = own;
    const total = money(due.amountMinor, order.currency);
    const hasAccount = transferAccount() !== undefined;
    if (METHODS[method].whyNot({ total, destination, deliveries: [order.delivery], hasStripe, hasAccount })) {
      return refused("method-not-offered");
    }
    await choosePaymentMethod(trx, order, method);
    const begun = await beginPaying(trx, { dues: [due], method, currency: order.currency, locale: lang }, now);
    if (begun.ok) await tellToTransfer(trx, begun.value.checkoutId, now);
    return begun.ok ? done({ orderIds: [orderId], checkoutId: begun.value.checkoutId }) : begun;
  });
}
