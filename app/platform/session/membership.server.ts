import type { Db } from "~/platform/db/db.server";

/** Rights in a shop; each may do what those before it may. */
export const SHOP_ROLES = ["editor", "manager", "owner"] as const;
export type ShopRole = (typeof SHOP_ROLES)[number];

export type Membership = { sellerId: string; role: ShopRole };

export function isShopRole(role: string): role is ShopRole {
  return SHOP_ROLES.some((own) => own === role);
}

/** Whether somebody with `own` may do what `needed` may. */
export function mayAs(own: ShopRole, needed: ShopRole): boolean {
  return SHOP_ROLES.indexOf(own) >= SHOP_ROLES.indexOf(needed);
}

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
