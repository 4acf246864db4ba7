import { sql } from "kysely";
import { ANSWERS_FOR_A_FIGURE, recordSellerFigure } from "~/modules/sellers/index.server";
import type { Trx } from "~/platform/db/db.server";
import { DAY_MS } from "./rules";

const FIGURE_DAYS = 90;

/** Two counts at the same moment: the second counts the first. Before the audit log, as all who take both. */
export async function holdFigures(trx: Trx, sellerId: string): Promise<void> {
  await trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forNoKeyUpdate().execute();
}

/**
 * Counts a shop's inquiries of the last 90 days anew, and the median of its first replies to them in whole hours, begun
 * ones counted as whole; no median before there are five. Spam and what nobody confirmed is not counted.
 */
export async function countRecentInquiries(trx: Trx, sellerId: string, now: Date): Promise<void> {
  await holdFigures(trx, sellerId);
  const { inquiries, answers, median } = await trx
    .selectFrom("inquiries")
    .where("sellerId", "=", sellerId)
    .where("status", "not in", ["unconfirmed", "spam"])
    .where("confirmedAt", ">", new Date(now.getTime() - FIGURE_DAYS * DAY_MS))
    .select((eb) => [
      eb.fn.countAll<bigint>().as("inquiries"),
      eb.fn.count<bigint>("firstAnsweredAt").as("answers"),
      sql<number | null>`percentile_cont(0.5) within group (
        order by extract(epoch from first_answered_at - confirmed_at)::float8 / 3600)`.as("median"),
    ])
    .executeTakeFirstOrThrow();
  const isEnough = answers >= BigInt(ANSWERS_FOR_A_FIGURE) && median !== null;
  await recordSellerFigure(
    trx,
    sellerId,
    { recentInquiryCount: Number(inquiries), medianFirstReplyHours: isEnough ? Math.max(1, Math.ceil(median)) : null },
    now,
  );
}
