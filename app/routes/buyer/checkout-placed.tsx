import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPlacedOrders } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forGuestLink } from "~/platform/http/openers.server";
import { isUuid } from "~/platform/uuid";
import { PlacedOrders } from "~/ui/checkout/placed-orders";
import { privateMeta } from "~/ui/layouts/page-meta";

export const meta: MetaFunction = () => privateMeta(m["checkout.after.title"]());

export const loader = forGuestLink(async ({ inquirer, url, lang }) => {
  const ids = url.searchParams.getAll("order").filter(isUuid);
  const orders = await findPlacedOrders(db, inquirer, ids, lang);
  return { orders: orNotFound(orders.length > 0 ? orders : undefined) };
});

export default function CheckoutPlacedPage() {
  return <PlacedOrders {...useLoaderData<typeof loader>()} />;
}
