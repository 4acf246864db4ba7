import type { Db, Trx } from "~/platform/db/db.server";
import { forgetForms } from "~/platform/db/once.server";

const MOST_REPORTS = 1_000;

/** What a person has reported, for the copy of her data. */
export async function listReportsForExport(
  db: Db,
  userId: string,
): Promise<{ listingId: string; reason: string; words: string | null; reportedAt: Date }[]> {
  return db
    .selectFrom("reports")
    .innerJoin("reportCases", "reportCases.id", "reports.caseId")
    .select(["reportCases.listingId", "reports.reason", "reports.words", "reports.reportedAt"])
    .where("reports.userId", "=", userId)
    .orderBy("reports.reportedAt")
    .orderBy("reports.id")
    .limit(MOST_REPORTS)
    .execute();
}

/**
 * Takes a person out of what was reported: that somebody did, and why, stays with the case.
 *
 * @param contacts her mailboxes, for what she reported as a guest
 */
export async function eraseReporter(trx: Trx, userId: string, contacts: readonly string[]): Promise<void> {
  await trx
    .updateTable("reports")
    .set({ userId: null, email: null, words: null })
    .where((eb) => eb.or([eb("userId", "=", userId), eb("email", "in", [...contacts, ""])]))
    .execute();
  // What a member of a team said, she said for the shop.
  await trx.updateTable("reportStatements").set({ userId: null }).where("userId", "=", userId).execute();
  await forgetForms(trx, [`report ${userId}`]);
}
