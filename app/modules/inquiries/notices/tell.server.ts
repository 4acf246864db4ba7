import { LARGEST_TEAM, listNoticePreferences } from "~/modules/accounts/index.server";
import type { Trx } from "~/platform/db/db.server";
import type { Side } from "../types";
import { enqueueTelling, listLastTold } from "./recipient.server";
import { whenDue } from "./when-due";

/** Notes who is to be told of a message, and enqueues the telling, in the transaction that writes it. */
export async function tellOfMessage(
  trx: Trx,
  { inquiryId, messageId, to }: { inquiryId: string; messageId: string; to: Side },
  now: Date,
): Promise<void> {
  const people = to === "seller" ? await listSellersPeople(trx, inquiryId) : await listBuyer(trx, inquiryId);
  const preferences = await listNoticePreferences(
    trx,
    people.filter((userId) => userId !== null),
  );
  const lastTold = await listLastTold(
    trx,
    people.map((userId) => ({ inquiryId, userId })),
  );
  const notices = people.map((userId) => {
    const { quiet } = preferences.get(userId ?? "") ?? { quiet: undefined };
    return { inquiryId, messageId, userId, dueAt: whenDue({ quiet }, lastTold.get(userId), now) };
  });
  if (notices.length === 0) return;
  const noted = await trx
    .insertInto("inquiryNotices")
    .values(notices)
    .onConflict((conflict) => conflict.columns(["messageId", "userId"]).doNothing())
    .returning(["inquiryId", "userId"])
    .execute();
  await enqueueTelling(trx, noted);
}

/** Whoever the thread was given to, as long as she is in the team; else all of it. */
async function listSellersPeople(trx: Trx, inquiryId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom("inquiries")
    .innerJoin("sellers", "sellers.id", "inquiries.sellerId")
    .innerJoin("members", "members.organisationId", "sellers.organisationId")
    .select(["members.userId", "inquiries.assignedTo"])
    .where("inquiries.id", "=", inquiryId)
    .orderBy("members.createdAt")
    .orderBy("members.id")
    .limit(LARGEST_TEAM)
    .execute();
  const assigned = rows.filter(({ userId, assignedTo }) => userId === assignedTo);
  return (assigned.length > 0 ? assigned : rows).map(({ userId }) => userId);
}

/** The account that asked; null for a guest, whose mailbox is in the inquiry. */
async function listBuyer(trx: Trx, inquiryId: string): Promise<(string | null)[]> {
  const row = await trx
    .selectFrom("inquiries")
    .select("buyerUserId")
    .where("id", "=", inquiryId)
    .where("erasedAt", "is", null)
    .executeTakeFirst();
  return row ? [row.buyerUserId] : [];
}
