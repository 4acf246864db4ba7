import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findGiveBack, postGiveBackAsSeller } from "~/modules/payments/index.server";
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
import { GiveBackPage } from "~/ui/payments/give-back-page";

export const meta: MetaFunction = () => privateMeta(m["refunds.title"]());

export const loader = forSeller("manager", async ({ seller, params, lang }) => {
  const key = { orderId: uuidParam(params, "id"), sellerId: seller.sellerId, lang };
  return { money: orNotFound(await findGiveBack(db, key)), formKey: newFormKey() };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const { answer } = orNotFound(await postGiveBackAsSeller(db, seller, request, orderId));
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.sellerOrder(orderId, { news: "give-back" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function SellersRefundPage() {
  const { money, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <GiveBackPage
      money={money}
      lead={m["refunds.leadSeller"]()}
      back={paths.sellerOrder(money.orderId)}
      last={last}
      formKey={formKey}
    />
  );
}
