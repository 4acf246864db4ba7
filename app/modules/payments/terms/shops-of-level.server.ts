import type { Db, Trx } from "~/platform/db/db.server";

/**
 * Shops that sell under the terms of a level: who has terms of her own is not concerned, nor who may not sell yet and reads them
 * when she begins. A shop that nobody has scored is of the lowest level.
 */
export function selectShopsOfLevel(db: Db | Trx, level: string) {
  return db
    .selectFrom("sellers")
    .leftJoin("readinessResults", "readinessResults.sellerId", "sellers.id")
    .where("sellers.status", "in", ["approved", "suspended"])
    .where((eb) => eb(eb.fn.coalesce("readinessResults.level", eb.val("exploring")), "=", level))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("sellerTerms")
            .select("sellerTerms.sellerId")
            .whereRef("sellerTerms.sellerId", "=", "sellers.id"),
        ),
      ),
    );
}

export async function countShopsOfLevel(db: Db | Trx, level: string): Promise<number> {
  const { count } = await selectShopsOfLevel(db, level)
    .select(db.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
