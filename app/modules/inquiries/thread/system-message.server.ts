import type { Trx } from "~/platform/db/db.server";
import type { MessageEvent } from "../types";

export type SystemMessage = {
  inquiryId: string;
  event: MessageEvent;
  words?: string | undefined;
  /** Of the team, to whom it was given. */
  memberId?: string | undefined;
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
  { inquiryId, event, words, memberId, isInternal = false, authorId }: SystemMessage,
  now: Date,
): Promise<{ messageId: string; position: number }> {
  const { messageCount } = await trx
    .updateTable("inquiries")
    .set((eb) => ({ messageCount: eb("messageCount", "+", 1) }))
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
      memberId: memberId ?? null,
      writtenAt: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { messageId: id, position: messageCount };
}
