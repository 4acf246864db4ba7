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

/** A shop that staff fill for its maker, as the banner above every page names it. */
export type CaredShop = { sellerId: string; name: string };

/**
 * The shop in whose place a person of staff works just now: one that she opened for a maker and has not handed over yet.
 * Read at each request, so that she is out the moment its maker takes it.
 */
export async function findCaredShop(db: Db, staffId: string): Promise<CaredShop | undefined> {
  return db
    .selectFrom("caretakings")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "caretakings.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["caretakings.sellerId", "sellerTexts.name"])
    .where("caretakings.staffId", "=", staffId)
    .where("caretakings.isCurrent", "is", true)
    .where("caretakings.endedAt", "is", null)
    .executeTakeFirst();
}
