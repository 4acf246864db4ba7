import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { PaperOwner } from "~/platform/private-files/private-files.server";
import { EVIDENCE_QUEUE, evidenceStatus, type EvidenceRow } from "./types";

/** Under whom a seller's evidence is kept. */
export const evidenceOwner = (sellerId: string): PaperOwner => ({ kind: "evidence", id: sellerId });

/** Papers of all types that one seller has brought over the years. */
const MOST_ROWS = 500;

function selectEvidence(db: Db | Trx) {
  return db
    .selectFrom("evidence")
    .leftJoin("privateFiles", (join) =>
      join.onRef("privateFiles.id", "=", "evidence.paperId").on("privateFiles.destroyedAt", "is", null),
    )
    .select([
      "evidence.id as evidenceId",
      "evidence.documentType",
      "evidence.status",
      "evidence.issuedOn",
      "evidence.expiresOn",
      "evidence.submittedAt",
      "evidence.decidedAt",
      "evidence.categoryIds",
      "privateFiles.id as paperId",
      "privateFiles.name",
      "privateFiles.contentType",
    ])
    .select(
      sql<boolean>`evidence.status = 'submitted' and coalesce((
        select review_items.status = 'changes_requested' from review_items
        where review_items.queue = ${EVIDENCE_QUEUE} and review_items.subject_id = evidence.id
        order by review_items.decided_at desc nulls first limit 1), false)`.as("isAsked"),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEvidence>["execute"]>>[number];

function rowOf({ status, decidedAt, paperId, name, contentType, ...row }: Row): EvidenceRow {
  return {
    ...row,
    status: evidenceStatus(status),
    decidedAt: decidedAt ?? undefined,
    paper: paperId !== null && name !== null && contentType !== null ? { paperId, name, contentType } : undefined,
  };
}

/** A seller's papers, the latest first; of one type or of all. */
export async function listEvidence(db: Db | Trx, sellerId: string, documentType?: string): Promise<EvidenceRow[]> {
  const rows = await selectEvidence(db)
    .where("evidence.sellerId", "=", sellerId)
    .$if(documentType !== undefined, (query) => query.where("evidence.documentType", "=", documentType ?? ""))
    .orderBy("evidence.submittedAt", "desc")
    .orderBy("evidence.id")
    .limit(MOST_ROWS)
    .execute();
  return rows.map(rowOf);
}

/** @returns a paper with whose it is and who verified it, for staff */
export async function findEvidence(
  db: Db | Trx,
  evidenceId: string,
): Promise<(EvidenceRow & { sellerId: string; decidedBy: string | undefined }) | undefined> {
  const row = await selectEvidence(db)
    .select(["evidence.sellerId", "evidence.decidedBy"])
    .where("evidence.id", "=", evidenceId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sellerId, decidedBy, ...rest } = row;
  return { ...rowOf(rest), sellerId, decidedBy: decidedBy ?? undefined };
}

/** Keeps a shop's papers as they are until the transaction ends: whoever brings, takes back or decides one comes here first. */
export async function lockSeller(trx: Trx, sellerId: string): Promise<{ teamId: string | undefined } | undefined> {
  const row = await trx
    .selectFrom("sellers")
    .select("organisationId")
    .where("id", "=", sellerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && { teamId: row.organisationId ?? undefined };
}
