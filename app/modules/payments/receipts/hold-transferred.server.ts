import { holdOrders, type HeldOrder } from "~/modules/orders/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { done, refused, type Result } from "~/platform/result";
import { holdCheckout, type HeldCheckout } from "../checkout/hold-checkout.server";
import { selectLiveCheckout } from "../checkout/live-checkout.server";
import type { LackingDue } from "./allot-transfer";

/** What a transfer is entered for, held by this transaction: the order, and the checkout by which it is waited for. */
export type Transferred = { order: HeldOrder; checkout: HeldCheckout | undefined };

type HoldRefusal = "order-missing" | "card-page-open" | "changed-meanwhile";

/**
 * Holds the checkout first and then its orders, as everybody does who holds both. While somebody may still pay by card nothing
 * is entered: she would pay twice, and what is already on its way cannot be called back.
 */
export async function holdTransferred(trx: Trx, orderId: string): Promise<Result<Transferred, HoldRefusal>> {
  const before = await selectLiveCheckout(trx, orderId).executeTakeFirst();
  const checkout = before && (await holdCheckout(trx, before.checkoutId));
  const orders = await holdOrders(trx, [...new Set([orderId, ...(checkout?.dues ?? []).map((due) => due.orderId)])]);
  const order = orders.find((one) => one.orderId === orderId);
  if (!order) return refused("order-missing");
  // It may have ended, or another may have begun, while this waited.
  const live = await selectLiveCheckout(trx, orderId).executeTakeFirst();
  if (live?.method === "stripe") return refused("card-page-open");
  if (live && live.checkoutId !== checkout?.checkoutId) return refused("changed-meanwhile");
  return done({ order, checkout: live && checkout });
}

export const lackingOf = (dues: readonly LackingDue[]) => dues.reduce((sum, { lacksMinor }) => sum + lacksMinor, 0n);

/** Whose dues: the order's own, and those of the checkout by which a transfer is waited for. */
type Whose = { order: Pick<HeldOrder, "orderId">; checkout: Pick<HeldCheckout, "checkoutId"> | undefined };

/** Dues with what they lack: all of the order, and those of other orders that the same transfer is to pay. */
export async function listLackingDues(
  db: Db | Trx,
  { order, checkout }: Whose,
  which: "all" | "of-checkout" = "all",
): Promise<LackingDue[]> {
  const rows = await db
    .selectFrom("orderDues")
    .where((eb) =>
      eb.or([
        ...(which === "all" ? [eb("orderDues.orderId", "=", order.orderId)] : []),
        eb.exists(
          eb
            .selectFrom("checkoutDues")
            .select("checkoutDues.dueId")
            .whereRef("checkoutDues.dueId", "=", "orderDues.id")
            .where("checkoutDues.isLive", "=", true)
            .where("checkoutDues.checkoutId", "=", checkout?.checkoutId ?? null),
        ),
      ]),
    )
    .select((eb) => [
      "orderDues.id as dueId",
      "orderDues.orderId",
      eb("amountMinor", "-", eb.ref("receivedMinor")).as("lacksMinor"),
    ])
    .orderBy("orderDues.orderId")
    .orderBy("position")
    .execute();
  const isOwn = (due: LackingDue) => due.orderId === order.orderId;
  return [...rows.filter(isOwn), ...rows.filter((due) => !isOwn(due))];
}
