import { deliverOrder } from "~/modules/orders/index.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { inDays } from "./order";

export type MadeInParts = MadeOrder & { milestoneIds: string[] };

/** A service of three parts that is paid and being worked at; nothing of it was handed over. */
export async function makeInParts(options: OrderOptions = {}): Promise<MadeInParts> {
  const made = await makeOrder(testDb, {
    kind: "service",
    status: "in_preparation",
    lines: [{ quantity: 1 }],
    ...options,
  });
  const parts = [
    { az: "Eskiz", en: "Sketch", ru: "Эскиз" },
    { az: "Maket", en: "Model", ru: "Макет" },
    { az: "Son fayllar", en: "Final files", ru: "Итоговые файлы" },
  ];
  const rows = await testDb
    .insertInto("orderMilestones")
    .values(parts.map((titles, at) => ({ orderId: made.orderId, position: at + 1, titles })))
    .returning(["id", "position"])
    .execute();
  const inOrder = rows.toSorted((one, other) => one.position - other.position);
  return { ...made, milestoneIds: inOrder.map(({ id }) => id) };
}

/** Hands over the next part. */
export function handOverPart({ seller, orderId }: MadeOrder, now = inDays(1)) {
  const handover = { orderId, words: "Here it is.", link: undefined, isPaidAtDoor: false };
  return deliverOrder(testDb, seller, newKey(), handover, now);
}

/** Hands over all of them, so that the order is delivered. */
export async function handOverAll(made: MadeInParts): Promise<void> {
  for (let part = 0; part < made.milestoneIds.length; part += 1) await handOverPart(made);
}

/** When each part was accepted. */
export async function acceptedParts(orderId: string): Promise<(Date | null)[]> {
  const rows = await testDb
    .selectFrom("orderMilestones")
    .where("orderId", "=", orderId)
    .select("acceptedAt")
    .orderBy("position")
    .execute();
  return rows.map(({ acceptedAt }) => acceptedAt);
}
