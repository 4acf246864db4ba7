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

const asked = (recipients: readonly Recipient[]) => sql`
  unnest(${recipients.map(({ inquiryId }) => inquiryId)}::uuid[], ${recipients.map(({ userId }) => userId)}::text[])
    as asked (inquiry_id, user_id)`;

/** Guests have no account in common: a notice of one is hers by its thread. */
const isFor = sql`notices.user_id is not distinct from asked.user_id
  and (asked.user_id is not null or notices.inquiry_id = asked.inquiry_id)`;

/** When each of some people was last told of a thread; of a guest, of this one. */
export async function listLastTold(trx: Trx, recipients: readonly Recipient[]): Promise<Map<string | null, Date>> {
  const { rows } = await sql<{ userId: string | null; toldAt: Date }>`
    select asked.user_id, last.told_at
    from ${asked(recipients)}
    cross join lateral (
      select told_at from inquiry_notices as notices
      where ${isFor} and told_at is not null
      order by told_at desc limit 1) as last`.execute(trx);
  return new Map(rows.map(({ userId, toldAt }) => [userId, toldAt]));
}

/** For each of some people one job for all that waits for her, at the time of what is due first. */
export async function enqueueTelling(trx: Trx, recipients: readonly Recipient[]): Promise<void> {
  const { rows } = await sql<Recipient & { dueAt: Date }>`
    select asked.inquiry_id, asked.user_id, first.due_at
    from ${asked(recipients)}
    cross join lateral (
      select due_at from inquiry_notices as notices
      where ${isFor} and told_at is null
      order by due_at limit 1) as first`.execute(trx);
  for (const { dueAt, ...recipient } of rows) {
    await enqueue(trx, "tell-of-inquiries", recipient, { jobKey: keyOf(recipient), runAt: dueAt });
  }
}
