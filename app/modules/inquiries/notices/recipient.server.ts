import { sql, type ExpressionBuilder } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import type { DB } from "~/platform/db/types.generated";
import { enqueue } from "~/platform/jobs/enqueue.server";

/** Somebody with an account is told of all her threads together; a guest, who has none, of each by itself. */
export type Recipient = { inquiryId: string; userId: string | null };

const keyOf = ({ inquiryId, userId }: Recipient) =>
  `tell-of-inquiries:${userId === null ? `guest ${inquiryId}` : userId}`;

/** Whether a notice is the recipient's. */
export function noticeFor({ inquiryId, userId }: Recipient) {
  return (eb: ExpressionBuilder<DB, "inquiryNotices">) =>
    userId === null
      ? eb.and([eb("inquiryNotices.userId", "is", null), eb("inquiryNotices.inquiryId", "=", inquiryId)])
      : eb("inquiryNotices.userId", "=", userId);
}

/** Two jobs for one person run one after another: the second finds what the first has told. */
export async function lockRecipient(trx: Trx, recipient: Recipient): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${keyOf(recipient)}, 0))`.execute(trx);
}

export async function findLastTold(trx: Trx, recipient: Recipient): Promise<Date | undefined> {
  const row = await trx
    .selectFrom("inquiryNotices")
    .select("toldAt")
    .where(noticeFor(recipient))
    .where("toldAt", "is not", null)
    .orderBy("toldAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.toldAt ?? undefined;
}

/** One job for all that waits for somebody, at the time of what is due first. */
export async function enqueueTelling(trx: Trx, recipient: Recipient): Promise<void> {
  const first = await trx
    .selectFrom("inquiryNotices")
    .select("dueAt")
    .where(noticeFor(recipient))
    .where("toldAt", "is", null)
    .orderBy("dueAt")
    .limit(1)
    .executeTakeFirst();
  if (!first) return;
  const { inquiryId, userId } = recipient;
  await enqueue(trx, "tell-of-inquiries", { inquiryId, userId }, { jobKey: keyOf(recipient), runAt: first.dueAt });
}
