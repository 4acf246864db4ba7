import { currentRates, listAskedListings, type AskedListing, type DayRates } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import type { Delivery, OrderKind } from "../types";
import type { CartOwner } from "./cart-rows.server";
import { selectCart } from "./cart-rows.server";
import { priceCart, type CartLine, type PricedGroup, type PricedLine } from "./price-cart";

/** A cart as it stands at this moment, with what its listings show. */
export type ReadCart = {
  cartId: string | undefined;
  currency: string;
  rates: DayRates;
  groups: PricedGroup[];
  gone: PricedLine[];
  /** By line. */
  listings: ReadonlyMap<string, AskedListing>;
};

type Question = { owner: CartOwner; reader: Reader; currency: string };

/** Reads and prices a cart: two statements for its rows and one for all of its listings. */
export async function readCart(db: Db | Trx, { owner, reader, currency }: Question, now = clock()): Promise<ReadCart> {
  const cart = await selectCart(db, owner).executeTakeFirst();
  const rates = await currentRates(db);
  const nothing = { cartId: cart?.cartId, currency, rates, groups: [], gone: [], listings: new Map() };
  if (!cart) return nothing;
  const rows = await db
    .selectFrom("cartLines")
    .where("cartId", "=", cart.cartId)
    .select(["id as lineId", "listingId", "variantId", "quantity"])
    .orderBy("addedAt")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return nothing;
  const choices = await db
    .selectFrom("cartChoices")
    .where("cartId", "=", cart.cartId)
    .select(["sellerId", "kind", "service"])
    .$narrowType<{ kind: OrderKind; service: Delivery }>()
    .execute();
  const asked = rows.map(({ listingId, variantId, quantity }) => ({
    listingId,
    variantId: variantId ?? undefined,
    quantity,
  }));
  const listings = await listAskedListings(db, reader, asked, dayInBaku(now));
  const lines = rows.map(({ variantId, ...row }, at): CartLine => {
    return { ...row, variantId: variantId ?? undefined, listing: listings[at] };
  });
  const chosenWay = (sellerId: string, kind: OrderKind) =>
    choices.find((one) => one.sellerId === sellerId && one.kind === kind)?.service;
  const priced = priceCart(lines, { destination: reader.destination, currency, rates: rates.rates, chosenWay });
  return {
    ...nothing,
    ...priced,
    listings: new Map(rows.flatMap(({ lineId }, at) => (listings[at] ? [[lineId, listings[at]] as const] : []))),
  };
}
