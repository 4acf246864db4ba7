import type { Trx } from "~/platform/db/db.server";
import type { SmeCategory } from "./sme-categories";

/** Keeps to which markets a shop wants to sell and how large it is, for the room that judges it; the shop is held. */
export async function keepExportFacts(
  trx: Trx,
  sellerId: string,
  { targetMarkets, smeCategory }: { targetMarkets: readonly string[]; smeCategory: SmeCategory | undefined },
): Promise<void> {
  await trx
    .updateTable("sellers")
    .set({ smeCategory: smeCategory ?? null })
    .where("id", "=", sellerId)
    .execute();
  await trx.deleteFrom("sellerTargetMarkets").where("sellerId", "=", sellerId).execute();
  if (targetMarkets.length === 0) return;
  await trx
    .insertInto("sellerTargetMarkets")
    .values(targetMarkets.map((marketId, position) => ({ sellerId, marketId, position })))
    .execute();
}
