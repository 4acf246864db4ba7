import { findReview } from "~/modules/reviews/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { readPaper, type OpenedPaper } from "~/platform/private-files/private-files.server";
import { refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor, type StaffActor } from "~/platform/session/actors.server";
import { isEvidenceQueue, whyKeptApart } from "./apart.server";
import { evidenceOwner, findEvidence } from "./evidence-rows.server";

type Opened = Promise<Result<OpenedPaper, "paper-missing">>;

/** Opens a paper for who answers for the shop, who is written down; another shop's paper is missing. */
export function readOwnEvidence(db: Db, files: FileStore, seller: SellerActor, paperId: string): Opened {
  return readPaper(db, files, recordedAs(seller), { paperId, owner: evidenceOwner(seller.sellerId) });
}

/** Opens the paper of an item for who holds it, who is written down. When it is decided there is no reason to read it. */
export async function readEvidenceAsStaff(
  db: Db,
  files: FileStore,
  staff: StaffActor,
  itemId: string,
  now = clock(),
): Opened {
  const item = await findReview(db, itemId, now);
  if (!item || !isEvidenceQueue(item.queue) || item.claim?.userId !== staff.userId) return refused("paper-missing");
  const { queue, subjectId: evidenceId } = item;
  if (await whyKeptApart(db, staff, { queue, evidenceId })) return refused("paper-missing");
  const evidence = await findEvidence(db, evidenceId);
  if (!evidence?.paper) return refused("paper-missing");
  const { paperId } = evidence.paper;
  return readPaper(
    db,
    files,
    { kind: "staff", id: staff.userId },
    { paperId, owner: evidenceOwner(evidence.sellerId) },
  );
}
