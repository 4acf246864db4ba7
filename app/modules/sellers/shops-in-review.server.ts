import { m } from "~/paraglide/messages.js";
import type { DecisionRefusal, ReviewItem, ReviewReason } from "~/modules/reviews";
import { listReviews } from "~/modules/reviews/index.server";
import type { Db } from "~/platform/db/db.server";
import { SHOP_QUEUE } from "./review-shop.server";
import { SHOP_FIELDS, SHOP_REASONS } from "./shop-reasons";

/** Shops that wait for the Federation with their names, the oldest first. */
export async function listShopsInReview(
  db: Db,
  { page, pageSize }: { page: number; pageSize: number },
  now: Date,
): Promise<(ReviewItem & { name: string })[]> {
  const items = await listReviews(db, { queue: SHOP_QUEUE, page, pageSize }, now);
  if (items.length === 0) return [];
  const names = await db
    .selectFrom("sellerTexts")
    .select(["sellerId", "name"])
    .where("locale", "=", "az")
    .where(
      "sellerId",
      "in",
      items.map(({ subjectId }) => subjectId),
    )
    .execute();
  const nameOf = new Map(names.map(({ sellerId, name }) => [sellerId, name]));
  return items.map((item) => ({ ...item, name: nameOf.get(item.subjectId) ?? "" }));
}

/** The reasons of the reviewer's form: a field without a code is fine as it is. */
export function reasonsOf(form: Readonly<Record<string, unknown>>): ReviewReason[] {
  return SHOP_FIELDS.flatMap((field) => {
    const code = SHOP_REASONS.find((reason) => reason === form[`code-${field}`]);
    const words = form[`words-${field}`];
    if (!code) return [];
    return [{ field, code, ...(typeof words === "string" && words !== "" ? { words } : {}) }];
  });
}

export const decisionRefusalText: Readonly<Record<DecisionRefusal | "shop-missing", () => string>> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "reason-missing": m["reviews.refusal.reasonMissing"],
  "shop-missing": m["reviews.refusal.missing"],
};
