import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { whyNotAnswerDispute, type EvidenceFiles, type EvidenceRefusal, type EvidenceTexts } from "./evidence";
import { selectDisputes } from "./read-dispute.server";

export type EvidenceToWrite = {
  disputeId: string;
  texts: EvidenceTexts;
  /** Those that are new; what was given before stays. */
  files: EvidenceFiles;
  /** It goes to the bank; otherwise it is a draft that nobody there sees. */
  isFinal: boolean;
};

/**
 * Keeps what the treasurer says of a dispute, and sends it once she says so. A bank reads one answer: what was sent does not
 * change, whoever saves another draft at the same moment.
 */
export function writeEvidence(
  db: Db,
  { userId }: StaffActor,
  formKey: FormKey,
  { disputeId, texts, files, isFinal }: EvidenceToWrite,
  now = clock(),
): Promise<Result<null, EvidenceRefusal>> {
  const deed = isFinal ? "send-evidence" : "save-evidence";
  return once(db, `staff ${userId}`, partKey(formKey, `${deed} ${disputeId}`), async (trx) => {
    const dispute = await selectDisputes(trx).where("disputes.id", "=", disputeId).executeTakeFirst();
    if (!dispute) return refused("dispute-missing");
    const refusal = whyNotAnswerDispute(dispute, now);
    if (refusal) return refused(refusal);
    const says = { ...texts, ...dispute.files, ...files };
    if (isFinal && Object.values(says).every((one) => one === "")) return refused("nothing-said");
    if (!(await write(trx, { disputeId, texts, files, isFinal }, userId, now))) return refused("already-sent");
    if (isFinal) await enqueue(trx, "send-evidence", { disputeId }, { jobKey: `send-evidence:${disputeId}` });
    await recordAudit(trx, {
      actor: { kind: "staff", id: userId },
      action: isFinal ? "send-dispute-evidence" : "save-dispute-evidence",
      subject: { kind: "dispute", id: disputeId },
      after: { words: texts.words ?? "" },
    });
    return done(null);
  });
}

/** @returns false when it was sent meanwhile: the row says so, and nothing is written over it */
async function write(
  trx: Trx,
  { disputeId, texts, files, isFinal }: EvidenceToWrite,
  userId: string,
  now: Date,
): Promise<boolean> {
  const state = {
    texts: JSON.stringify(texts),
    savedAt: now,
    savedBy: userId,
    sendingAt: isFinal ? now : null,
    sentBy: isFinal ? userId : null,
    refusal: null,
  };
  const written = await trx
    .insertInto("disputeEvidence")
    .values({ disputeId, ...state, files: JSON.stringify(files) })
    .onConflict((conflict) =>
      conflict
        .column("disputeId")
        .doUpdateSet({ ...state, files: sql`dispute_evidence.files || excluded.files` })
        .where("disputeEvidence.sendingAt", "is", null),
    )
    .returning("disputeId")
    .executeTakeFirst();
  return written !== undefined;
}
