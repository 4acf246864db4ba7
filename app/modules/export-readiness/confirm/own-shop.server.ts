import { hasFilled } from "~/modules/sellers/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { StaffActor } from "~/platform/session/actors.server";
import type { OwnShopRefusal } from "./types";

/** Why somebody of staff confirms nothing of a shop: she has filled it for its maker, or she is of its team. */
export async function whyNotConfirm(
  db: Db | Trx,
  { userId }: Pick<StaffActor, "userId">,
  sellerId: string,
): Promise<OwnShopRefusal | undefined> {
  if (await hasFilled(db, { sellerId, staffId: userId })) return "filled-by-you";
  const member = await db
    .selectFrom("members")
    .innerJoin("sellers", "sellers.organisationId", "members.organisationId")
    .select("members.id")
    .where("sellers.id", "=", sellerId)
    .where("members.userId", "=", userId)
    .executeTakeFirst();
  return member ? "member-of-shop" : undefined;
}
