import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  cancelAsSeller,
  findSellersOrder,
  fulfilmentRefusalText,
  sellerCancelInput,
} from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";

import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.cancel"]());

export const loader = forSeller("manager", async ({ seller, params, lang }) => {
  const orderId = uuidParam(params, "id");
  const { reference } = orNotFound(await findSellersOrder(db, seller.sellerId, { orderId, lang }));
  return { orderId, reference, formKey: newFormKey() };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, sellerCancelInput);
  if (!form.ok) return invalid(form);

  const said = await cancelAsSeller(db, seller, form.key, {
    orderId,
    reason: form.value.reason,
    words: form.value.words,
  });
  if (!said.ok) return invalid(form, fulfilmentRefusalText[said.refusal]());

  return redirectWith(paths.sellerOrder(orderId, { news: "cancel" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function SellerCancelOrderPage() {
  const { orderId, reference, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["orders.deed.cancel"]()}
      lead={m["orders.deed.cancelLead"]()}
      back={paths.sellerOrder(orderId)}
      reference={reference}
    >
      <WordsForm
        id="cancel-order"
        last={last}
        formKey={formKey}
        submit={m["orders.deed.cancel"]()}
        isOptional
        hasReason
      />
    </DeedPage>
  );
}
