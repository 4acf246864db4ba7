import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";

/**
 * Fixes under which terms orders were placed: the seller's own, or those of the Federation for how ready she is. Orders that
 * have theirs keep them.
 */
export async function fixOrderTerms(trx: Trx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await trx
    .insertInto("orderTerms")
    .columns(["orderId", "commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .expression((builder) =>
      builder
        .selectFrom("orders")
        .leftJoin("readinessResults", "readinessResults.sellerId", "orders.sellerId")
        .leftJoinLateral(
          (join) =>
            join
              .selectFrom("sellerTerms")
              .select(["commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
              .whereRef("sellerTerms.sellerId", "=", "orders.sellerId")
              .orderBy("revision", "desc")
              .limit(1)
              .as("own"),
          (join) => join.onTrue(),
        )
        .innerJoinLateral(
          (join) =>
            join
              .selectFrom("platformTerms")
              .select(["commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
              .where("level", "=", sql<string>`coalesce(readiness_results.level, 'exploring')`)
              .orderBy("revision", "desc")
              .limit(1)
              .as("common"),
          (join) => join.onTrue(),
        )
        .select([
          "orders.id",
          sql<number>`coalesce(own.commission_basis_points, common.commission_basis_points)`.as("commission"),
          sql<number>`coalesce(own.hold_days, common.hold_days)`.as("holdDays"),
          sql<number>`coalesce(own.deposit_release_basis_points, common.deposit_release_basis_points)`.as("deposit"),
        ])
        .where("orders.id", "in", [...orderIds])
        .where((eb) =>
          eb.not(
            eb.exists(eb.selectFrom("orderTerms").select("orderId").whereRef("orderTerms.orderId", "=", "orders.id")),
          ),
        ),
    )
    .onConflict((conflict) => conflict.column("orderId").doNothing())
    .execute();
}
