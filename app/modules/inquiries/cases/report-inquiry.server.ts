import { afterWorkingDays } from "~/modules/reviews";
import { openReview } from "~/modules/reviews/index.server";
import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { inquirerKey, ownedBy, recordedAsBuyer } from "../thread/keys.server";
import type { Side } from "../types";
import { tellOfReport } from "./letters.server";
import { INQUIRY_REPORT_QUEUE, type InquiryReportReason, type ReportRefusal } from "./types";

/** Within which the other side is asked for its words, and the Federation decides. */
const ANSWER_DAYS = 3;
const DECISION_DAYS = 5;

/** By side: each report is read with the whole thread, and nobody has more than ten in a day. */
const REPORTS: ThrottleRule = { name: "inquiry-report", points: 10, seconds: 86_400 };

export type InquiryReport = { inquiryId: string; reason: InquiryReportReason; words: string | undefined };

type Reported = Promise<Result<null, ReportRefusal>>;

/** The buyer reports her thread: the shop is asked for its words, and the Federation decides. */
export async function reportAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  report: InquiryReport,
  now = clock(),
): Reported {
  const { userId } = inquirer;
  const key = inquirerKey(inquirer);
  if (!(await mayTry(REPORTS, key))) return refused("throttled");
  return once(db, key, formKey, async (trx): Reported => {
    const found = await lockThread(trx, report.inquiryId).where(ownedBy(inquirer, now)).executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    const asBuyer = { side: "buyer", actor: recordedAsBuyer(userId), reporterId: userId } as const;
    return openCase(trx, { ...report, ...asBuyer }, now);
  });
}

/** A member of the shop reports a thread of it. */
export async function reportAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  report: InquiryReport,
  now = clock(),
): Reported {
  const { userId, sellerId } = seller;
  if (!(await mayTry(REPORTS, `seller ${sellerId}`))) return refused("throttled");
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Reported => {
    const found = await lockThread(trx, report.inquiryId).where("sellerId", "=", sellerId).executeTakeFirst();
    if (!found) return refused("inquiry-missing");
    return openCase(trx, { ...report, side: "seller", actor: recordedAs(seller), reporterId: userId }, now);
  });
}

/** The thread before its case, and the case before its item: who decides takes them in this order, too. */
function lockThread(trx: Trx, inquiryId: string) {
  return trx
    .selectFrom("inquiries")
    .select("id")
    .where("id", "=", inquiryId)
    .where("status", "<>", "unconfirmed")
    .forUpdate();
}

type Opening = InquiryReport & { side: Side; actor: AuditActor; reporterId: string | undefined };

async function openCase(trx: Trx, { inquiryId, reason, words, side, actor, reporterId }: Opening, now: Date): Reported {
  const opened = await trx
    .insertInto("inquiryCases")
    .values({
      inquiryId,
      reportedBy: side,
      reporterId: reporterId ?? null,
      reason,
      words: words ?? null,
      status: "open",
      openedAt: now,
      answerBy: afterWorkingDays(now, ANSWER_DAYS),
    })
    .onConflict((conflict) => conflict.columns(["inquiryId", "reportedBy"]).where("status", "=", "open").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!opened) return refused("already-reported");
  const about = { queue: INQUIRY_REPORT_QUEUE, subjectId: opened.id, subjectVersion: 1 };
  await openReview(trx, { ...about, workingDays: DECISION_DAYS }, now);
  await recordAudit(trx, {
    actor,
    action: "report-inquiry",
    subject: { kind: "inquiry", id: inquiryId },
    after: { reason, case: opened.id },
  });
  await tellOfReport(trx, inquiryId, side === "buyer" ? "seller" : "buyer", now);
  return done(null);
}
