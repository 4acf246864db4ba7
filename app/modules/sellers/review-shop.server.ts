import { tellTeam } from "~/modules/accounts/index.server";
import type { ClaimRefusal, DecisionRefusal, ReviewReason } from "~/modules/reviews";
import { claimReview, decideReview, findReview, listReviewOutcomes, openReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor, type StaffActor } from "~/platform/session/actors.server";
import { askForReadiness } from "./ask-readiness.server";
import { keepApproval } from "./approvals.server";
import { hasFilled } from "./caretaking.server";
import { decisionNews } from "./letters.server";
import { findShop, type Shop } from "./shop-facts.server";
import { isShopQueue, reviewOf, SHOP_QUEUE } from "./shop-queues";
import type { ShopConfirmation } from "./shop-reasons";
import { lacksPapers, missingForOrders, whyNotSubmit, type SubmitRefusal } from "./shop-steps";

/** Sends a shop to the Federation. Until it is decided the team cannot change it. */
export function submitShop(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  now = clock(),
): Promise<Result<null, SubmitRefusal | "shop-missing" | "nothing-mended">> {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop) return refused("shop-missing");
    const refusal = whyNotSubmit(shop);
    if (refusal) return refused(refusal);
    if (shop.status === "changes_requested") {
      const [latest] = await listReviewOutcomes(trx, { queues: [SHOP_QUEUE], subjectId: sellerId });
      if (latest?.subjectVersion === shop.version) return refused("nothing-mended");
    }
    await trx
      .updateTable("sellers")
      .set({ status: "submitted", submittedAt: now, updatedAt: now })
      .where("id", "=", sellerId)
      .execute();
    await openReview(trx, reviewOf(SHOP_QUEUE, sellerId, shop.version), now);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "submit-shop",
      subject: { kind: "seller", id: sellerId },
      before: { status: shop.status },
      after: { status: "submitted" },
    });
    return done(null);
  });
}

export type ShopDecision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
  decision: "approved" | "changes_requested";
  reasons: readonly ReviewReason[];
  note: string | undefined;
  /** What the person has ticked beside her decision. */
  confirmed?: readonly ShopConfirmation[];
};

export type ShopDecisionRefusal = DecisionRefusal | "shop-missing" | "filled-by-you" | "papers-missing";

/**
 * Decides a shop, or what an approved shop has changed, that the person holds. A new shop becomes public, or goes back to its
 * team with a reason per field; a changed one stays public either way. What is approved is kept as it is at this moment.
 * Nobody decides what she has filled herself for its maker. A new shop without papers is approved by who says so: from then
 * on it is public, and nothing but its team's word stands for who it is.
 */
export function decideShop(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  decision: ShopDecision,
  now = clock(),
): Promise<Result<{ sellerId: string; queue: string }, ShopDecisionRefusal>> {
  type Decided = Result<{ sellerId: string; queue: string }, ShopDecisionRefusal>;
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    const shop = await findJudged(trx, decision.itemId, now);
    const isApproved = decision.decision === "approved";
    // Before the decision is recorded: whoever else asks for this does so before being recorded, too.
    if (isApproved && shop?.status === "submitted") {
      const { sellerId } = shop;
      await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
      await askForReadiness(trx, sellerId);
    }
    // What is ticked beside a shop that has its papers says nothing.
    const confirmed = shop && isApproved && lacksPapers(shop) ? (decision.confirmed ?? []) : [];
    const decided = await decideReview(trx, staff, { ...decision, confirmed }, now);
    if (!decided.ok) return decided;
    if (!shop) return refused("shop-missing");
    const isNew = decided.value.queue === SHOP_QUEUE;
    // A suspended shop's changes may still be judged: they were public.
    if (isNew ? shop.status !== "submitted" : shop.status !== "approved" && shop.status !== "suspended") {
      return refused("shop-missing");
    }
    const { sellerId } = shop;
    if (await hasFilled(trx, { sellerId, staffId: staff.userId })) return refused("filled-by-you");
    const isPaperless = isNew && isApproved && lacksPapers(shop);
    if (isPaperless && !confirmed.includes("paperless")) return refused("papers-missing");
    if (isNew) await openOrSendBack(trx, sellerId, decision.decision, now);
    if (isApproved) await keepApproval(trx, shop, now);
    const news = isNew ? decision.decision : (`changes-${decision.decision}` as const);
    if (shop.teamId !== undefined)
      await tellTeam(trx, shop.teamId, decisionNews(news, shop.name, missingForOrders(shop)));
    return done({ sellerId, queue: decided.value.queue });
  });
}

/** Takes a shop to look at it; whoever filled it for its maker leaves it to a colleague. */
export async function claimShop(
  db: Db,
  staff: StaffActor,
  itemId: string,
  now = clock(),
): Promise<Result<{ until: Date }, ClaimRefusal | "filled-by-you">> {
  const item = await findReview(db, itemId, now);
  const isOwn =
    item !== undefined &&
    isShopQueue(item.queue) &&
    (await hasFilled(db, { sellerId: item.subjectId, staffId: staff.userId }));
  return isOwn ? refused("filled-by-you") : claimReview(db, staff, itemId, now);
}

/** The shop of an item, locked before the item is: its team's edits lock them in this order, too. */
async function findJudged(trx: Trx, itemId: string, now: Date): Promise<Shop | undefined> {
  const item = await findReview(trx, itemId, now);
  return item && isShopQueue(item.queue) ? findShop(trx, item.subjectId, { lock: true }) : undefined;
}

async function openOrSendBack(trx: Trx, sellerId: string, status: ShopDecision["decision"], now: Date): Promise<void> {
  const isApproved = status === "approved";
  await trx
    .updateTable("sellers")
    .set({ status, updatedAt: now, ...(isApproved ? { approvedAt: now } : {}) })
    .where("id", "=", sellerId)
    .execute();
}
