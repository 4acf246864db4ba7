import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fulfilmentRefusalText, hideRating, listStaffRatings, orderWordsInput } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { PressForm } from "~/ui/forms/press-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { Rating } from "~/ui/orders/rating";
import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.rating.title"]());

export const loader = forStaff("reviewer", async ({ params, lang }) => {
  const { ratings } = await listStaffRatings(db, { page: 1, lang, orderId: uuidParam(params, "id") });
  return { rating: orNotFound(ratings[0]), formKey: newFormKey() };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, orderWordsInput);
  if (!form.ok) return invalid(form);

  const hidden = await hideRating(db, staff, form.key, { orderId, reason: form.value.words });
  if (!hidden.ok) return invalid(form, fulfilmentRefusalText[hidden.refusal]());

  return redirectWith(paths.staffRatings());
});

/** Who was refused sees the rating as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function StaffRatingPage() {
  const { rating, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const title = rating.isHidden ? m["orders.deed.showRating"]() : m["orders.deed.hideRating"]();
  return (
    <DeedPage title={title} lead={m["orders.rating.hideLead"]()} back={paths.staffRatings()} reference={rating.key}>
      <div className="mb-6">
        <Rating rating={rating} />
      </div>
      {rating.isHidden ? (
        <PressForm action={paths.showRating(rating.orderId)} formKey={formKey} look="primary">
          {m["orders.deed.showRating"]()}
        </PressForm>
      ) : (
        <WordsForm id="hide-rating" last={last} formKey={formKey} submit={m["orders.deed.hideRating"]()} />
      )}
    </DeedPage>
  );
}
