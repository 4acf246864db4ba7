import { openReview, withdrawReview } from "~/modules/reviews/index.server";
import { askForReadiness } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import type { PaperRefusal } from "~/platform/private-files/look-at-paper.server";
import { dropPaper, notePaper, putPaper } from "~/platform/private-files/private-files.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { evidenceOwner, listEvidence, lockSeller } from "./evidence-rows.server";
import { findEvidenceType } from "./evidence-types.server";
import { listProductGroups } from "./product-groups.server";
import { monthsAfter, stateOfPapers, whyNotDates } from "./rules";
import { EVIDENCE_QUEUE, type DateRefusal, type EvidenceRow, type EvidenceType, type KnownRefusal } from "./types";

/** Within which the Federation reads a paper. */
export const EVIDENCE_WORKING_DAYS = 3;

/** As what a paper is kept. */
const purposeOf = (documentType: string) => documentType.replaceAll("_", "-");

/** More than anybody brings of one type in ten years, and fewer than fill a disk. */
const MOST_OF_A_TYPE = 40;

export type NewEvidence = {
  documentType: string;
  /** The newest paper of this type that the form knew of; empty when there was none. */
  seen: string;
  issuedOn: string;
  /** The last day that the paper names; without one it counts for as long as the criterion allows. */
  expiresOn: string | undefined;
  categoryIds: readonly string[];
  file: { name: string; content: Buffer };
};

export type SubmitRefusal = KnownRefusal | DateRefusal | PaperRefusal;

/**
 * Brings a paper for a criterion, to be read by the Federation. It stands beside earlier ones: one that waits is taken back
 * for it, and a verified one counts until the new one is verified.
 */
export async function submitEvidence(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  formKey: FormKey,
  given: NewEvidence,
  now = clock(),
): Promise<Result<{ evidenceId: string }, SubmitRefusal>> {
  const { userId, sellerId } = seller;
  const owner = evidenceOwner(sellerId);
  const put = await putPaper(files, { owner, purpose: purposeOf(given.documentType), ...given.file });
  if (!put.ok) return put;
  const paper = put.value;
  let isKept = false;
  try {
    return await once<{ evidenceId: string }, SubmitRefusal>(
      db,
      `seller ${sellerId} ${userId}`,
      formKey,
      async (trx) => {
        await lockSeller(trx, sellerId);
        const judged = await judge(trx, sellerId, given, now);
        if (!judged.ok) return judged;
        // Before the deed is recorded: whoever else asks for this does so before being recorded, too.
        await askForReadiness(trx, sellerId);
        await notePaper(trx, paper, now);
        const evidenceId = await insert(trx, seller, { ...given, ...judged.value, paperId: paper.paperId }, now);
        isKept = true;
        return done({ evidenceId });
      },
    );
  } catch (error) {
    isKept = false;
    throw error;
  } finally {
    // A second post of the form, a refusal or a fault: the bytes are nobody's.
    if (!isKept) await dropPaper(files, paper);
  }
}

type Judged = { expiresOn: string; categoryIds: string[]; latest: EvidenceRow | undefined; type: EvidenceType };

async function judge(
  trx: Trx,
  sellerId: string,
  { documentType, seen, issuedOn, expiresOn, categoryIds }: NewEvidence,
  now: Date,
): Promise<Result<Judged, KnownRefusal | DateRefusal>> {
  const type = await findEvidenceType(trx, documentType);
  if (!type) return refused("type-missing");
  const today = dayInBaku(now);
  const lastDay = expiresOn ?? monthsAfter(issuedOn, type.validityMonths);
  const refusal = whyNotDates({ issuedOn, expiresOn: lastDay }, type.validityMonths, today);
  if (refusal) return refused(refusal);
  const groups = type.isPerGroup ? [...new Set(categoryIds)] : [];
  const known = new Set((await listProductGroups(trx, sellerId)).map(({ id }) => id));
  if (!groups.every((id) => known.has(id))) return refused("group-missing");
  const rows = await listEvidence(trx, sellerId, documentType);
  const { latest } = stateOfPapers(rows, today);
  if ((latest?.evidenceId ?? "") !== seen) return refused("changed-elsewhere");
  if (rows.length >= MOST_OF_A_TYPE) return refused("too-many-papers");
  return done({ expiresOn: lastDay, categoryIds: groups, latest, type });
}

type Inserted = Judged & Pick<NewEvidence, "documentType" | "issuedOn"> & { paperId: string };

async function insert(trx: Trx, seller: SellerActor, given: Inserted, now: Date): Promise<string> {
  const { latest, documentType, issuedOn, expiresOn, categoryIds, paperId } = given;
  const { sellerId } = seller;
  if (latest?.status === "submitted") await withdraw(trx, latest.evidenceId, now);
  const { id } = await trx
    .insertInto("evidence")
    .values({
      sellerId,
      documentType,
      status: "submitted",
      issuedOn,
      expiresOn,
      categoryIds,
      paperId,
      submittedAt: now,
      submittedBy: seller.userId,
      replaces: latest?.evidenceId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const about = { queue: EVIDENCE_QUEUE, subjectId: id, subjectVersion: 1 };
  await openReview(trx, { ...about, workingDays: EVIDENCE_WORKING_DAYS }, now);
  await recordAudit(trx, {
    actor: recordedAs(seller),
    action: "submit-evidence",
    subject: { kind: "evidence", id },
    after: { sellerId, documentType, issuedOn, expiresOn, categoryIds, paperId },
  });
  return id;
}

/** Takes a paper that waits out of the queue and out of what is judged. The shop must be locked. */
export async function withdraw(trx: Trx, evidenceId: string, now: Date): Promise<void> {
  await trx
    .updateTable("evidence")
    .set({ status: "withdrawn", decidedAt: now })
    .where("id", "=", evidenceId)
    .where("status", "=", "submitted")
    .execute();
  await withdrawReview(trx, { queue: EVIDENCE_QUEUE, subjectId: evidenceId }, now);
}
