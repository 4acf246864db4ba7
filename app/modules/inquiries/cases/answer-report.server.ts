import { openReview } from "~/modules/reviews/index.server";
import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { inquirerKey, ownedBy, recordedAsBuyer } from "../thread/keys.server";
import type { Side } from "../types";
import { INQUIRY_REPORT_QUEUE, MOST_CASE_STATEMENTS, type AnswerReportRefusal } from "./types";

export type CaseWords = { inquiryId: string; words: string };

type Answered = Promise<Result<null, AnswerReportRefusal>>;

/** What the buyer says to the shop's report of her. */
export function answerReportAsBuyer(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { inquiryId, words }: CaseWords,
  now = clock(),
): Answered {
  return once(db, inquirerKey(inquirer), formKey, async (trx): Answered => {
    const hers = await trx
      .selectFrom("inquiries")
      .select("id")
      .where("id", "=", inquiryId)
      .where(ownedBy(inquirer, now))
      .executeTakeFirst();
    if (!hers) return refused("case-missing");
    const actor = recordedAsBuyer(inquirer.userId);
    return answer(trx, { inquiryId, words, reportedBy: "seller", actor }, now);
  });
}

/** What the shop says to its buyer's report. */
export function answerReportAsSeller(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { inquiryId, words }: CaseWords,
  now = clock(),
): Answered {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Answered => {
    const own = await trx
      .selectFrom("inquiries")
      .select("id")
      .where("id", "=", inquiryId)
      .where("sellerId", "=", sellerId)
      .executeTakeFirst();
    if (!own) return refused("case-missing");
    return answer(trx, { inquiryId, words, reportedBy: "buyer", actor: recordedAs(seller) }, now);
  });
}

type Answering = CaseWords & { reportedBy: Side; actor: AuditActor };

/** Whoever decides just now is told that there is more to read. */
async function answer(trx: Trx, { inquiryId, words, reportedBy, actor }: Answering, now: Date): Answered {
  const found = await trx
    .selectFrom("inquiryCases")
    .select(["id", "version"])
    .where("inquiryId", "=", inquiryId)
    .where("reportedBy", "=", reportedBy)
    .where("status", "=", "open")
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refused("case-missing");
  const caseId = found.id;
  const { count } = await trx
    .selectFrom("inquiryStatements")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("caseId", "=", caseId)
    .executeTakeFirstOrThrow();
  if (count >= BigInt(MOST_CASE_STATEMENTS)) return refused("said-enough");
  const version = found.version + 1;
  await trx.insertInto("inquiryStatements").values({ caseId, words, saidAt: now }).execute();
  await trx.updateTable("inquiryCases").set({ version }).where("id", "=", caseId).execute();
  // It waits already: it stays where it is, in its new state.
  await openReview(
    trx,
    { queue: INQUIRY_REPORT_QUEUE, subjectId: caseId, subjectVersion: version, workingDays: 1 },
    now,
  );
  await recordAudit(trx, {
    actor,
    action: "answer-inquiry-report",
    subject: { kind: "inquiry", id: inquiryId },
    after: { case: caseId },
  });
  return done(null);
}
