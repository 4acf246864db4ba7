import type { Trx } from "~/platform/db/db.server";
import { askForReadiness } from "./ask-readiness.server";

/** What later rooms count about a shop and the public may read. */
export type SellerFigure = {
  /** Inquiries of the last 90 days. */
  recentInquiryCount: number;
  /** Whole hours; null until there are enough answers to say. */
  medianFirstReplyHours: number | null;
  /** Orders that their buyers have, and are content with or silent about. */
  ordersCompleted: number;
};

/** The median of fewer first replies says nothing about how fast a shop answers. */
export const ANSWERS_FOR_A_FIGURE = 5;

/** The time of first replies that the public may read, in hours; undefined while there are too few to say. */
export function shownReplyHours({
  recentInquiryCount,
  medianFirstReplyHours,
}: {
  recentInquiryCount: number | null;
  medianFirstReplyHours: number | null;
}): number | undefined {
  return (recentInquiryCount ?? 0) >= ANSWERS_FOR_A_FIGURE ? (medianFirstReplyHours ?? undefined) : undefined;
}

/** Keeps figures of a shop, in the transaction that changes them; those that are not named stay as they are. */
export async function recordSellerFigure(
  trx: Trx,
  sellerId: string,
  figure: Partial<SellerFigure>,
  now: Date,
): Promise<void> {
  await trx
    .insertInto("sellerFigures")
    .values({ sellerId, ...figure, updatedAt: now })
    .onConflict((conflict) => conflict.column("sellerId").doUpdateSet({ ...figure, updatedAt: now }))
    .execute();
  await askForReadiness(trx, sellerId);
}
