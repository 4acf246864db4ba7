import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findStaffOrder } from "~/modules/orders/index.server";
import { findOrderByHand, findOrderMoney, retryRefusalText } from "~/modules/payments/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { OrderDisputes } from "~/ui/payments/order-disputes";
import { OrderDeeds, withGiveBack } from "~/ui/orders/order-deeds";
import { orderNewsOf } from "~/ui/orders/order-news";
import { OrderPage } from "~/ui/orders/order-page";
import { OrderPayment } from "~/ui/orders/order-payment";
import { EnterTransfer } from "~/ui/payments/transfer-form";
import { RefundsToSend } from "~/ui/payments/refunds-to-send";
import { RefusedNotice } from "~/ui/primitives/refused-notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["orders.page.title"]({ reference: page?.order.reference ?? "" }));

export const loader = forStaff("treasurer", async ({ staff, params, url, lang }) => {
  const orderId = uuidParam(params, "id");
  const order = orNotFound(await findStaffOrder(db, { orderId, lang }));
  const [money, byHand] = await Promise.all([
    findOrderMoney(db, orderId, lang),
    findOrderByHand(db, { orderId, lang }),
  ]);
  return {
    role: staff.role,
    order,
    money,
    byHand,
    formKey: newFormKey(),
    moneyKey: newFormKey(),
    news: url.searchParams.get("news") ?? undefined,
    refusal: retryRefusalText(url.searchParams.get("refused")),
  };
});

export default function StaffOrderPage() {
  const { role, order, money, byHand, formKey, moneyKey, news, refusal } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { orderId, dues, received, refunded, merchant, reference } = order;
  return (
    <StaffFrame title={m["orders.page.title"]({ reference })} role={role} here="orders">
      {refusal ? <RefusedNotice>{refusal}</RefusedNotice> : null}
      <OrderPage
        order={order}
        side="staff"
        back={{ href: paths.staffOrders(), label: m["orders.list.title"]() }}
        news={orderNewsOf(news)}
        fileHref={undefined}
        isFramed
        deeds={
          <OrderDeeds
            deeds={withGiveBack(order.deeds, money)}
            formKey={formKey}
            hrefOf={(deed) => paths.staffOrderDeed(orderId, deed)}
          />
        }
        payment={
          <OrderPayment
            dues={dues}
            received={received}
            refunded={refunded}
            refunds={money.refunds}
            retry={{ postTo: paths.staffOrderDeed(orderId, "retry-refund"), formKey }}
            merchant={merchant}
          >
            <RefundsToSend orderId={orderId} refunds={byHand.toSend} formKey={moneyKey} />
            <EnterTransfer orderId={orderId} transfer={byHand.transfer} formKey={moneyKey} />
          </OrderPayment>
        }
      >
        <OrderDisputes disputes={money.disputes} hrefOf={(id) => paths.staffDispute(id)} />
      </OrderPage>
    </StaffFrame>
  );
}
