import { openReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { MOST_STATEMENTS, REPORT_QUEUE, type AnswerRefusal } from "./types";

/** What the seller says to a report of hers. Whoever decides just now is told that there is more to read. */
export function answerReport(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  { caseId, words }: { caseId: string; words: string },
  now = clock(),
): Promise<Result<null, AnswerRefusal>> {
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx): Promise<Result<null, AnswerRefusal>> => {
    const found = await trx
      .selectFrom("reportCases")
      .select(["status", "version"])
      .where("id", "=", caseId)
      .where("sellerId", "=", sellerId)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return refused("case-missing");
    if (found.status !== "open") return refused("case-decided");
    const { count } = await trx
      .selectFrom("reportStatements")
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .where("caseId", "=", caseId)
      .executeTakeFirstOrThrow();
    if (count >= BigInt(MOST_STATEMENTS)) return refused("said-enough");
    const version = found.version + 1;
    await trx.insertInto("reportStatements").values({ caseId, userId, words, saidAt: now }).execute();
    await trx.updateTable("reportCases").set({ version }).where("id", "=", caseId).execute();
    // It waits already: it stays where it is, in its new state.
    await openReview(trx, { queue: REPORT_QUEUE, subjectId: caseId, subjectVersion: version, workingDays: 1 }, now);
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action: "answer-report",
      subject: { kind: "report", id: caseId },
      after: { words },
    });
    return done(null);
  });
}
