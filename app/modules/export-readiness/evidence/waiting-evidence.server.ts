import { openReview } from "~/modules/reviews/index.server";
import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { giveUpPapers } from "~/platform/private-files/given-up.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { listEvidence, lockSeller } from "./evidence-rows.server";
import { EVIDENCE_WORKING_DAYS, withdraw } from "./submit-evidence.server";
import { EVIDENCE_QUEUE, type AnswerEvidenceRefusal, type TakeBackRefusal } from "./types";

/** Takes a paper back that nobody has decided yet. Its file is destroyed: it was read for nothing, or not at all. */
export function takeBackEvidence(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { documentType, evidenceId }: { documentType: string; evidenceId: string },
  now = clock(),
): Promise<Result<null, TakeBackRefusal>> {
  const { userId, sellerId } = seller;
  return once<null, TakeBackRefusal>(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    await lockSeller(trx, sellerId);
    const rows = await listEvidence(trx, sellerId, documentType);
    const waiting = rows.find((row) => row.evidenceId === evidenceId && row.status === "submitted");
    if (!waiting) return refused("not-waiting");
    await askForReadiness(trx, sellerId);
    await withdraw(trx, evidenceId, now);
    await giveUpPapers(trx, waiting.paper ? [waiting.paper.paperId] : []);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "take-back-evidence",
      subject: { kind: "evidence", id: evidenceId },
      before: { status: "submitted" },
      after: { status: "withdrawn", sellerId, documentType },
    });
    return done(null);
  });
}

/** Says something to the question that the reviewer of a paper has asked; it goes back to the Federation with that. */
export function answerEvidenceQuestion(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { documentType, words }: { documentType: string; words: string },
  now = clock(),
): Promise<Result<null, AnswerEvidenceRefusal>> {
  const { userId, sellerId } = seller;
  return once<null, AnswerEvidenceRefusal>(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    await lockSeller(trx, sellerId);
    const rows = await listEvidence(trx, sellerId, documentType);
    const asked = rows.find(({ isAsked }) => isAsked);
    if (!asked) return refused("not-asked");
    const { evidenceId } = asked;
    await trx.insertInto("evidenceAnswers").values({ evidenceId, words, saidAt: now }).execute();
    const { count } = await trx
      .selectFrom("evidenceAnswers")
      .where("evidenceId", "=", evidenceId)
      .select((eb) => eb.fn.countAll<bigint>().as("count"))
      .executeTakeFirstOrThrow();
    const about = { queue: EVIDENCE_QUEUE, subjectId: evidenceId, subjectVersion: 1 + Number(count) };
    await openReview(trx, { ...about, workingDays: EVIDENCE_WORKING_DAYS }, now);
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "answer-evidence-question",
      subject: { kind: "evidence", id: evidenceId },
      after: { sellerId, documentType },
    });
    return done(null);
  });
}
