import type { DecidedReview } from "~/modules/reviews";
import { findDecided, listDecided } from "~/modules/reviews/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Paths } from "~/platform/http/paths";
import { DESK_QUEUES, isDeskQueue, type DeskQueue } from "./queues";
import { nameItems, roomOf, type DecisionWords, type LaterRooms, type Subject } from "./queues.server";

export type DecidedItem = Omit<DecidedReview, "queue"> & Subject & { queue: DeskQueue };

const NAMELESS: Subject = { name: "", detail: undefined };

function ofDesk(items: readonly DecidedReview[], names: ReadonlyMap<string, Subject>): DecidedItem[] {
  return items.flatMap(({ queue, ...item }) =>
    isDeskQueue(queue) ? [{ ...item, ...(names.get(item.subjectId) ?? NAMELESS), queue }] : [],
  );
}

/** What was decided lately or taken back, the latest first; of one queue or of all. */
export async function listDecidedItems(
  db: Db,
  { queue, ...page }: { queue: DeskQueue | undefined; page: number; pageSize: number },
  later: LaterRooms,
): Promise<{ items: DecidedItem[]; total: number }> {
  const { items, total } = await listDecided(db, { queues: queue ? [queue] : DESK_QUEUES, ...page });
  return { items: ofDesk(items, await nameItems(db, items, later)), total };
}

/** An item of the desk that waits no more, with what was decided about it where that is more than yes or no. */
export async function findDecidedItem(
  db: Db,
  itemId: string,
  later: LaterRooms,
): Promise<(DecidedItem & { decision: DecisionWords | undefined }) | undefined> {
  const found = await findDecided(db, { queues: DESK_QUEUES, itemId });
  if (!found) return undefined;
  const [item] = ofDesk([found], await nameItems(db, [found], later));
  return item && { ...item, decision: await roomOf(item.queue, later).sayDecision?.(db, item.subjectId) };
}

/** Where the decision of an item stands that does not wait; undefined when nobody knows the item. */
export async function decidedPath(db: Db, paths: Paths, itemId: string): Promise<string | undefined> {
  const found = await findDecided(db, { queues: DESK_QUEUES, itemId });
  return found && paths.decidedItem(itemId);
}
