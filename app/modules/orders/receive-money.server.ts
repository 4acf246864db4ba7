import type { Trx } from "~/platform/db/db.server";
import { allotMoney, deedOfMoney } from "./allot-money";
import { tellBuyer, tellSeller } from "./letters/tell.server";
import { holdStock, takeHeld } from "./stock/holds.server";
import { THE_MONEY } from "./order-keys.server";
import { wantsMoney } from "./rules";
import { holdOrders, noteOnOrder, takeStep, type HeldOrder } from "./steps/take-step.server";
import type { OrderStatus } from "./transitions";

/** Money for one due, in minor units of the order's currency. */
export type MoneyForDue = { dueId: string; amountMinor: bigint };

/** Where money came: over the seller's own counter, by her word, or here. */
type MoneyWay = "door" | "here";

/** Why an order takes money no more: it ended, its pieces are somebody else's by now, or nothing was left to be paid. */
type WhyUnwanted = "ended" | "no-pieces" | "nothing-due";

/** What of it the order took, and what came for nothing and has to go back. */
export type Allotted = {
  orderId: string;
  sellerId: string;
  parts: { dueId: string; amountMinor: bigint }[];
  lateMinor: bigint;
  /** Of what came for nothing. */
  whyUnwanted: WhyUnwanted;
};

/**
 * Books money on the dues it came for. An order that is cancelled or refunded takes none, nor one whose pieces went back and
 * are somebody else's by now; and a due takes no more than it lacks: what is left over is told to the buyer and goes back.
 * What was paid at the door is no news to the seller, who said so.
 * May be called in any order of events: what it leads to depends on what is there alone.
 */
export async function receiveForDues(
  trx: Trx,
  money: readonly MoneyForDue[],
  now: Date,
  way: MoneyWay = "here",
): Promise<Allotted[]> {
  const dues = await trx
    .selectFrom("orderDues")
    .where(
      "id",
      "in",
      money.map(({ dueId }) => dueId),
    )
    .select(["id as dueId", "orderId"])
    .execute();
  const orderOf = new Map(dues.map(({ dueId, orderId }) => [dueId, orderId]));
  const orders = await holdOrders(trx, [...new Set(orderOf.values())]);
  const allotted: Allotted[] = [];
  for (const order of orders) {
    const own = money.filter(({ dueId }) => orderOf.get(dueId) === order.orderId);
    allotted.push(await receiveForOrder(trx, order, { money: own, way }, now));
  }
  return allotted;
}

async function receiveForOrder(
  trx: Trx,
  order: HeldOrder,
  { money, way }: { money: readonly MoneyForDue[]; way: MoneyWay },
  now: Date,
): Promise<Allotted> {
  const dues = await trx
    .selectFrom("orderDues")
    .where("orderId", "=", order.orderId)
    .select(["id as dueId", "amountMinor", "receivedMinor"])
    .orderBy("position")
    .execute();
  const whyUnwanted = await whyNotTakeMoney(trx, order, now);
  const { parts, takenMinor, lateMinor, isFirstDuePaid } = allotMoney(dues, money, whyUnwanted === undefined);
  for (const { dueId, amountMinor, isFull } of parts) {
    await trx
      .updateTable("orderDues")
      .set((eb) => ({ receivedMinor: eb("receivedMinor", "+", amountMinor), ...(isFull ? { paidAt: now } : {}) }))
      .where("id", "=", dueId)
      .execute();
  }
  if (takenMinor > 0n) await bookOnOrder(trx, order, { taken: takenMinor, lateMinor, isFirstDuePaid, way }, now);
  if (lateMinor > 0n) {
    const facts = { amountMinor: lateMinor.toString(), currency: order.currency };
    await noteOnOrder(trx, order.orderId, "receive-late", THE_MONEY, { now, facts });
  }
  return {
    orderId: order.orderId,
    sellerId: order.sellerId,
    parts: parts.map(({ dueId, amountMinor }) => ({ dueId, amountMinor })),
    lateMinor,
    whyUnwanted: whyUnwanted ?? "nothing-due",
  };
}

/** What waits for its first money has its pieces already, unless the page that is paid on was over: then they are held anew. */
async function whyNotTakeMoney(trx: Trx, order: HeldOrder, now: Date): Promise<WhyUnwanted | undefined> {
  if (!wantsMoney(order)) return "ended";
  if (order.status !== "pending_payment") return undefined;
  return (await holdStock(trx, [order.orderId], now)).ok ? undefined : "no-pieces";
}

type Came = { taken: bigint; lateMinor: bigint; isFirstDuePaid: boolean; way: MoneyWay };

async function bookOnOrder(
  trx: Trx,
  order: HeldOrder,
  { taken, lateMinor, isFirstDuePaid, way }: Came,
  now: Date,
): Promise<void> {
  const receivedMinor = order.receivedMinor + taken;
  const deed = deedOfMoney({ ...order, receivedMinor });
  const isWhole = deed === "receive-all";
  const facts = { amountMinor: taken.toString(), currency: order.currency, isFirstDuePaid };
  await trx
    .updateTable("orders")
    .set({ receivedMinor, ...(isWhole ? { paidAt: now } : {}) })
    .where("id", "=", order.orderId)
    .execute();
  const step = await takeStep(trx, { ...order, receivedMinor }, deed, THE_MONEY, { now, facts });
  // Further money for an order that is prepared, or was partly paid before, changes no status.
  if (!step) await noteOnOrder(trx, order.orderId, "receive", THE_MONEY, { now, facts });
  await takeHeld(trx, [order.orderId]);
  const told = { amountMinor: taken };
  const receipt = { ...told, leftMinor: order.totalMinor - receivedMinor, backMinor: lateMinor };
  if (way === "door") return tellBuyer(trx, order.orderId, "paid-at-door", receipt, now);
  await tellSeller(trx, order.orderId, isWhole ? paidNews(order) : "partly-paid", told);
  await tellBuyer(trx, order.orderId, isWhole ? "paid" : "partly-paid", receipt, now);
}

const HAS_LEFT: ReadonlySet<OrderStatus> = new Set(["shipped", "delivered", "completed"] as const);

/** What has left the workshop waits for nothing any more. */
const paidNews = ({ status }: HeldOrder) => (HAS_LEFT.has(status) ? "paid-afterwards" : "paid");
