import type { Db, Trx } from "~/platform/db/db.server";

/** The terms of a level as they stand. */
export function latestOfLevel(db: Db | Trx, level: string) {
  return db
    .selectFrom("platformTerms")
    .select(["revision", "commissionBasisPoints", "holdDays", "depositReleaseBasisPoints"])
    .where("level", "=", level)
    .orderBy("revision", "desc")
    .limit(1);
}
