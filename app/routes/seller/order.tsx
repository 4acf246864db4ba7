import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findSellersOrder } from "~/modules/orders/index.server";
import { findOrderMoney } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { OrderDisputes } from "~/ui/payments/order-disputes";
import { OrderDeeds, withGiveBack } from "~/ui/orders/order-deeds";
import { orderNewsOf } from "~/ui/orders/order-news";
import { OrderPage } from "~/ui/orders/order-page";
import { OrderPayment } from "~/ui/orders/order-payment";
import { OrderSection } from "~/ui/orders/order-section";
import { buttonStyle } from "~/ui/primitives/button";
import { CaretakerBanner } from "~/ui/workspace/caretaker-banner";
import { WorkspaceTabs } from "~/ui/workspace/workspace-tabs";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["orders.page.title"]({ reference: page?.order.reference ?? "" }));

export const loader = forSeller("editor", async ({ seller, params, url, lang }) => {
  const key = { orderId: uuidParam(params, "id"), lang };
  const order = orNotFound(await findSellersOrder(db, seller.sellerId, key));
  return {
    order,
    money: await findOrderMoney(db, key.orderId, lang),
    formKey: newFormKey(),
    news: url.searchParams.get("news") ?? undefined,
  };
});

export default function SellersOrderPage() {
  const { order, money, formKey, news } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { orderId, kind, dues, received, refunded, merchant, canCorrectParcels } = order;
  return (
    <div className="mx-auto max-w-5xl py-8">
      <WorkspaceTabs />
      <CaretakerBanner />
      <OrderPage
        order={order}
        side="seller"
        back={{ href: paths.sellerOrders(), label: m["orders.list.title"]() }}
        news={orderNewsOf(news)}
        fileHref={(fileId) => paths.sellerOrderFile(orderId, fileId)}
        correctHref={canCorrectParcels ? (position) => paths.correctParcel(orderId, position) : undefined}
        deeds={
          <OrderDeeds
            deeds={withGiveBack(order.deeds, money)}
            formKey={formKey}
            hrefOf={(deed) => paths.sellerOrderDeed(orderId, deed)}
          />
        }
        payment={
          <OrderPayment
            dues={dues}
            received={received}
            refunded={refunded}
            refunds={money.refunds}
            merchant={merchant}
          />
        }
      >
        <OrderDisputes disputes={money.disputes} />
        {kind === "good" ? (
          <OrderSection title={m["orders.document.title"]()}>
            <Link to={paths.sellerOrderPapers(orderId)} className={buttonStyle.secondary}>
              {m["orders.document.open"]()}
            </Link>
          </OrderSection>
        ) : null}
      </OrderPage>
    </div>
  );
}
