import { EVIDENCE_FIELD, EVIDENCE_QUEUE } from "~/modules/export-readiness";
import { openReview } from "~/modules/reviews/index.server";
import type { Trx } from "~/platform/db/db.server";
import type { SeedSeller } from "./catalogue";
import { instantBefore, seedUuid } from "./ids";

/** Within which the Federation reads a paper. */
const WORKING_DAYS = 3;

const REVIEWER = seedUuid("user", "staff-reviewer");

const REJECTED = {
  code: "other-holder",
  words: "Sənəddə əvvəlki sahibin adı yazılıb. Öz adınıza olan şəhadətnaməni yükləyin.",
};

/** Puts the papers of the demo's shops before the reviewer, and says why those that she has not accepted were not. */
export async function seedEvidenceDesk(trx: Trx, sellers: readonly SeedSeller[], now: Date): Promise<void> {
  const sellerIds = sellers.map(({ id }) => seedUuid("seller", id));
  if (sellerIds.length === 0) return;
  const papers = await trx
    .selectFrom("evidence")
    .select(["id", "status", "submittedAt", "decidedAt"])
    .where("sellerId", "in", sellerIds)
    .where("status", "in", ["submitted", "rejected"])
    .orderBy("id")
    .execute();
  for (const { id, status, submittedAt, decidedAt } of papers) {
    const about = { queue: EVIDENCE_QUEUE, subjectId: id, subjectVersion: 1, workingDays: WORKING_DAYS };
    const { itemId } = await openReview(trx, about, submittedAt);
    if (status === "rejected") await reject(trx, itemId, decidedAt ?? instantBefore(now, 1));
  }
}

async function reject(trx: Trx, itemId: string, decidedAt: Date): Promise<void> {
  await trx
    .updateTable("reviewItems")
    .set({ status: "rejected", decidedBy: REVIEWER, decidedAt })
    .where("id", "=", itemId)
    .execute();
  await trx
    .insertInto("reviewReasons")
    .values({ itemId, position: 0, field: EVIDENCE_FIELD, ...REJECTED })
    .execute();
}
