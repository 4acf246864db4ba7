import type { Db, Trx } from "~/platform/db/db.server";
import { stateOf, type Shop } from "./shop-facts.server";
import type { ShopState } from "./shop-state";

/** Keeps a shop as staff have approved it. A state that is kept already stays as it is. */
export async function keepApproval(trx: Trx, shop: Shop, approvedAt: Date): Promise<void> {
  await trx
    .insertInto("sellerApprovals")
    .values({ sellerId: shop.sellerId, version: shop.version, state: JSON.stringify(stateOf(shop)), approvedAt })
    .onConflict((conflict) => conflict.columns(["sellerId", "version"]).doNothing())
    .execute();
}

/** Before an approved shop changes for the first time: what it is just now is what was approved, however that came. */
export async function keepFirstApproval(trx: Trx, shop: Shop, now: Date): Promise<void> {
  if ((await findLastApproval(trx, shop.sellerId)) === undefined) await keepApproval(trx, shop, shop.approvedAt ?? now);
}

export type Approval = { version: number; approvedAt: Date; state: ShopState };

/** The state of a shop that staff approved last. */
export async function findLastApproval(db: Db | Trx, sellerId: string): Promise<Approval | undefined> {
  return (
    db
      .selectFrom("sellerApprovals")
      .select(["version", "approvedAt"])
      // Only `keepApproval` writes it.
      .select((eb) => eb.ref("state").$castTo<ShopState>().as("state"))
      .where("sellerId", "=", sellerId)
      .orderBy("version", "desc")
      .limit(1)
      .executeTakeFirst()
  );
}
