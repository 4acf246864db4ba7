import { sql } from "kysely";
import { findConfirmedMailbox } from "~/modules/accounts/index.server";
import { eraseGuestAuditValues } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Trx } from "~/platform/db/db.server";
import { forgetForms } from "~/platform/db/once.server";
import { giveUpPapers } from "~/platform/private-files/given-up.server";
import { digestOfEmail } from "../contact-key.server";
import { ofAccount } from "../thread/keys.server";

/**
 * Takes a person out of every thread. What she asked stays with the shop as the question of somebody who has gone: without
 * her name, her words and her files. What she wrote for a shop stays the shop's. Must run inside the deed that closes the
 * account, and before the account forgets its mailbox, which shows what she asked as a guest.
 */
export async function erasePersonalData(trx: Trx, userId: string, now = clock()): Promise<void> {
  const mailbox = await findConfirmedMailbox(trx, userId);
  const inquiryIds = await eraseThreads(trx, userId, now);
  if (mailbox !== undefined) await forgetUnconfirmed(trx, mailbox);
  await eraseMessages(trx, userId, inquiryIds, now);
  await eraseWays(trx, userId, inquiryIds);
  await eraseReports(trx, userId, inquiryIds);
  await eraseBlocks(trx, userId, mailbox);
  // Of a guest nobody knows which browser is whose: all that guests did in her threads, she did.
  await eraseGuestAuditValues(trx, "inquiry", inquiryIds);
  await trx.updateTable("inquiries").set({ assignedTo: null }).where("assignedTo", "=", userId).execute();
  const shops = await trx
    .selectFrom("sellers")
    .innerJoin("members", "members.organisationId", "sellers.organisationId")
    .select("sellers.id")
    .where("members.userId", "=", userId)
    .execute();
  await forgetForms(trx, [
    `inquiry ${userId}`,
    `inquirer ${userId}`,
    ...shops.map(({ id }) => `seller ${id} ${userId}`),
  ]);
}

/**
 * What waited for an answer is closed, since nobody would read it. The rows are held from here on: whoever writes in one at
 * the same moment has written before, or finds her gone.
 *
 * @returns the ids of what was hers
 */
async function eraseThreads(trx: Trx, userId: string, now: Date): Promise<string[]> {
  const rows = await trx
    .updateTable("inquiries")
    .set({
      buyerUserId: null,
      guestEmail: null,
      buyerName: null,
      company: null,
      sourceDetail: null,
      erasedAt: now,
      status: sql<string>`case when status in ('open', 'answered') then 'closed' else status end`,
      waitsSince: null,
    })
    .where(ofAccount(userId))
    .returning("inquiries.id")
    .execute();
  return rows.map(({ id }) => id);
}

/** What waits for the link in her mailbox has reached nobody: nothing of it has to stay. */
async function forgetUnconfirmed(trx: Trx, mailbox: string): Promise<void> {
  const rows = await trx
    .selectFrom("inquiries")
    .select("id")
    .where("guestEmail", "=", mailbox)
    .where("status", "=", "unconfirmed")
    .forUpdate()
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  const messages = await trx.selectFrom("inquiryMessages").select("id").where("inquiryId", "in", ids).execute();
  await giveUpFiles(
    trx,
    messages.map(({ id }) => id),
  );
  await eraseGuestAuditValues(trx, "inquiry", ids);
  await trx.deleteFrom("inquiries").where("id", "in", ids).execute();
}

/** Her words as a buyer, in whosever thread; what she wrote for a shop stays, written by the shop. */
async function eraseMessages(trx: Trx, userId: string, inquiryIds: readonly string[], now: Date): Promise<void> {
  const erased = await trx
    .updateTable("inquiryMessages")
    .set({ body: null, locale: null, erasedAt: now })
    .where("side", "=", "buyer")
    .where((eb) => eb.or([eb("authorId", "=", userId), eb("inquiryId", "=", sql<string>`any(${inquiryIds})`)]))
    .returning("id")
    .execute();
  const messageIds = erased.map(({ id }) => id);
  await trx
    .deleteFrom("inquiryTranslations")
    .where("messageId", "=", sql<string>`any(${messageIds})`)
    .execute();
  await giveUpFiles(trx, messageIds);
  await trx.updateTable("inquiryMessages").set({ authorId: null }).where("authorId", "=", userId).execute();
  await trx.updateTable("inquiryMessages").set({ memberId: null }).where("memberId", "=", userId).execute();
}

async function giveUpFiles(trx: Trx, messageIds: readonly string[]): Promise<void> {
  const sent = await trx
    .deleteFrom("inquiryMessageFiles")
    .where("messageId", "=", sql<string>`any(${messageIds})`)
    .returning("fileId")
    .execute();
  const paperIds = sent.map(({ fileId }) => fileId);
  await eraseGuestAuditValues(trx, "paper", paperIds);
  await giveUpPapers(trx, paperIds);
}

/** How she came to her threads as a guest, browsers that came by them included, and what she was to be told. */
async function eraseWays(trx: Trx, userId: string, inquiryIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom("inquiryLinks")
    .where("inquiryId", "=", sql<string>`any(${inquiryIds})`)
    .execute();
  await trx
    .deleteFrom("inquiryNotices")
    .where((eb) =>
      eb.or([
        eb("userId", "=", userId),
        eb.and([eb("userId", "is", null), eb("inquiryId", "=", sql<string>`any(${inquiryIds})`)]),
      ]),
    )
    .execute();
}

/** That somebody reported, and why, stays with the case; what a member of a team said there, she said for the shop. */
async function eraseReports(trx: Trx, userId: string, inquiryIds: readonly string[]): Promise<void> {
  const ofHers = sql<string>`any(${inquiryIds})`;
  await trx
    .updateTable("inquiryCases")
    .set({ words: null })
    .where("reportedBy", "=", "buyer")
    .where((eb) => eb.or([eb("reporterId", "=", userId), eb("inquiryId", "=", ofHers)]))
    .execute();
  await trx.updateTable("inquiryCases").set({ reporterId: null }).where("reporterId", "=", userId).execute();
  await trx
    .deleteFrom("inquiryStatements")
    .where("caseId", "in", (eb) =>
      eb.selectFrom("inquiryCases").select("id").where("reportedBy", "=", "seller").where("inquiryId", "=", ofHers),
    )
    .execute();
}

/**
 * Who is blocked does not come back by closing her account: what held her by the account holds her by the digest of her
 * mailbox. Of who had none nothing is left to hold.
 */
async function eraseBlocks(trx: Trx, userId: string, mailbox: string | undefined): Promise<void> {
  if (mailbox !== undefined) {
    const emailDigest = digestOfEmail(mailbox);
    await sql`
      update contact_blocks set user_id = null, email_digest = ${emailDigest}
      where user_id = ${userId} and lifted_at is null and not exists (
        select from contact_blocks as other
        where other.seller_id is not distinct from contact_blocks.seller_id
          and other.email_digest = ${emailDigest} and other.lifted_at is null)`.execute(trx);
  }
  await trx.deleteFrom("contactBlocks").where("userId", "=", userId).execute();
  await trx.updateTable("contactBlocks").set({ blockedBy: null }).where("blockedBy", "=", userId).execute();
}
