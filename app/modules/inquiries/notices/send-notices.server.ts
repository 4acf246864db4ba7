import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";

/** Tells somebody of what is due for her: of one message by itself, of several together. */
export async function sendNotices(
  db: Db,
  { inquiryId, userId }: { inquiryId: string; userId: string | null },
  now = clock(),
): Promise<void> {
  await db
    .updateTable("inquiryNotices")
    .set({ toldAt: now })
    .where("toldAt", "is", null)
    .where("dueAt", "<=", now)
    .where("userId", "is not distinct from", userId)
    .$if(userId === null, (query) => query.where("inquiryId", "=", inquiryId))
    .execute();
}
