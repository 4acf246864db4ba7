import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  payoutNewsText,
  sellerTermsPage,
  setSellerTerms,
  termsInput,
  termsRefusalText,
} from "~/modules/payments/index.server";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { HoldsDesk } from "~/ui/payments/holds-desk";
import { TermsForm } from "~/ui/payments/terms-form";
import { DoneNotice } from "~/ui/primitives/notice";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["payments.terms.title"]());

export const loader = forStaff("treasurer", async ({ staff, params, url, lang }) => {
  const { sellerId, name } = orNotFound(await findShop(db, uuidParam(params, "id")));
  return {
    role: staff.role,
    news: payoutNewsText(url.searchParams.get("news")),
    formKey: newFormKey(),
    liftKey: newFormKey(),
    sellerId,
    name,
    ...(await sellerTermsPage(db, sellerId, lang)),
  };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const sellerId = uuidParam(params, "id");
  const form = await parseForm(request, termsInput);
  if (!form.ok) return invalid(form);
  const set = await setSellerTerms(db, staff, form.key, { sellerId, ...form.value });
  if (!set.ok) return invalid(form, termsRefusalText[set.refusal]());
  return redirectWith(paths.sellerTerms(sellerId, { news: "terms" }));
});

export default function SellerTermsPage() {
  const { role, news, formKey, liftKey, sellerId, name, revision, stored, holds } = useLoaderData<typeof loader>();
  return (
    <StaffFrame
      title={m["payments.terms.forSeller"]({ shop: name })}
      lead={m["payments.terms.lead"]()}
      role={role}
      here="payouts"
      isNarrow
    >
      {news ? <DoneNotice>{news}</DoneNotice> : null}
      <TermsForm formKey={formKey} revision={revision} stored={stored} last={useActionData<typeof action>()} />
      <HoldsDesk sellerId={sellerId} holds={holds} formKey={liftKey} />
    </StaffFrame>
  );
}
