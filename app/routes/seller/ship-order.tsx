import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findSellersOrder, postParcel } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { ParcelForm } from "~/ui/orders/parcel-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.ship"]());

export const loader = forSeller("editor", async ({ seller, params, lang }) => {
  const orderId = uuidParam(params, "id");
  const order = orNotFound(await findSellersOrder(db, seller.sellerId, { orderId, lang }));
  return { orderId, reference: order.reference, lines: order.lines, refunded: order.refunded, formKey: newFormKey() };
});

export const action = forSeller("editor", async ({ seller, params, request, paths, lang }) => {
  const orderId = uuidParam(params, "id");
  const answer = await postParcel(db, seller, request, { orderId, lang });
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.sellerOrder(orderId, { news: "ship" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function ShipOrderPage() {
  const { orderId, reference, lines, refunded, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["orders.deed.ship"]()}
      lead={m["orders.deed.shipLead"]()}
      back={paths.sellerOrder(orderId)}
      reference={reference}
    >
      <ParcelForm last={last} formKey={formKey} lines={lines} canBeLast={refunded !== undefined} />
    </DeedPage>
  );
}
