import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import type { EventSeen } from "~/platform/stripe/port";

/**
 * Keeps an event by its id before anything is done about it, and asks the worker for the rest in the same transaction. One that
 * came before is answered the same, and changes nothing.
 */
export async function takeEvent(db: Db, event: EventSeen, now = clock()): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .insertInto("stripeEvents")
      .values({
        id: event.eventId,
        type: event.type,
        objectId: event.objectId ?? null,
        isLive: event.isLive,
        createdAt: event.createdAt,
        receivedAt: now,
        body: JSON.stringify(event.body),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!kept) return;
    await enqueue(
      trx,
      "work-stripe-event",
      { eventId: event.eventId },
      { jobKey: `work-stripe-event:${event.eventId}` },
    );
  });
}
