import { randomInt } from "node:crypto";
import { tellTeam } from "~/modules/accounts/index.server";
import type { DecisionRefusal } from "~/modules/reviews";
import { decideReview, findReview, openReview } from "~/modules/reviews/index.server";
import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { whyKeptApart } from "./apart.server";
import { findEvidence, lockSeller } from "./evidence-rows.server";
import { findEvidenceType } from "./evidence-types.server";
import { decidedNews } from "./letters.server";
import { whyNotDates } from "./rules";
import {
  EVIDENCE_FIELD,
  EVIDENCE_QUEUE,
  RECHECK_QUEUE,
  type ApartRefusal,
  type DateRefusal,
  type EvidenceReason,
} from "./types";

export type EvidenceDecision = {
  itemId: string;
  /** The state that was on the screen. */
  subjectVersion: number;
} & (
  | { decision: "verify"; /** As the paper itself says. */ expiresOn: string }
  | { decision: "reject"; reason: EvidenceReason; words?: string | undefined }
  | { decision: "ask"; words: string }
);

export type DecideEvidenceRefusal = DecisionRefusal | ApartRefusal | DateRefusal;

/** Chance decides which verified papers a second person looks at; one in so many. */
const ONE_IN = 10;
const drawOneInTen = () => randomInt(ONE_IN) === 0;
const RECHECK_WORKING_DAYS = 5;

type Options = { now?: Date; isDrawn?: () => boolean };
type Decided = Result<null, DecideEvidenceRefusal>;

/**
 * Decides a paper that the person holds: it counts from now on, or does not, or its seller is asked something. Nobody decides
 * a paper of a shop that she has filled for its maker. Every tenth verified one, drawn by chance, goes to a colleague, too.
 *
 * @param isDrawn says whether this one is drawn
 */
export function decideEvidence(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  given: EvidenceDecision,
  { now = clock(), isDrawn = drawOneInTen }: Options = {},
): Promise<Decided> {
  return once<null, DecideEvidenceRefusal>(db, `staff ${staff.userId}`, formKey, async (trx): Promise<Decided> => {
    const judged = await lockJudged(trx, given.itemId, now);
    if (!judged) return refused("item-missing");
    const { evidenceId, sellerId, teamId, documentType, issuedOn } = judged;
    const apart = await whyKeptApart(trx, staff, { queue: EVIDENCE_QUEUE, evidenceId });
    if (apart) return refused(apart);
    const type = await findEvidenceType(trx, documentType);
    if (given.decision === "verify" && type) {
      const refusal = whyNotDates({ issuedOn, expiresOn: given.expiresOn }, type.validityMonths, dayInBaku(now));
      if (refusal) return refused(refusal);
    }
    // Before the decision is recorded: whoever else asks for this does so before being recorded, too.
    await askForReadiness(trx, sellerId);
    const decided = await decideReview(trx, staff, reviewOf(given), now);
    if (!decided.ok) return decided;
    await change(trx, staff, judged, given, now);
    if (given.decision === "verify" && isDrawn()) await drawForRecheck(trx, staff, evidenceId, now);
    const said = given.decision === "verify" ? { ...given } : { ...given, expiresOn: judged.expiresOn };
    if (teamId !== undefined) await tellTeam(trx, teamId, decidedNews(documentType, said));
    return done(null);
  });
}

/** The shop before its paper and the paper before its item: whoever brings one takes them in this order, too. */
async function lockJudged(trx: Trx, itemId: string, now: Date) {
  const item = await findReview(trx, itemId, now);
  if (item?.queue !== EVIDENCE_QUEUE) return undefined;
  const about = await findEvidence(trx, item.subjectId);
  const shop = about && (await lockSeller(trx, about.sellerId));
  const found = shop && (await findEvidence(trx, item.subjectId));
  return found?.status === "submitted" ? { ...found, teamId: shop?.teamId } : undefined;
}

type Judged = NonNullable<Awaited<ReturnType<typeof lockJudged>>>;

function reviewOf(given: EvidenceDecision) {
  const { itemId, subjectVersion } = given;
  if (given.decision === "verify") return { itemId, subjectVersion, decision: "approved" } as const;
  if (given.decision === "ask") {
    return { itemId, subjectVersion, decision: "changes_requested", note: given.words } as const;
  }
  const reasons = [{ field: EVIDENCE_FIELD, code: given.reason, words: given.words }];
  return { itemId, subjectVersion, decision: "rejected", reasons } as const;
}

async function change(trx: Trx, staff: StaffActor, judged: Judged, given: EvidenceDecision, now: Date): Promise<void> {
  // Who was asked something keeps her paper in the state in which it waits.
  if (given.decision === "ask") return;
  const { evidenceId, sellerId, documentType } = judged;
  const status = given.decision === "verify" ? "verified" : "rejected";
  const expiresOn = given.decision === "verify" ? given.expiresOn : judged.expiresOn;
  await trx
    .updateTable("evidence")
    .set({ status, expiresOn, decidedAt: now, decidedBy: staff.userId })
    .where("id", "=", evidenceId)
    .where("status", "=", "submitted")
    .execute();
  await recordAudit(trx, {
    actor: { kind: "staff", id: staff.userId },
    action: status === "verified" ? "verify-evidence" : "reject-evidence",
    subject: { kind: "evidence", id: evidenceId },
    before: { status: "submitted", expiresOn: judged.expiresOn },
    after: { status, expiresOn, sellerId, documentType },
  });
}

async function drawForRecheck(trx: Trx, { userId }: StaffActor, evidenceId: string, now: Date): Promise<void> {
  await trx.insertInto("evidenceRechecks").values({ evidenceId, verifiedBy: userId, drawnAt: now }).execute();
  const about = { queue: RECHECK_QUEUE, subjectId: evidenceId, subjectVersion: 1 };
  await openReview(trx, { ...about, workingDays: RECHECK_WORKING_DAYS }, now);
}
