import type { Trx } from "~/platform/db/db.server";
import { countRecentInquiries } from "./reply-time.server";
import { tellOfMessage } from "./notices/tell.server";
import { enqueueTranslation } from "./translation.server";

/** What follows when an inquiry reaches its seller: she is told, it is translated for her, and it counts. */
export async function opened(trx: Trx, inquiryId: string, now: Date): Promise<void> {
  const { sellerId, messageId } = await trx
    .selectFrom("inquiries")
    .innerJoin("inquiryMessages", (join) =>
      join.onRef("inquiryMessages.inquiryId", "=", "inquiries.id").on("inquiryMessages.position", "=", 1),
    )
    .select(["inquiries.sellerId", "inquiryMessages.id as messageId"])
    .where("inquiries.id", "=", inquiryId)
    .executeTakeFirstOrThrow();
  await tellOfMessage(trx, { inquiryId, messageId, to: "seller" }, now);
  await enqueueTranslation(trx, messageId);
  await countRecentInquiries(trx, sellerId, now);
}
