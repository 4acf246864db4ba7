import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { cartCountCookie, cartVisitOf } from "~/platform/http/cart-visit.server";
import type { BuyerActor } from "~/platform/session/actors.server";
import { selectCart, takeCartOver, type CartOwner } from "./cart-rows.server";

/** Whose cart a request is about, and how many lines it could not hold when what the browser collected came over to it. */
type OwnCart = CartOwner & { leftOut: number };

/** Whose cart a request is about; what a browser collected before its reader signed in goes over to her account. */
export async function ownCartOf(
  db: Db,
  request: Request,
  buyer: BuyerActor | undefined,
  now = clock(),
): Promise<OwnCart> {
  const owner = { userId: buyer?.userId, visitDigest: cartVisitOf(request) };
  if (owner.userId === undefined || owner.visitDigest === undefined) return { ...owner, leftOut: 0 };
  return { ...owner, leftOut: await db.transaction().execute((trx) => takeCartOver(trx, owner, now)) };
}

/** For the answer to every deed that changes a cart: the browser's own number follows it. */
export async function tellCartCount(db: Db, owner: CartOwner): Promise<string> {
  const { count } = await db
    .selectFrom("cartLines")
    .where("cartId", "in", selectCart(db, owner))
    .select((eb) => eb.fn.countAll<bigint | number>().as("count"))
    .executeTakeFirstOrThrow();
  return cartCountCookie(Number(count));
}
