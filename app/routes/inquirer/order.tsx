import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findBuyersOrder, findProforma } from "~/modules/orders/index.server";
import { findOrderPayments } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { away } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";
import { stripe } from "~/platform/stripe/client.server";
import { PayOrder } from "~/ui/checkout/pay-order";
import { Proforma } from "~/ui/checkout/proforma";
import { TransferDetails } from "~/ui/checkout/transfer-details";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { IssuedDocuments } from "~/ui/orders/issued-documents";
import { OrderDeeds } from "~/ui/orders/order-deeds";
import { issuedNewsOf, orderNewsOf } from "~/ui/orders/order-news";
import { OrderPage } from "~/ui/orders/order-page";
import { OrderPayment } from "~/ui/orders/order-payment";
import { OrderSection } from "~/ui/orders/order-section";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["orders.page.title"]({ reference: page?.order.reference ?? "" }));

export const loader = forGuestLink(async ({ inquirer, params, url, lang }) => {
  const order = await findBuyersOrder(db, inquirer, { orderId: uuidParam(params, "id"), lang });
  // A guest's link ends: she is told where the next one is.
  if (!order) throw away("order");
  const hasStripe = stripe() !== undefined;
  return {
    order,
    payments: await findOrderPayments(db, { orderId: order.orderId, lang, hasStripe }),
    proforma: await findProforma(db, inquirer, { orderId: order.orderId, lang }),
    problem: url.searchParams.get("problem") ?? undefined,
    payKey: newFormKey(),
    formKey: newFormKey(),
    isGuest: inquirer.userId === undefined,
    news: url.searchParams.get("news") ?? undefined,
    documentId: url.searchParams.get("document") ?? undefined,
  };
});

export default function BuyersOrderPage() {
  const { order, payments, proforma, problem, payKey, formKey, isGuest, news, documentId } =
    useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { orderId, dues, received, refunded, merchant, documents } = order;
  const hrefOf = (id: string) => paths.orderDocument(orderId, id);
  return (
    <div className="mx-auto max-w-5xl py-6">
      <OrderPage
        order={order}
        side="buyer"
        back={isGuest ? undefined : { href: paths.orders(), label: m["orders.list.title"]() }}
        news={news === "proforma" ? issuedNewsOf({ documents, documentId, hrefOf }) : orderNewsOf(news)}
        fileHref={(fileId) => paths.orderFile(orderId, fileId)}
        accepting={{ formKey, hrefOf: (milestoneId) => paths.acceptMilestone(orderId, milestoneId) }}
        deeds={<OrderDeeds deeds={order.deeds} formKey={formKey} hrefOf={(deed) => paths.orderDeed(orderId, deed)} />}
        payment={
          <OrderPayment
            dues={dues}
            received={received}
            refunded={refunded}
            refunds={payments.refunds}
            merchant={merchant}
          >
            {problem ? <Notice tone="warning">{problem}</Notice> : null}
            {payments.transfer ? <TransferDetails transfer={payments.transfer} /> : null}
            <Proforma orderId={orderId} proforma={proforma} formKey={payKey} />
            <PayOrder orderId={orderId} payments={payments} formKey={payKey} />
          </OrderPayment>
        }
      >
        {documents.length > 0 ? (
          <OrderSection title={m["orders.document.title"]()}>
            <IssuedDocuments documents={documents} hrefOf={hrefOf} />
          </OrderSection>
        ) : null}
      </OrderPage>
    </div>
  );
}
