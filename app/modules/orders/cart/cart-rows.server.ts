import type { Db, Trx } from "~/platform/db/db.server";
import { MOST_CART_LINES } from "../types";

/** Whose cart: an account's, or a browser's in which nobody has signed in. */
export type CartOwner = { userId: string | undefined; visitDigest: string | undefined };

/** The one cart that counts for who looks: her account's as soon as she is signed in. */
function ownCart({ userId, visitDigest }: CartOwner) {
  return userId === undefined
    ? { buyerUserId: null, visitDigest: visitDigest ?? null }
    : { buyerUserId: userId, visitDigest: null };
}

export function selectCart(db: Db | Trx, owner: CartOwner) {
  const { buyerUserId, visitDigest } = ownCart(owner);
  const query = db.selectFrom("carts").select("carts.id as cartId");
  return buyerUserId === null
    ? query.where("carts.visitDigest", "=", visitDigest ?? "")
    : query.where("carts.buyerUserId", "=", buyerUserId);
}

/** Holds the cart until the transaction ends, making it where there is none. */
export async function holdCart(trx: Trx, owner: CartOwner, now: Date): Promise<string> {
  const own = ownCart(owner);
  await trx
    .insertInto("carts")
    .values({ ...own, createdAt: now, changedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { cartId } = await selectCart(trx, owner).forUpdate().executeTakeFirstOrThrow();
  await trx.updateTable("carts").set({ changedAt: now }).where("id", "=", cartId).execute();
  return cartId;
}

/**
 * The cart follows from guest to account: what this browser collected before is put beside what the account's cart holds; of
 * the same thing the larger number stays, and of more lines than a cart holds the newest. Done once: the browser's own cart is
 * gone after it.
 *
 * @returns how many lines were left out
 */
export async function takeCartOver(trx: Trx, owner: CartOwner, now: Date): Promise<number> {
  const { userId, visitDigest } = owner;
  if (userId === undefined || visitDigest === undefined) return 0;
  const guest = await selectCart(trx, { userId: undefined, visitDigest }).forUpdate().executeTakeFirst();
  if (!guest) return 0;
  const cartId = await holdCart(trx, owner, now);
  await trx
    .insertInto("cartLines")
    .columns(["cartId", "listingId", "variantId", "quantity", "addedAt"])
    .expression((eb) =>
      eb
        .selectFrom("cartLines as brought")
        .where("brought.cartId", "=", guest.cartId)
        .select([
          eb.val(cartId).as("cartId"),
          "brought.listingId",
          "brought.variantId",
          "brought.quantity",
          "brought.addedAt",
        ]),
    )
    .onConflict((conflict) =>
      conflict.constraint("cart_lines_once").doUpdateSet((eb) => ({
        quantity: eb.fn<number>("greatest", ["cartLines.quantity", "excluded.quantity"]),
        addedAt: eb.fn<Date>("greatest", ["cartLines.addedAt", "excluded.addedAt"]),
      })),
    )
    .execute();
  await trx
    .insertInto("cartChoices")
    .columns(["cartId", "sellerId", "kind", "service"])
    .expression((eb) =>
      eb
        .selectFrom("cartChoices as brought")
        .where("brought.cartId", "=", guest.cartId)
        .select([eb.val(cartId).as("cartId"), "brought.sellerId", "brought.kind", "brought.service"]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx.deleteFrom("carts").where("id", "=", guest.cartId).execute();
  return leaveOutOldest(trx, cartId);
}

/** The cart is held, so nobody puts a line into it meanwhile. */
async function leaveOutOldest(trx: Trx, cartId: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom("cartLines")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("cartLines as kept")
        .where("kept.cartId", "=", cartId)
        .select("kept.id")
        .orderBy("kept.addedAt", "desc")
        .orderBy("kept.id", "desc")
        .offset(MOST_CART_LINES),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
