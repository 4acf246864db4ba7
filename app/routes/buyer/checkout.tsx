import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
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
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { guestVisitOf } from "~/platform/http/guest-visit.server";
import { forVisitor } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { CheckoutForm } from "~/ui/checkout/checkout-form";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["checkout.title"]());

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
  const page = await openCheckout(db, { ...questionOf(url), owner, reader });
  const needs = { isGuest: !buyer, needsAddress: page?.needsAddress ?? false, country: reader.destination };
  const form = await parseForm(request, checkoutInput(needs));
  if (!form.ok) return invalid(form);

  const guest = { clientAddress: visit.clientAddress, visitDigest: guestVisitOf(request) };
  const calls = { stripe: stripe(), origin: env.SITE_URL };
  const ordered = await orderFromForm(db, calls, { buyer, owner, reader, guest, page }, form.key, form.value);
  if (!ordered.ok) return invalid(form, checkoutRefusalText[ordered.refusal]());

  const { payAt, checkoutId, orderIds, cookies } = ordered.value;
  const after = checkoutId ? paths.checkoutOf(checkoutId) : paths.checkoutPlaced(orderIds);
  return redirectWith(payAt ?? after, [...cookies, await tellCartCount(db, owner)]);
});

export default function CheckoutPage() {
  const loaded = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return <CheckoutForm loaded={loaded} last={last} />;
}
