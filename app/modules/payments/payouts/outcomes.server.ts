import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { bookPayoutReturned, bookPayoutSettled } from "../ledger/payouts.server";
import { tellShops } from "../letters/tell-shops.server";
import { lockBatch, note } from "./batches.server";

export type OutcomeRefusal = "payout-missing" | "not-on-its-way";

/** The bank paid: one payout of a batch or, without one, all that are still on their way. */
export function markPayoutsSettled(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { batchId, payoutId }: { batchId: string; payoutId: string | undefined },
  now = clock(),
): Promise<Result<null, OutcomeRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, OutcomeRefusal>> => {
    if (!(await lockBatch(trx, batchId))) return refused("payout-missing");
    const settled = await trx
      .updateTable("payouts")
      .set({ status: "settled", settledAt: now })
      .where("batchId", "=", batchId)
      .where("status", "=", "sent")
      .$if(payoutId !== undefined, (query) => query.where("id", "=", payoutId ?? ""))
      .returning(["id as payoutId", "sellerId", "currency", "amountMinor", "iban"])
      .execute();
    if (settled.length === 0) return refused("not-on-its-way");
    for (const payout of settled) await bookPayoutSettled(trx, { ...payout, at: now });
    await closeBatch(trx, batchId, now);
    await tellShops(
      trx,
      settled.map(({ sellerId, ...payout }) => ({ sellerId, news: { what: "payout-settled", ...payout } })),
    );
    await note(trx, staff, "settle-payouts", batchId, { count: settled.length });
    return done(null);
  });
}

/** The bank sent it back, before or after it said that it had paid: due to the seller again. */
export function markPayoutReturned(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { batchId, payoutId, reason }: { batchId: string; payoutId: string; reason: string },
  now = clock(),
): Promise<Result<null, OutcomeRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Result<null, OutcomeRefusal>> => {
    if (!(await lockBatch(trx, batchId))) return refused("payout-missing");
    const payout = await trx
      .selectFrom("payouts")
      .select(["id as payoutId", "sellerId", "currency", "amountMinor", "iban", "status"])
      .where("id", "=", payoutId)
      .where("batchId", "=", batchId)
      .executeTakeFirst();
    if (!payout) return refused("payout-missing");
    if (payout.status !== "sent" && payout.status !== "settled") return refused("not-on-its-way");
    await trx
      .updateTable("payouts")
      .set({ status: "returned", returnedAt: now, returnReason: reason })
      .where("id", "=", payoutId)
      .execute();
    await bookPayoutReturned(trx, { ...payout, wasSettled: payout.status === "settled", at: now });
    await closeBatch(trx, batchId, now);
    const { sellerId, amountMinor, currency, iban } = payout;
    await tellShops(trx, [{ sellerId, news: { what: "payout-returned", amountMinor, currency, iban, reason } }]);
    await note(trx, staff, "return-payout", batchId, { payout: payoutId, reason });
    return done(null);
  });
}

/** A batch is through when nothing of it is on its way. */
async function closeBatch(trx: Trx, batchId: string, now: Date): Promise<void> {
  await trx
    .updateTable("payoutBatches")
    .set({ status: "settled", settledAt: now })
    .where("id", "=", batchId)
    .where("status", "=", "sent")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom("payouts").select("payouts.id").where("batchId", "=", batchId).where("status", "=", "sent"),
        ),
      ),
    )
    .execute();
}
