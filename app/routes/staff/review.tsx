import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { shopNames } from "~/modules/catalog/index.server";
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
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";
import { usePaths } from "~/ui/layouts/site";
import { DecideItem } from "~/ui/staff/decide-item";
import { EarlierOutcomes } from "~/ui/staff/earlier-outcomes";
import { AfterItem, HoldItem } from "~/ui/staff/hold-item";
import { shopConfirmation, shopJudged } from "~/ui/staff/judged-fields";
import { ITEM_KEYS, Keyboard } from "~/ui/staff/keyboard";
import { ShopDiff } from "~/ui/staff/shop-diff";
import { ShopPapers } from "~/ui/staff/shop-papers";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.item.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang, url }) => {
  const item = orNotFound(await findReview(db, uuidParam(params, "id")));
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
    itemId: item.itemId,
    queue: item.queue,
    subjectVersion: item.subjectVersion,
    name: shop.name,
    shop: await named(state),
    mayOrder: missingForOrders(shop).length === 0,
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
    outcomes: outcomes.map(({ itemId, status, decidedAt, note, reasons }) => ({
      itemId,
      status,
      note,
      reasons,
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

  const decided = await decideShop(db, staff, form.key, { itemId: uuidParam(params, "id"), ...form.value });
  if (!decided.ok) return invalid(form, decisionRefusalText[decided.refusal]());

  return redirectWith(paths.desk({ decided: form.value.decision }));
});

export default function ReviewPage() {
  const {
    role,
    formKey,
    itemId,
    queue,
    subjectVersion,
    name,
    shop,
    mayOrder,
    isPaperless,
    iban,
    papers,
    since,
    outcomes,
    isMine,
    isOwn,
    heldBy,
    until,
  } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = usePaths();
  // Beside what was approved already, only what is other is judged.
  const judged = since && since.changed.length > 0 ? since.changed : SHOP_FIELDS;
  return (
    <StaffFrame
      title={name}
      lead={until ? m["reviews.item.yoursUntil"]({ when: until }) : undefined}
      role={role}
      here="desk"
    >
      {since ? <ShopDiff {...since} after={shop} /> : null}
      <ShopSheet shop={shop} iban={iban} />
      <ShopPapers papers={papers} hrefOf={isMine ? (paperId) => paths.reviewPaper(itemId, paperId) : undefined} />
      <EarlierOutcomes outcomes={outcomes} />
      {mayOrder ? null : (
        <div className="mt-8">
          <Notice tone="info">{m["reviews.item.inquiryOnly"]()}</Notice>
        </div>
      )}
      <div className="mt-8">
        {isMine ? (
          <DecideItem
            last={last}
            formKey={formKey}
            subjectVersion={subjectVersion}
            judged={shopJudged(judged)}
            confirmation={isPaperless ? shopConfirmation() : undefined}
          />
        ) : isOwn ? (
          <Notice tone="warning">{m["sellers.handover.filledByYou"]()}</Notice>
        ) : (
          <HoldItem itemId={itemId} heldBy={heldBy} />
        )}
      </div>
      <AfterItem itemId={itemId} queue={queue} isMine={isMine} />
      <Keyboard keys={ITEM_KEYS} />
    </StaffFrame>
  );
}
