import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import type { MessageEvent } from "../types";

export type SystemMessage = {
  inquiryId: string;
  event: MessageEvent;
  words?: string | undefined;
  /** Not for the buyer's eyes: who answers, who was blocked. */
  isInternal?: boolean;
  authorId: string | undefined;
};

/**
 * Writes down in a thread what was done to it. The caller holds the inquiry's row.
 *
 * @returns the message's id and place
 */
export async function noteEvent(
  trx: Trx,
  { inquiryId, event, words, isInternal = false, authorId }: SystemMessage,
  now: Date,
): Promise<{ messageId: string; position: number }> {
  const { messageCount } = await trx
    .updateTable("inquiries")
    .set((eb) => ({
      messageCount: eb("messageCount", "+", 1),
      // A buyer who had read everything has nothing new to read.
      ...(isInternal ? { buyerRead: sql<number>`buyer_read + (buyer_read = message_count)::int` } : {}),
    }))
    .where("id", "=", inquiryId)
    .returning("messageCount")
    .executeTakeFirstOrThrow();
  const { id } = await trx
    .insertInto("inquiryMessages")
    .values({
      inquiryId,
      position: messageCount,
      side: "system",
      audience: isInternal ? "seller" : "both",
      authorId: authorId ?? null,
      event,
      eventWords: words ?? null,
      writtenAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { messageId: id, position: messageCount };
}
