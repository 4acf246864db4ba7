import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";

/** As many as an overview shows. */
const MOST = 3;

/** Reports of a shop's threads by their buyers to which it may still say something, and has not; the most pressing first. */
export function listUnanswered(
  db: Db,
  sellerId: string,
  now = clock(),
): Promise<{ inquiryId: string; answerBy: Date }[]> {
  return db
    .selectFrom("inquiryCases")
    .innerJoin("inquiries", "inquiries.id", "inquiryCases.inquiryId")
    .where("inquiries.sellerId", "=", sellerId)
    .where("inquiryCases.reportedBy", "=", "buyer")
    .where("inquiryCases.status", "=", "open")
    .where("inquiryCases.answerBy", ">", now)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("inquiryStatements").select("id").whereRef("caseId", "=", "inquiryCases.id"))),
    )
    .select(["inquiries.id as inquiryId", "inquiryCases.answerBy"])
    .orderBy("inquiryCases.answerBy")
    .limit(MOST)
    .execute();
}
