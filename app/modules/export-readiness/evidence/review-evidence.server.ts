import type { ReviewItem, ReviewOutcome } from "~/modules/reviews";
import { findReview, listReviewOutcomes } from "~/modules/reviews/index.server";
import { findShop, type Shop } from "~/modules/sellers/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { whyKeptApart } from "./apart.server";
import { findEvidence, listEvidence } from "./evidence-rows.server";
import { evidenceTypes } from "./evidence-types.server";
import { listAnswers, type PaperOfType } from "./own-papers.server";
import { standingOf, stateOfPapers } from "./rules";
import { EVIDENCE_QUEUE, RECHECK_QUEUE, type ApartRefusal, type EvidenceRow, type EvidenceType } from "./types";

export type EvidenceInReview = {
  item: ReviewItem;
  isMine: boolean;
  /** Why the person leaves it to a colleague. */
  apart: ApartRefusal | undefined;
  evidence: EvidenceRow;
  type: EvidenceType | undefined;
  shop: Shop;
  /** What the seller answered to what was asked, the first first. */
  answers: { words: string; saidAt: Date }[];
  /** Where the shop stands with its other papers; those of which it has none are left out. */
  others: PaperOfType[];
  /** What was decided of this paper and of earlier ones of its type, the latest first. */
  outcomes: ReviewOutcome[];
  /** Who verified it and when, where it waits for a second look. */
  verified: { by: string; on: Date } | undefined;
};

/** Earlier papers of a type whose decisions are shown. */
const MOST_EARLIER = 5;

/** What staff see of a paper that waits in the queue of that name; undefined for an item of any other. */
export async function openEvidenceInReview(
  db: Db,
  staff: StaffActor,
  { itemId, queue }: { itemId: string; queue: typeof EVIDENCE_QUEUE | typeof RECHECK_QUEUE },
  now = clock(),
): Promise<EvidenceInReview | undefined> {
  const item = await findReview(db, itemId, now);
  const found = item?.queue === queue ? await findEvidence(db, item.subjectId) : undefined;
  const shop = found && (await findShop(db, found.sellerId));
  if (!item || !shop) return undefined;
  const { sellerId, decidedBy: _decidedBy, ...evidence } = found;
  const { evidenceId, documentType } = evidence;
  const [types, rows, apart, answers, verified] = await Promise.all([
    evidenceTypes(db),
    listEvidence(db, sellerId),
    whyKeptApart(db, staff, { queue, evidenceId }),
    listAnswers(db, evidenceId),
    queue === RECHECK_QUEUE ? findVerifier(db, evidenceId) : undefined,
  ]);
  const today = dayInBaku(now);
  const isOther = (row: EvidenceRow) => row.evidenceId !== evidenceId;
  const others = types.flatMap((type): PaperOfType[] => {
    const state = stateOfPapers(rows.filter((row) => row.documentType === type.documentType).filter(isOther), today);
    const standing = standingOf(state, today);
    return standing === "none" ? [] : [{ type, state, standing }];
  });
  const ofType = rows.filter((row) => row.documentType === documentType).slice(0, MOST_EARLIER);
  const outcomes = await Promise.all(
    ofType.map((row) => listReviewOutcomes(db, { queues: [EVIDENCE_QUEUE, RECHECK_QUEUE], subjectId: row.evidenceId })),
  );
  return {
    item,
    isMine: item.claim?.userId === staff.userId,
    apart,
    evidence,
    type: types.find((one) => one.documentType === documentType),
    shop,
    answers,
    others,
    outcomes: outcomes.flat().filter(({ status }) => status !== "open"),
    verified,
  };
}

async function findVerifier(db: Db, evidenceId: string): Promise<{ by: string; on: Date } | undefined> {
  const row = await db
    .selectFrom("evidenceRechecks")
    .innerJoin("users", "users.id", "evidenceRechecks.verifiedBy")
    .select(["users.name", "evidenceRechecks.drawnAt"])
    .where("evidenceRechecks.evidenceId", "=", evidenceId)
    .executeTakeFirst();
  return row && { by: row.name, on: row.drawnAt };
}
