import { recordSellerFigure } from "~/modules/sellers/index.server";
import type { Trx } from "~/platform/db/db.server";

/** Counts anew how many orders a shop has completed; its row is held, so that of two counts the second counts the first. */
export async function countCompleted(trx: Trx, sellerId: string, now: Date): Promise<void> {
  await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute();
  const { count } = await trx
    .selectFrom("orders")
    .where("sellerId", "=", sellerId)
    .where("status", "=", "completed")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  await recordSellerFigure(trx, sellerId, { ordersCompleted: Number(count) }, now);
}
