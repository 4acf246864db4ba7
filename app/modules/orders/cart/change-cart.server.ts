import { listAskedListings } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import type { Reader } from "~/platform/i18n/reader";
import { done, refused, type Result } from "~/platform/result";
import { MOST_CART_LINES, MOST_PIECES, type Delivery, type OrderKind } from "../types";
import { holdCart, selectCart, takeCartOver, type CartOwner } from "./cart-rows.server";

/** By address: it may be a whole office. */
const PUT_BY_ADDRESS: ThrottleRule = { name: "cart-address", points: 300, seconds: 3_600 };

export type CartRefusal = "listing-missing" | "cart-full" | "line-missing" | "too-many-pieces" | "throttled";

export type PutInCart = { listingId: string; sku: string | undefined; quantity: number };

/**
 * Puts a listing into the cart. The number is how many are wanted, not how many more: a second click on the button of a public
 * page, which has no key of its own, changes nothing. Less than the minimum order becomes the minimum.
 */
export async function putInCart(
  db: Db,
  { owner, reader, clientAddress }: { owner: CartOwner; reader: Reader; clientAddress: string },
  { listingId, sku, quantity }: PutInCart,
  now = clock(),
): Promise<Result<{ quantity: number }, CartRefusal>> {
  if (!(await mayTry(PUT_BY_ADDRESS, clientAddress))) return refused("throttled");
  if (quantity > MOST_PIECES) return refused("too-many-pieces");
  const asked = { listingId, variantId: undefined, sku, quantity };
  const [listing] = await listAskedListings(db, reader, [asked], dayInBaku(now));
  if (!listing) return refused("listing-missing");
  const wanted = Math.max(quantity, listing.snapshot.minimumOrderQuantity);
  return db
    .transaction()
    .execute(async (trx) => {
      await takeCartOver(trx, owner, now);
      const cartId = await holdCart(trx, owner, now);
      await trx
        .insertInto("cartLines")
        .values({ cartId, listingId, variantId: listing.variantId ?? null, quantity: wanted, addedAt: now })
        .onConflict((conflict) => conflict.constraint("cart_lines_once").doUpdateSet({ quantity: wanted }))
        .execute();
      const { count } = await trx
        .selectFrom("cartLines")
        .where("cartId", "=", cartId)
        .select((eb) => eb.fn.countAll<bigint | number>().as("count"))
        .executeTakeFirstOrThrow();
      if (Number(count) > MOST_CART_LINES) throw new CartFull();
      return done({ quantity: wanted });
    })
    .catch((error: unknown) => {
      if (error instanceof CartFull) return refused("cart-full");
      throw error;
    });
}

/** Thrown to undo what was put in, since the cart is counted after it. */
class CartFull extends Error {}

/** How many of a line are wanted; none takes it out. */
export function changeCartLine(
  db: Db,
  owner: CartOwner,
  { lineId, quantity }: { lineId: string; quantity: number },
  now = clock(),
): Promise<Result<null, CartRefusal>> {
  return db.transaction().execute(async (trx): Promise<Result<null, CartRefusal>> => {
    await takeCartOver(trx, owner, now);
    const cart = await selectCart(trx, owner).forUpdate().executeTakeFirst();
    if (!cart) return refused("line-missing");
    if (quantity > MOST_PIECES) return refused("too-many-pieces");
    if (quantity < 1) {
      await trx.deleteFrom("cartLines").where("id", "=", lineId).where("cartId", "=", cart.cartId).execute();
      return done(null);
    }
    const changed = await trx
      .updateTable("cartLines")
      .set({ quantity })
      .where("id", "=", lineId)
      .where("cartId", "=", cart.cartId)
      .returning("id")
      .executeTakeFirst();
    return changed ? done(null) : refused("line-missing");
  });
}

/** How the buyer wants what she takes of a seller. Which ways there are is judged when the cart is priced. */
export function chooseDelivery(
  db: Db,
  owner: CartOwner,
  { sellerId, kind, service }: { sellerId: string; kind: OrderKind; service: Delivery },
  now = clock(),
): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await takeCartOver(trx, owner, now);
    const cart = await selectCart(trx, owner).forUpdate().executeTakeFirst();
    if (!cart) return;
    await trx
      .insertInto("cartChoices")
      .values({ cartId: cart.cartId, sellerId, kind, service })
      .onConflict((conflict) => conflict.columns(["cartId", "sellerId", "kind"]).doUpdateSet({ service }))
      .execute();
  });
}
