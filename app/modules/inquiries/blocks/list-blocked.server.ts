import type { Db } from "~/platform/db/db.server";
import { blockedAs, contactOf, type AskedBy } from "../contact-key.server";
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
    .where("contactBlocks.sellerId", "=", sellerId)
    .where("liftedAt", "is", null);
  const rows = await own
    .innerJoin("inquiries", "inquiries.id", "contactBlocks.inquiryId")
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

/** Whether the shop of a thread has blocked whoever asked in it: by the account, or by the digest of a guest's mailbox. */
export async function isBlockedBy(db: Db, { sellerId, ...asker }: AskedBy & { sellerId: string }): Promise<boolean> {
  const contact = contactOf(asker);
  if (!contact) return false;
  const as = blockedAs(contact);
  const row = await db
    .selectFrom("contactBlocks")
    .select("id")
    .where("sellerId", "=", sellerId)
    .where("liftedAt", "is", null)
    .where("userId", "is not distinct from", as.userId)
    .where("emailDigest", "is not distinct from", as.emailDigest)
    .executeTakeFirst();
  return row !== undefined;
}
