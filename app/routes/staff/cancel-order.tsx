import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { cancelAsStaff, findStaffOrder, fulfilmentRefusalText, orderWordsInput } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";

import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.cancel"]());

export const loader = forStaff("treasurer", async ({ params, lang }) => {
  const orderId = uuidParam(params, "id");
  const { reference } = orNotFound(await findStaffOrder(db, { orderId, lang }));
  return { orderId, reference, formKey: newFormKey() };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, orderWordsInput);
  if (!form.ok) return invalid(form);

  const said = await cancelAsStaff(db, staff, form.key, { orderId, words: form.value.words });
  if (!said.ok) return invalid(form, fulfilmentRefusalText[said.refusal]());

  return redirectWith(paths.staffOrder(orderId, { news: "cancel" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function StaffCancelOrderPage() {
  const { orderId, reference, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["orders.deed.cancel"]()}
      lead={m["orders.deed.cancelStaffLead"]()}
      back={paths.staffOrder(orderId)}
      reference={reference}
    >
      <WordsForm id="cancel-order" last={last} formKey={formKey} submit={m["orders.deed.cancel"]()} />
    </DeedPage>
  );
}
