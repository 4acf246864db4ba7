import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import { statusAfter, type OrderDeed, type OrderStatus } from "../transitions";
import type { Delivery, NoteDeed, OrderKind, PaymentMethod, PreparesAfter, StepActor } from "../types";

/** An order that this transaction holds. */
export type HeldOrder = {
  orderId: string;
  reference: string;
  sellerId: string;
  kind: OrderKind;
  status: OrderStatus;
  revision: number;
  delivery: Delivery;
  paymentMethod: PaymentMethod;
  preparesAfter: PreparesAfter;
  currency: string;
  totalMinor: bigint;
  receivedMinor: bigint;
  refundedMinor: bigint;
  dispute: "none" | "open" | "won" | "lost";
  acceptBy: Date | null;
  payBy: Date | null;
  completeBy: Date | null;
  placedAt: Date;
  shippedAt: Date | null;
  deliveredAt: Date | null;
};

/** The columns of a `HeldOrder`; the caller says whose order it must be, and holds it with `forUpdate`. */
export function selectOrders(db: Db | Trx) {
  return db
    .selectFrom("orders")
    .select([
      "orders.id as orderId",
      "orders.reference",
      "orders.sellerId",
      "orders.kind",
      "orders.status",
      "orders.revision",
      "orders.delivery",
      "orders.paymentMethod",
      "orders.preparesAfter",
      "orders.currency",
      "orders.totalMinor",
      "orders.receivedMinor",
      "orders.refundedMinor",
      "orders.dispute",
      "orders.acceptBy",
      "orders.payBy",
      "orders.completeBy",
      "orders.placedAt",
      "orders.shippedAt",
      "orders.deliveredAt",
    ])
    .$narrowType<HeldOrder>();
}

/** Holds one order until the transaction ends. Several are held in the order of their ids, so that nobody waits in a circle. */
export async function holdOrder(trx: Trx, orderId: string): Promise<HeldOrder | undefined> {
  return selectOrders(trx).where("orders.id", "=", orderId).forUpdate("orders").executeTakeFirst();
}

export async function holdOrders(trx: Trx, orderIds: readonly string[]): Promise<HeldOrder[]> {
  if (orderIds.length === 0) return [];
  return selectOrders(trx)
    .where("orders.id", "in", [...orderIds])
    .orderBy("orders.id")
    .forUpdate("orders")
    .execute();
}

type Note = { words?: string | undefined; facts?: Readonly<Record<string, string | number | boolean>> };

/** Columns that a step writes beside the status. */
type Written = Partial<{
  acceptedAt: Date;
  payBy: Date | null;
  paidAt: Date;
  preparingAt: Date;
  readyAt: Date;
  shippedAt: Date;
  deliveredAt: Date;
  completeBy: Date;
  completedAt: Date;
  cancelledAt: Date;
  cancelReason: string;
  cancelWords: string;
}>;

/**
 * The only way in which an order gets another status: along the drawing, counted, and written into its history.
 *
 * @param order held by this transaction
 * @returns undefined when the step is not drawn from where the order is
 * @throws when somebody made another step meanwhile: the caller did not hold the order
 */
export async function takeStep(
  trx: Trx,
  order: HeldOrder,
  deed: OrderDeed,
  actor: StepActor,
  { now, write = {}, ...note }: { now: Date; write?: Written } & Note,
): Promise<HeldOrder | undefined> {
  const to = statusAfter(deed, actor.kind, order.status);
  if (to === undefined) return undefined;
  const { numUpdatedRows } = await trx
    .updateTable("orders")
    .set({ ...write, status: to, revision: order.revision + 1 })
    .where("id", "=", order.orderId)
    .where("revision", "=", order.revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Error(`order ${order.orderId} is not at revision ${order.revision} any more`);
  await writeHistory(trx, order.orderId, { deed, actor, from: order.status, to, now, ...note });
  return { ...order, status: to, revision: order.revision + 1, ...datesOf(write) };
}

function datesOf({ payBy, shippedAt, deliveredAt, completeBy }: Written): Partial<HeldOrder> {
  return {
    ...(payBy === undefined ? {} : { payBy }),
    ...(shippedAt === undefined ? {} : { shippedAt }),
    ...(deliveredAt === undefined ? {} : { deliveredAt }),
    ...(completeBy === undefined ? {} : { completeBy }),
  };
}

/** Something that happened to an order that stays where it is. */
export function noteOnOrder(
  trx: Trx,
  orderId: string,
  deed: NoteDeed,
  actor: StepActor,
  { now, ...note }: { now: Date } & Note,
): Promise<void> {
  return writeHistory(trx, orderId, { deed, actor, from: undefined, to: undefined, now, ...note });
}

type History = Note & {
  deed: OrderDeed | NoteDeed;
  actor: StepActor;
  from: OrderStatus | undefined;
  to: OrderStatus | undefined;
  now: Date;
};

async function writeHistory(
  trx: Trx,
  orderId: string,
  { deed, actor, from, to, now, words, facts = {} }: History,
): Promise<void> {
  // The order's row is held, so nobody else counts at the same moment.
  await sql`
    insert into order_events (order_id, position, happened_at, actor, actor_user_id, deed, from_status, to_status, words, facts)
    select ${orderId}, coalesce(max(position), 0) + 1, ${now}::timestamptz, ${actor.kind}, ${actor.userId ?? null}, ${deed},
      ${from ?? null}::text, ${to ?? null}::text, ${words ?? null}::text, ${JSON.stringify(facts)}::jsonb
    from order_events where order_id = ${orderId}`.execute(trx);
}
