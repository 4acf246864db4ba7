import { listReviewOutcomes } from "~/modules/reviews/index.server";
import type { ReviewReason } from "~/modules/reviews";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { listConcerns } from "./concerns.server";
import { listEvidence } from "./evidence-rows.server";
import { findEvidenceType } from "./evidence-types.server";
import { standingOf, stateOfPapers, type PaperState } from "./rules";
import { EVIDENCE_QUEUE, RECHECK_QUEUE, type EvidenceRow, type EvidenceType, type PaperStanding } from "./types";

export type PaperOfType = { type: EvidenceType; state: PaperState; standing: PaperStanding };

/** Where a seller stands with every paper that concerns it, and with those that do not. */
export async function listOwnPapers(
  db: Db,
  sellerId: string,
  now = clock(),
): Promise<{ concerning: PaperOfType[]; others: PaperOfType[] }> {
  const [{ concerning, others }, rows] = await Promise.all([listConcerns(db, sellerId), listEvidence(db, sellerId)]);
  const today = dayInBaku(now);
  const standingWith = (type: EvidenceType): PaperOfType => {
    const state = stateOfPapers(
      rows.filter(({ documentType }) => documentType === type.documentType),
      today,
    );
    return { type, state, standing: standingOf(state, today) };
  };
  return { concerning: concerning.map(standingWith), others: others.map(standingWith) };
}

export type OwnPaper = PaperOfType & {
  /** The latest first. */
  rows: EvidenceRow[];
  /** What staff ask about the paper that waits, or why the last one was not accepted. */
  said: { words: string | undefined; reasons: ReviewReason[] } | undefined;
  /** What the seller has answered, the first first. */
  answers: { words: string; saidAt: Date }[];
};

/** One paper of a seller with what staff say of it; undefined for a type that no criterion asks for. */
export async function findOwnPaper(
  db: Db,
  { sellerId, documentType }: { sellerId: string; documentType: string },
  now = clock(),
): Promise<OwnPaper | undefined> {
  const type = await findEvidenceType(db, documentType);
  if (!type) return undefined;
  const rows = await listEvidence(db, sellerId, documentType);
  const today = dayInBaku(now);
  const state = stateOfPapers(rows, today);
  const { attempt } = state;
  const [said, answers] = attempt
    ? await Promise.all([findSaid(db, attempt), listAnswers(db, attempt.evidenceId)])
    : [undefined, []];
  return { type, rows, state, standing: standingOf(state, today), said, answers };
}

async function findSaid(db: Db, { evidenceId, status, isAsked }: EvidenceRow): Promise<OwnPaper["said"]> {
  if (status !== "rejected" && !isAsked) return undefined;
  const outcomes = await listReviewOutcomes(db, { queues: [EVIDENCE_QUEUE, RECHECK_QUEUE], subjectId: evidenceId });
  const wanted = isAsked ? "changes_requested" : "rejected";
  const latest = outcomes.find((outcome) => outcome.status === wanted);
  return latest && { words: latest.note, reasons: latest.reasons };
}

/** As many as a reviewer asks at most. */
const MOST_ANSWERS = 20;

export function listAnswers(db: Db, evidenceId: string): Promise<{ words: string; saidAt: Date }[]> {
  return db
    .selectFrom("evidenceAnswers")
    .select(["words", "saidAt"])
    .where("evidenceId", "=", evidenceId)
    .orderBy("saidAt")
    .orderBy("id")
    .limit(MOST_ANSWERS)
    .execute();
}
