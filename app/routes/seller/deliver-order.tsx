import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findSellersOrder, postHandover } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { HandoverForm } from "~/ui/orders/handover-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.deliver"]());

export const loader = forSeller("editor", async ({ seller, params, lang }) => {
  const orderId = uuidParam(params, "id");
  const order = orNotFound(await findSellersOrder(db, seller.sellerId, { orderId, lang }));
  return {
    orderId,
    reference: order.reference,
    isDigital: order.delivery === "digital",
    asksForMoney: order.paymentMethod === "at_pick_up" && order.dues.some(({ isPaid }) => !isPaid),
    formKey: newFormKey(),
  };
});

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const answer = await postHandover(db, files(), seller, request, orderId);
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.sellerOrder(orderId, { news: "deliver" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function DeliverOrderPage() {
  const { orderId, reference, isDigital, asksForMoney, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const lead = isDigital ? m["orders.deed.deliverLead"] : m["orders.deed.handOverLead"];
  return (
    <DeedPage title={m["orders.deed.deliver"]()} lead={lead()} back={paths.sellerOrder(orderId)} reference={reference}>
      <HandoverForm last={last} formKey={formKey} isDigital={isDigital} asksForMoney={asksForMoney} />
    </DeedPage>
  );
}
