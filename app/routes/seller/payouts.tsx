import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sellerPayoutsPage } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { pageParam } from "~/platform/http/address-parts.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { SellerBalances, SellerHolds, SellersPayouts } from "~/ui/payments/seller-balances";
import { SellerMovements, SellerStatements } from "~/ui/payments/seller-movements";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.payout.title"]());

export const loader = forSeller("manager", async ({ seller, lang, url }) => {
  const page = pageParam(url);
  return { page, ...(await sellerPayoutsPage(db, seller.sellerId, lang, page)) };
});

export default function SellerPayoutsPage() {
  const { page, balances, terms, holds, kept, orders, back, atDoor, movements, hasMore, payouts, months } =
    useLoaderData<typeof loader>();
  return (
    <WorkspaceFrame title={m["payments.payout.title"]()} lead={m["payments.payout.lead"]()}>
      <SellerBalances balances={balances} terms={terms} />
      <SellerHolds holds={holds} kept={kept} orders={orders} back={back} atDoor={atDoor} />
      <SellersPayouts payouts={payouts} />
      <SellerMovements movements={movements} page={page} hasMore={hasMore} />
      <SellerStatements months={months} />
    </WorkspaceFrame>
  );
}
