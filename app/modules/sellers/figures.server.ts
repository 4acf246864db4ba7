import type { Trx } from "~/platform/db/db.server";

/** What later rooms count about a shop and the public may read. */
export type SellerFigure = {
  /** Inquiries of the last 90 days. */
  recentInquiryCount: number;
  /** Whole hours; null until there are enough answers to say. */
  medianFirstReplyHours: number | null;
};

/** Keeps a figure of a shop, in the transaction that changes it. */
export async function recordSellerFigure(trx: Trx, sellerId: string, figure: SellerFigure, now: Date): Promise<void> {
  await trx
    .insertInto("sellerFigures")
    .values({ sellerId, ...figure, updatedAt: now })
    .onConflict((conflict) => conflict.column("sellerId").doUpdateSet({ ...figure, updatedAt: now }))
    .execute();
}
