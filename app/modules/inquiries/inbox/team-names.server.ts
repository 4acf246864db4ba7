import { LARGEST_TEAM } from "~/modules/accounts/index.server";
import type { Db } from "~/platform/db/db.server";

/** The people of a shop by name, in the order in which they joined. */
export function listTeamNames(db: Db, sellerId: string): Promise<{ userId: string; name: string }[]> {
  return db
    .selectFrom("sellers")
    .innerJoin("members", "members.organisationId", "sellers.organisationId")
    .innerJoin("users", "users.id", "members.userId")
    .select(["users.id as userId", "users.name"])
    .where("sellers.id", "=", sellerId)
    .orderBy("members.createdAt")
    .orderBy("members.id")
    .limit(LARGEST_TEAM)
    .execute();
}
