import { data, redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { ownCartOf, tellCartCount } from "~/modules/orders/index.server";
import {
  checkoutInput,
  checkoutRefusalText,
  filledIn,
  openCheckout,
  orderFromForm,
} from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { withChosenDestination } from "~/platform/http/first-visit.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { guestVisitOf } from "~/platform/http/guest-visit.server";
import { forVisitor } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { CheckoutForm } from "~/ui/checkout/checkout-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["checkout.title"]());

/** Status of an answer after which there is no cart to draw the page with. */
const NO_CART = 409;

const questionOf = (url: URL) => ({
  pay: url.searchParams.get("pay") ?? undefined,
  wanted: url.searchParams.getAll("of"),
  hasStripe: stripe() !== undefined,
});

export const loader = forVisitor(async ({ buyer, request, url, paths }) => {
  const chosen = withChosenDestination(request, url);
  if (chosen !== undefined) throw redirect(chosen);
  const reader = await readerFor(db, url);
  const owner = await ownCartOf(db, request, buyer);
  if (owner.leftOut > 0) throw redirect(paths.cart({ left: owner.leftOut }));
  const page = await openCheckout(db, { ...questionOf(url), owner, reader });
  if (!page) throw redirect(paths.cart());
  const { view, currency, methods, needsAddress } = page;
  return {
    ...view,
    currency,
    methods,
    needsAddress,
    isGuest: !buyer,
    formKey: newFormKey(),
    stored: buyer ? await filledIn(db, buyer, reader.destination) : {},
    here: `${url.pathname}${url.search}`,
  };
});

export const action = forVisitor(async ({ buyer, request, url, paths, visit }) => {
  const reader = await readerFor(db, url);
  const owner = await ownCartOf(db, request, buyer);
  // What she read is not what she would order.
  if (owner.leftOut > 0) throw redirect(paths.cart({ left: owner.leftOut }));
  const page = await openCheckout(db, { ...questionOf(url), owner, reader });
  // Where the cart is gone nothing more is asked for: a second post gets its first result, and any other the reason.
  const isGuest = page !== undefined && !buyer;
  const needs = { isGuest, needsAddress: page?.needsAddress ?? false, country: reader.destination };
  const form = await parseForm(request, checkoutInput(needs));
  const refuse = (problem?: string) => data(form.answer(problem), { status: page ? 422 : NO_CART });
  if (!form.ok) return refuse();

  const guest = { clientAddress: visit.clientAddress, visitDigest: guestVisitOf(request) };
  const calls = { stripe: stripe(), origin: env.SITE_URL };
  const ordered = await orderFromForm(db, calls, { buyer, owner, reader, guest, page }, form.key, form.value);
  if (!ordered.ok) return refuse(checkoutRefusalText[ordered.refusal]());

  const { payAt, checkoutId, orderIds, cookies } = ordered.value;
  const after = checkoutId ? paths.checkoutOf(checkoutId) : paths.checkoutPlaced(orderIds);
  return redirectWith(payAt ?? after, [...cookies, await tellCartCount(db, owner)]);
});

/**
 * Who was refused sees the cart as it is by now, and sends its new sum. Without a cart the page stays as it is: loaded anew it
 * would lead away from what was typed.
 */
export const shouldRevalidate = ({ actionStatus }: ShouldRevalidateFunctionArgs) => actionStatus !== NO_CART;

export default function CheckoutPage() {
  const loaded = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <CheckoutForm loaded={loaded} last={last} />;
}
