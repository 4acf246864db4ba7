import type { Db } from "~/platform/db/db.server";
import { isShopRole, type ShopRole } from "./roles";

export type Membership = { sellerId: string; role: ShopRole };

/**
 * The shop in which a person works: an organisation of the identity library is the team of one seller. Of several it is the
 * one that she joined first. Read at each request, so that who was put out of a team is out at once.
 */
export async function findMembership(db: Db, userId: string): Promise<Membership | undefined> {
  const row = await db
    .selectFrom("members")
    .innerJoin("sellers", "sellers.organisationId", "members.organisationId")
    .select(["sellers.id as sellerId", "members.role"])
    .where("members.userId", "=", userId)
    .orderBy("members.createdAt")
    .orderBy("members.id")
    .limit(1)
    .executeTakeFirst();
  return row && isShopRole(row.role) ? { sellerId: row.sellerId, role: row.role } : undefined;
}
