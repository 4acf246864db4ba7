import type { ReviewItem, ReviewReason } from "~/modules/reviews";
import { countReviews, listReviews } from "~/modules/reviews/index.server";
import type { Db } from "~/platform/db/db.server";
import { SHOP_QUEUE } from "./review-shop.server";
import { SHOP_FIELDS, SHOP_REASONS } from "./shop-reasons";

/** Shops that wait for the Federation with their names, the oldest first. */
export async function listShopsInReview(
  db: Db,
  { page, pageSize }: { page: number; pageSize: number },
  now: Date,
): Promise<{ items: (ReviewItem & { name: string })[]; waiting: number }> {
  const [found, counts] = await Promise.all([
    listReviews(db, { queue: SHOP_QUEUE, page, pageSize }, now),
    countReviews(db, [SHOP_QUEUE], now),
  ]);
  const waiting = counts.get(SHOP_QUEUE)?.waiting ?? 0;
  if (found.length === 0) return { items: [], waiting };
  const names = await db
    .selectFrom("sellerTexts")
    .select(["sellerId", "name"])
    .where("locale", "=", "az")
    .where(
      "sellerId",
      "in",
      found.map(({ subjectId }) => subjectId),
    )
    .execute();
  const nameOf = new Map(names.map(({ sellerId, name }) => [sellerId, name]));
  return { items: found.map((item) => ({ ...item, name: nameOf.get(item.subjectId) ?? "" })), waiting };
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
