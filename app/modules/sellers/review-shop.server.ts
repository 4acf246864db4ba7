import { tellTeam } from "~/modules/accounts/index.server";
import type { ClaimRefusal, DecisionRefusal, ReviewReason } from "~/modules/reviews";
import { claimReview, decideReview, findReview, listReviewOutcomes, openReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { recordedAs, type SellerActor, type StaffActor } from "~/platform/http/openers.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { hasFilled } from "./caretaking.server";
import { decisionNews } from "./letters.server";
import { findShop } from "./shop-facts.server";
import { whyNotSubmit, type SubmitRefusal } from "./shop-steps";

/** Name of the queue in which shops wait for the Federation. */
export const SHOP_QUEUE = "sellers";
/** Within which the Federation answers. */
const WORKING_DAYS = 2;

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
      const [latest] = await listReviewOutcomes(trx, { queue: SHOP_QUEUE, subjectId: sellerId });
      if (latest?.subjectVersion === shop.version) return refused("nothing-mended");
    }
    await trx
      .updateTable("sellers")
      .set({ status: "submitted", submittedAt: now, updatedAt: now })
      .where("id", "=", sellerId)
      .execute();
    const about = { queue: SHOP_QUEUE, subjectId: sellerId, subjectVersion: shop.version, workingDays: WORKING_DAYS };
    await openReview(trx, about, now);
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
};

/**
 * Decides a shop that the person holds: it becomes public, or goes back to its team with a reason per field. Nobody decides
 * what she has filled herself for its maker.
 */
export function decideShop(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  decision: ShopDecision,
  now = clock(),
): Promise<Result<{ sellerId: string }, DecisionRefusal | "shop-missing" | "filled-by-you">> {
  type Decided = Result<{ sellerId: string }, DecisionRefusal | "shop-missing" | "filled-by-you">;
  return once(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    const decided = await decideReview(trx, staff, decision, now);
    if (!decided.ok) return decided;
    const { queue, subjectId: sellerId } = decided.value;
    const shop = queue === SHOP_QUEUE ? await findShop(trx, sellerId, { lock: true }) : undefined;
    if (shop?.status !== "submitted") return refused("shop-missing");
    if (await hasFilled(trx, { sellerId, staffId: staff.userId })) return refused("filled-by-you");
    const isApproved = decision.decision === "approved";
    await trx
      .updateTable("sellers")
      .set({
        status: decision.decision,
        updatedAt: now,
        ...(isApproved ? { approvedAt: now } : {}),
      })
      .where("id", "=", sellerId)
      .execute();
    if (isApproved) await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
    if (shop.teamId !== undefined) await tellTeam(trx, shop.teamId, decisionNews(decision.decision, shop.name));
    return done({ sellerId });
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
    item?.queue === SHOP_QUEUE && (await hasFilled(db, { sellerId: item.subjectId, staffId: staff.userId }));
  return isOwn ? refused("filled-by-you") : claimReview(db, staff, itemId, now);
}
