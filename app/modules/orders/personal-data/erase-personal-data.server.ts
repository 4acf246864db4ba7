import { sql } from "kysely";
import { eraseGuestAuditValues } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Trx } from "~/platform/db/db.server";
import { forgetForms } from "~/platform/db/once.server";
import { hasOpenProblem } from "../problems/open-problem.server";
import { orderOfAccount } from "../order-keys.server";

export const ENDED: readonly string[] = ["completed", "cancelled", "refunded"];

/** What an order's row says of a buyer who was taken out of it. */
export const nobody = (now: Date) => ({
  buyerUserId: null,
  guestEmail: null,
  buyerName: null,
  company: null,
  taxNumber: null,
  phone: null,
  address: null,
  note: null,
  erasedAt: now,
});

/**
 * Whether somebody has orders that go on: they keep her name and address, since somebody has to send them, so that her
 * account is not closed before they have ended.
 */
export async function hasRunningOrders(trx: Trx, userId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("orders")
    .select("orders.id")
    .where(orderOfAccount(userId))
    .where("erasedAt", "is", null)
    .where((eb) => eb.or([eb("status", "not in", ENDED), hasOpenProblem(), eb("dispute", "=", "open")]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes a person out of her orders that have ended: name, mailbox, address, phone, numbers and words. The contract with its
 * lines and amounts stays for as long as the law asks the seller to keep her books (docs/decisions/orders.md), and so do the
 * documents that were issued. Must run before the account forgets its mailbox, which shows what she ordered as a guest.
 */
export async function erasePersonalData(trx: Trx, userId: string, now = clock()): Promise<void> {
  await trx.deleteFrom("carts").where("buyerUserId", "=", userId).execute();
  const rows = await trx
    .updateTable("orders")
    .set(nobody(now))
    .where(orderOfAccount(userId))
    .where("status", "in", ENDED)
    .where("erasedAt", "is", null)
    .returning("orders.id")
    .execute();
  const ids = rows.map(({ id }) => id);
  await takePersonOut(trx, ids);
  await trx.updateTable("orderEvents").set({ actorUserId: null }).where("actorUserId", "=", userId).execute();
  for (const table of ["answeredBy", "closedBy"] as const) {
    await trx
      .updateTable("orderProblems")
      .set({ [table]: null })
      .where(table, "=", userId)
      .execute();
  }
  await trx.updateTable("orderHandovers").set({ handedBy: null }).where("handedBy", "=", userId).execute();
  await trx.updateTable("orderRatings").set({ answeredBy: null }).where("answeredBy", "=", userId).execute();
  await forgetForms(trx, [`order-buyer ${userId}`]);
}

/** What else is kept of the buyer of orders whose rows name her no more: her words, her ways in, and what the log has of a guest. */
export async function takePersonOut(trx: Trx, orderIds: readonly string[]): Promise<void> {
  const hers = sql<string>`any(${[...orderIds]}::uuid[])`;
  await trx
    .updateTable("orderEvents")
    .set({ words: null })
    .where("orderId", "=", hers)
    .where("actor", "=", "buyer")
    .execute();
  await trx
    .updateTable("orders")
    .set({ cancelWords: null })
    .where("id", "=", hers)
    .where("cancelReason", "in", ["buyer-changed-mind", "withdrawn"])
    .execute();
  await trx.updateTable("orderProblems").set({ words: null, openedBy: null }).where("orderId", "=", hers).execute();
  await trx.updateTable("orderRatings").set({ ratedBy: null }).where("orderId", "=", hers).execute();
  await trx.deleteFrom("orderLinks").where("orderId", "=", hers).execute();
  await trx.deleteFrom("orderAccesses").where("orderId", "=", hers).execute();
  await eraseGuestAuditValues(trx, "order", orderIds);
}
