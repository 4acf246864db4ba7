import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProforma } from "~/modules/orders/index.server";
import { findCheckoutStatus, findDecline } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { CheckoutStatus } from "~/ui/checkout/checkout-status";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["checkout.after.title"]());

export const loader = forGuestLink(async ({ inquirer, params, lang, url }) => {
  const checkout = orNotFound(await findCheckoutStatus(db, inquirer, uuidParam(params, "id"), lang));
  const [only, ...others] = checkout.orders;
  // Of several orders each has its invoice on its own page.
  const hasProforma = checkout.method === "bank_transfer" && only && others.length === 0;
  return {
    checkout,
    decline: await findDecline(db, stripe(), checkout),
    proforma: hasProforma ? await findProforma(db, inquirer, { orderId: only.orderId, lang }) : undefined,
    formKeys: checkout.orders.map(() => newFormKey()),
    problem: url.searchParams.get("problem") ?? undefined,
  };
});

export default function CheckoutStatusPage() {
  return <CheckoutStatus {...useLoaderData<typeof loader>()} />;
}
