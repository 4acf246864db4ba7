import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { shopNames } from "~/modules/catalog/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { decideShop, decideShopInput, decisionRefusalText, findShop, reasonsOf } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { DecideShop } from "~/ui/staff/decide-shop";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.item.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const item = orNotFound(await findReview(db, uuidParam(params, "id")));
  const shop = orNotFound(await findShop(db, item.subjectId));
  const names = await shopNames(db, shop, lang);
  const moment = dateFormat(lang, { timeStyle: "short", timeZone: "Asia/Baku" });
  const isMine = item.claim?.userId === staff.userId;
  return {
    formKey: newFormKey(),
    itemId: item.itemId,
    subjectVersion: item.subjectVersion,
    shop: { name: shop.name, offering: shop.offering, tagline: shop.tagline, story: shop.story, ...names },
    isMine,
    isOwn: url.searchParams.has("own"),
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? moment.format(item.claim.until) : undefined,
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideShopInput);
  if (!form.ok) return invalid(form);
  const { subjectVersion, decision, note } = form.value;

  const about = { itemId: uuidParam(params, "id"), subjectVersion, decision, note, reasons: reasonsOf(form.value) };
  const decided = await decideShop(db, staff, form.key, about);
  if (!decided.ok) return invalid(form, decisionRefusalText[decided.refusal]());

  return redirectWith(paths.desk());
});

export default function ReviewPage() {
  const { formKey, itemId, subjectVersion, shop, isMine, isOwn, heldBy, until } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = usePaths();
  return (
    <WorkspaceFrame title={shop.name} lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}>
      <ShopSheet shop={shop} />
      <div className="mt-8">
        {isMine ? (
          <DecideShop last={last} formKey={formKey} subjectVersion={subjectVersion} />
        ) : isOwn ? (
          <Notice tone="warning">{m["sellers.handover.filledByYou"]()}</Notice>
        ) : heldBy ? (
          <Notice tone="info">{m["reviews.desk.heldBy"]({ name: heldBy })}</Notice>
        ) : (
          <Form method="post" action={paths.claimReview(itemId)}>
            <button type="submit" className={buttonStyle.primary}>
              {m["reviews.desk.take"]()}
            </button>
          </Form>
        )}
      </div>
    </WorkspaceFrame>
  );
}
