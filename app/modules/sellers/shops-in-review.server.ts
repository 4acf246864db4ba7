import type { ReviewOutcome } from "~/modules/reviews";
import { listReviewOutcomes } from "~/modules/reviews/index.server";
import type { Db } from "~/platform/db/db.server";
import { CHANGES_QUEUE, SHOP_QUEUE } from "./shop-queues";
import type { SellerStatus } from "./types";

/** What staff decided of a shop and of its changes, the latest first; what still waits is not among it. */
export async function listShopOutcomes(db: Db, sellerId: string): Promise<ReviewOutcome[]> {
  const found = await listReviewOutcomes(db, { queues: [SHOP_QUEUE, CHANGES_QUEUE], subjectId: sellerId });
  return found.filter(({ status }) => status !== "open");
}

/** What staff ask the team to mend, while nothing of it was sent or changed since. */
export async function findRequestedChanges(
  db: Db,
  { sellerId, status }: { sellerId: string; status: SellerStatus },
): Promise<ReviewOutcome | undefined> {
  if (status !== "changes_requested" && status !== "approved") return undefined;
  const queue = status === "approved" ? CHANGES_QUEUE : SHOP_QUEUE;
  const [latest] = await listReviewOutcomes(db, { queues: [queue], subjectId: sellerId });
  return latest?.status === "changes_requested" ? latest : undefined;
}
