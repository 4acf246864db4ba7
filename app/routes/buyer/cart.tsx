import { data, redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { chargeCurrency } from "~/modules/orders";
import { cartView, findUnpaidOrder, ownCartOf, readCart, tellCartCount } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { guestVisitOf } from "~/platform/http/guest-visit.server";
import { withChosenDestination } from "~/platform/http/first-visit.server";
import { forVisitor } from "~/platform/http/openers.server";
import { CartGroup } from "~/ui/checkout/cart-group";
import { CartSum } from "~/ui/checkout/cart-sum";
import { GoneLines } from "~/ui/checkout/gone-lines";
import { EmptyCart } from "~/ui/checkout/empty-cart";
import { JustPut } from "~/ui/checkout/just-put";
import { UnpaidOrder } from "~/ui/checkout/unpaid-order";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["checkout.cart.title"]());

export const loader = forVisitor(async ({ buyer, request, url, paths }) => {
  const chosen = withChosenDestination(request, url);
  if (chosen !== undefined) throw redirect(chosen);
  const reader = await readerFor(db, url);
  const currency = chargeCurrency(reader, url.searchParams.get("pay") ?? undefined);
  const owner = await ownCartOf(db, request, buyer);
  // In the address, so that it can be read again when the page is loaded anew.
  if (owner.leftOut > 0) throw redirect(paths.cart({ ...Object.fromEntries(url.searchParams), left: owner.leftOut }));
  const [read, unpaid] = await Promise.all([
    readCart(db, { owner, reader, currency }),
    findUnpaidOrder(db, { userId: buyer?.userId, visitDigest: guestVisitOf(request) }),
  ]);
  const cart = await cartView(db, read, reader);
  const query = url.searchParams;
  const page = {
    cart,
    unpaid,
    problem: query.get("problem") ?? undefined,
    leftOut: countOf(query, "left"),
    put: { listingId: query.get("put") ?? undefined, asked: countOf(query, "asked") },
  };
  return data(page, { headers: { "Set-Cookie": await tellCartCount(db, owner) } });
});

/** A number of an address; undefined where there is none. */
function countOf(query: URLSearchParams, name: string): number | undefined {
  const count = Number(query.get(name));
  return Number.isSafeInteger(count) && count > 0 ? count : undefined;
}

export default function CartPage() {
  const { cart, unpaid, problem, leftOut, put } = useLoaderData<typeof loader>();
  const isEmpty = cart.lineCount === 0;
  return (
    <div className="py-6">
      <h1 className="text-2xl">{m["checkout.cart.title"]()}</h1>
      {unpaid ? <UnpaidOrder order={unpaid} /> : null}
      {problem ? (
        <div className="mt-4">
          <Notice tone="warning">{problem}</Notice>
        </div>
      ) : null}
      {leftOut ? (
        <div className="mt-4">
          <Notice tone="warning">{m["checkout.cart.leftOutOfMerged"]({ count: leftOut })}</Notice>
        </div>
      ) : null}
      <JustPut cart={cart} put={put} />
      {isEmpty ? (
        <EmptyCart />
      ) : (
        <div className="mt-6 grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
          <div className="flex flex-col gap-8">
            {cart.groups.map((group) => (
              <CartGroup key={group.key} group={group} currency={cart.currency} />
            ))}
            <GoneLines lines={cart.gone} />
          </div>
          <CartSum cart={cart} />
        </div>
      )}
    </div>
  );
}
