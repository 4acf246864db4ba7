import type { Db } from "~/platform/db/db.server";
import { askerOf, blockOf, type AskedBy } from "../contact-key.server";
import { BLOCKED_PAGE_SIZE } from "../types";

export type Blocked = {
  /** The thread in which she was blocked. */
  inquiryId: string;
  name: string | undefined;
  company: string | undefined;
  blockedAt: Date;
};

/** From whom a shop takes nothing more, the latest first, as she called herself in the thread in which it was done. */
export async function listBlocked(
  db: Db,
  sellerId: string,
  { page }: { page: number },
): Promise<{ rows: Blocked[]; found: number }> {
  const own = db
    .selectFrom("contactBlocks")
    .innerJoin("inquiries", "inquiries.id", "contactBlocks.inquiryId")
    .where("contactBlocks.sellerId", "=", sellerId)
    .where("liftedAt", "is", null);
  const rows = await own
    .select(["inquiries.id as inquiryId", "inquiries.buyerName", "inquiries.company", "contactBlocks.blockedAt"])
    .orderBy("contactBlocks.blockedAt", "desc")
    .orderBy("contactBlocks.id")
    .limit(BLOCKED_PAGE_SIZE)
    .offset((page - 1) * BLOCKED_PAGE_SIZE)
    .execute();
  const { count } = await own.select((eb) => eb.fn.countAll<bigint>().as("count")).executeTakeFirstOrThrow();
  return {
    rows: rows.map(({ inquiryId, buyerName, company, blockedAt }) => ({
      inquiryId,
      name: buyerName ?? undefined,
      company: company ?? undefined,
      blockedAt,
    })),
    found: Number(count),
  };
}

/** Whether the shop of a thread has itself blocked whoever asked in it, there or in another thread. */
export async function isBlockedBy(db: Db, { sellerId, ...asked }: AskedBy & { sellerId: string }): Promise<boolean> {
  const row = await db
    .selectFrom("contactBlocks")
    .select("id")
    .where("sellerId", "=", sellerId)
    .where(await blockOf(db, askerOf(asked)))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
