import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decidedPath, shopNames } from "~/modules/catalog/index.server";
import { findReview } from "~/modules/reviews/index.server";
import { changedFields, lacksPapers, missingForOrders, SHOP_FIELDS, type ShopState } from "~/modules/sellers";
import {
  decideShop,
  decideShopInput,
  decisionRefusalText,
  findLastApproval,
  findShop,
  isShopQueue,
  listShopOutcomes,
  SHOP_QUEUE,
  stateOf,
} from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DecideItem } from "~/ui/staff/decide-item";
import { EarlierOutcomes } from "~/ui/staff/earlier-outcomes";
import { AfterItem, HoldItem } from "~/ui/staff/hold-item";
import { shopConfirmation, shopJudged } from "~/ui/staff/judged-fields";
import { itemKeys, Keyboard } from "~/ui/staff/keyboard";
import { LackingNotice } from "~/ui/staff/lacking-notice";
import { ShopDiff } from "~/ui/staff/shop-diff";
import { ShopPapers } from "~/ui/staff/shop-papers";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.item.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, paths, lang, url }) => {
  const itemId = uuidParam(params, "id");
  const item = await findReview(db, itemId);
  if (!item) throw redirectWith(orNotFound(await decidedPath(db, paths, itemId)));
  const shop = orNotFound(isShopQueue(item.queue) ? await findShop(db, item.subjectId) : undefined);
  const [approval, outcomes] = await Promise.all([
    findLastApproval(db, shop.sellerId),
    listShopOutcomes(db, shop.sellerId),
  ]);
  const named = async (state: ShopState) => ({ state, ...(await shopNames(db, state, lang)) });
  const state = stateOf(shop);
  const hour = dateFormat(lang, { timeStyle: "short", timeZone: "Asia/Baku" });
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const isMine = item.claim?.userId === staff.userId;
  return {
    role: staff.role,
    formKey: newFormKey(),
    itemId,
    queue: item.queue,
    subjectVersion: item.subjectVersion,
    name: shop.name,
    shop: await named(state),
    lacking: missingForOrders(shop),
    isPaperless: item.queue === SHOP_QUEUE && lacksPapers(shop),
    iban: shop.iban,
    papers: shop.papers.map(({ paperId, name, contentType, storedAt }) => ({
      paperId,
      name,
      contentType,
      stored: moment.format(storedAt),
    })),
    since: approval && {
      before: await named(approval.state),
      approved: moment.format(approval.approvedAt),
      changed: changedFields(approval.state, state),
    },
    outcomes: outcomes.map(({ decidedAt, ...outcome }) => ({
      ...outcome,
      decided: decidedAt === undefined ? "" : moment.format(decidedAt),
    })),
    isMine,
    isOwn: url.searchParams.has("own"),
    heldBy: item.claim && !isMine ? item.claim.name : undefined,
    until: item.claim && isMine ? hour.format(item.claim.until) : undefined,
  };
});

export const action = forStaff("reviewer", async ({ staff, params, request, paths }) => {
  const form = await parseForm(request, decideShopInput);
  if (!form.ok) return invalid(form);
  const itemId = uuidParam(params, "id");

  const decided = await decideShop(db, staff, form.key, { itemId, ...form.value });
  if (!decided.ok) return invalid(form, decisionRefusalText[decided.refusal]());

  return redirectWith(paths.desk({ queue: decided.value.queue, decided: itemId }));
});

/** Who was refused sees who holds the item, and by when. */
export const shouldRevalidate = loadsAnew;

export default function ReviewPage() {
  const page = useLoaderData<typeof loader>();
  const { itemId, queue, name, shop, since, lacking, isPaperless, isMine, isOwn, heldBy, until } = page;
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  // Beside what was approved already, only what is other is judged.
  const judged = since && since.changed.length > 0 ? since.changed : SHOP_FIELDS;
  return (
    <StaffFrame
      title={name}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={page.role}
      here="desk"
      queue={queue}
    >
      {since ? <ShopDiff {...since} after={shop} /> : null}
      <ShopSheet shop={shop} iban={page.iban} />
      <ShopPapers papers={page.papers} hrefOf={isMine ? (paperId) => paths.reviewPaper(itemId, paperId) : undefined} />
      <EarlierOutcomes outcomes={page.outcomes} />
      <LackingNotice lacking={lacking} />
      <div className="mt-8 flex flex-col gap-6">
        {isMine ? null : isOwn ? (
          <Notice tone="warning">{m["sellers.handover.filledByYou"]()}</Notice>
        ) : (
          <HoldItem itemId={itemId} heldBy={heldBy} />
        )}
        {/* Whoever lost the item while she wrote keeps what she wrote. */}
        {isMine || last ? (
          <DecideItem
            last={last}
            formKey={page.formKey}
            subjectVersion={page.subjectVersion}
            judged={shopJudged(judged)}
            confirmation={isPaperless ? shopConfirmation() : undefined}
          />
        ) : null}
      </div>
      <AfterItem itemId={itemId} queue={queue} isMine={isMine} />
      <Keyboard keys={itemKeys({ isMine, mayClaim: !isOwn && heldBy === undefined })} />
    </StaffFrame>
  );
}
