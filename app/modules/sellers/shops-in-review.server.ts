import type { ReviewOutcome } from "~/modules/reviews";
import { listReviewOutcomes } from "~/modules/reviews/index.server";
import type { Db } from "~/platform/db/db.server";
import { CHANGES_QUEUE, SHOP_QUEUE } from "./shop-queues";
import type { Shop } from "./shop-facts.server";
import { stepsOf, type AskedReason, type StepsView } from "./shop-steps";
import type { ShopRole } from "~/platform/session/roles";

/** What staff decided of a shop and of its changes, the latest first; what still waits is not among it. */
export async function listShopOutcomes(db: Db, sellerId: string): Promise<ReviewOutcome[]> {
  const found = await listReviewOutcomes(db, { queues: [SHOP_QUEUE, CHANGES_QUEUE], subjectId: sellerId });
  return found.filter(({ status }) => status !== "open");
}

export type RequestedChanges = Omit<ReviewOutcome, "reasons"> & { reasons: AskedReason[] };

type Asked = Pick<Shop, "sellerId" | "status" | "changedInVersion">;

/** What staff ask the team to mend, while it was not sent again, and which of it the team has changed since. */
export async function findRequestedChanges(
  db: Db,
  { sellerId, status, changedInVersion }: Asked,
): Promise<RequestedChanges | undefined> {
  if (status !== "changes_requested" && status !== "approved") return undefined;
  const queue = status === "approved" ? CHANGES_QUEUE : SHOP_QUEUE;
  const [latest] = await listReviewOutcomes(db, { queues: [queue], subjectId: sellerId });
  if (latest?.status !== "changes_requested") return undefined;
  const changed = new Map<string, number>(Object.entries(changedInVersion));
  const reasons = latest.reasons.map((reason) => ({
    ...reason,
    isMended: (changed.get(reason.field) ?? 0) > latest.subjectVersion,
  }));
  return { ...latest, reasons };
}

/** The stepper of a shop as a member sees it, with what staff have asked for. */
export async function findSteps(db: Db, shop: Shop, role: ShopRole): Promise<StepsView> {
  const latest = await findRequestedChanges(db, shop);
  return stepsOf(shop, role, latest?.reasons ?? []);
}
