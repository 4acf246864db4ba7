import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findBuyersDeed, buyersRefusalText, rateOrder, ratingInput } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forGuestLink } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { BuyersDeedPage } from "~/ui/orders/buyers-deed-page";
import { RatingForm } from "~/ui/orders/rating-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.rate"]());

export const loader = forGuestLink(async ({ inquirer, params, lang }) => {
  const orderId = uuidParam(params, "id");
  const asked = await findBuyersDeed(db, inquirer, { orderId, lang, deed: "rate" });
  return { asked: orNotFound(asked), formKey: newFormKey() };
});

export const action = forGuestLink(async ({ inquirer, params, request, lang, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, ratingInput);
  if (!form.ok) return invalid(form);

  const { stars, words } = form.value;
  const rated = await rateOrder(db, inquirer, form.key, { orderId, stars, words, locale: lang });
  if (!rated.ok) return invalid(form, buyersRefusalText[rated.refusal]());

  return redirectWith(paths.order(orderId, { news: "rate" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function RateOrderPage() {
  const { asked, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <BuyersDeedPage
      title={m["orders.deed.rate"]()}
      lead={m["orders.rating.lead"]()}
      asked={asked}
      formKey={formKey}
      isAnswered={last !== undefined}
    >
      <RatingForm last={last} formKey={formKey} />
    </BuyersDeedPage>
  );
}
