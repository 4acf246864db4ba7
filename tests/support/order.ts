import { sql } from "kysely";
import { shipOrder, type Parcel } from "~/modules/orders/index.server";
import type { Db } from "~/platform/db/db.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, type MadeOrder } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";

export const DAY_MS = 86_400_000;
export const inDays = (days: number) => new Date(FACTORY_NOW.getTime() + days * DAY_MS);

export const DONE = { ok: true, value: null };
export const no = (refusal: string) => ({ ok: false, refusal });

/** What stands of an order in its row. */
export function orderRow(orderId: string) {
  return testDb
    .selectFrom("orders")
    .select([
      "status",
      "revision",
      "acceptedAt",
      "payBy",
      "preparingAt",
      "readyAt",
      "shippedAt",
      "deliveredAt",
      "completeBy",
      "completedAt",
      "cancelledAt",
      "cancelReason",
      "cancelWords",
    ])
    .where("id", "=", orderId)
    .executeTakeFirstOrThrow();
}

export async function statusOf(orderId: string): Promise<string> {
  return (await orderRow(orderId)).status;
}

/** Its history, as `deed` by `actor`. */
export async function historyOf(orderId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("orderEvents")
    .select(["deed", "actor"])
    .where("orderId", "=", orderId)
    .orderBy("position")
    .execute();
  return rows.map(({ deed, actor }) => `${deed} by ${actor}`);
}

/** Kinds of letters that wait for somebody, with what they say. */
export async function lettersTo(recipient: string): Promise<{ kind: string; subject: string; text: string }[]> {
  const rows = await testDb
    .selectFrom("outgoingMessages")
    .select(["kind", "subject", "bodyText"])
    .where("recipient", "=", recipient)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
  return rows.map(({ kind, subject, bodyText }) => ({ kind, subject: subject ?? "", text: bodyText ?? "" }));
}

export const mailOf = (person: { userId: string } | undefined) => `${person?.userId ?? ""}@example.org`;

/** Jobs of a kind that wait, by what they are to work. */
export async function jobsOf(kind: string, orderId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = jobs.task_id
    where tasks.identifier = ${kind} and jobs.payload ->> 'orderId' = ${orderId}`.execute(testDb);
  return rows[0]?.count ?? 0;
}

/** What was recorded of an order. */
export async function actionsOn(orderId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select("action")
    .where("subjectKind", "=", "order")
    .where("subjectId", "=", orderId)
    .orderBy("id")
    .execute();
  return rows.map(({ action }) => action);
}

type Change = Partial<Parcel> & { seller?: SellerActor; key?: ReturnType<typeof newKey>; now?: Date; db?: Db };

/** Everything of an order in one parcel, unless the changes say otherwise. */
export function ship(
  made: MadeOrder,
  { seller = made.seller, key = newKey(), now = inDays(1), db = testDb, ...changes }: Change = {},
) {
  const parcel: Parcel = {
    orderId: made.orderId,
    carrier: "Azərpoçt",
    trackingCode: "RR123456789AZ",
    trackingUrl: "https://track.example/RR123456789AZ",
    weightGrams: 1200,
    pieces: made.lineIds.map((lineId) => ({ lineId, quantity: 2 })),
    certificates: [],
    isLast: false,
    ...changes,
  };
  return shipOrder(db, seller, key, parcel, now);
}
