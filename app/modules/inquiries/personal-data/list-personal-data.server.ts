import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { ofAccount } from "../thread/keys.server";

const MOST_INQUIRIES = 1_000;
const MOST_MESSAGES = 10_000;
const MOST_REPORTS = 1_000;

/**
 * What a person has asked and written, and what she has reported, by subject, for her copy of her data. Words of the other
 * side are that side's, and who has blocked whom is not told.
 */
export async function listPersonalData(db: Db, userId: string): Promise<Record<string, unknown>> {
  const [inquiries, inquiryMessages, shopMessages, inquiryReports, inquiryStatements] = await Promise.all([
    listAsked(db, userId),
    listWritten(db, userId),
    listWrittenForShops(db, userId),
    listReported(db, userId),
    listStatements(db, userId),
  ]);
  return { inquiries, inquiryMessages, shopMessages, inquiryReports, inquiryStatements };
}

const shopName = sql<string>`(select name from seller_texts where seller_id = inquiries.seller_id and locale = 'az')`;

function listAsked(db: Db, userId: string) {
  return db
    .selectFrom("inquiries")
    .where(ofAccount(userId))
    .select([
      "reference",
      shopName.as("shop"),
      "kind",
      // Spam is between the shop and the Federation.
      sql<string>`case when status = 'spam' then 'open' else status end`.as("status"),
      "buyerName as name",
      "guestEmail as email",
      "company",
      "locale",
      "destination",
      sql<string | null>`needed_by::text`.as("neededBy"),
      "incoterm",
      sql<string | null>`target_amount_minor::text`.as("targetAmountMinor"),
      "targetCurrency",
      "source",
      "sourceDetail",
      "createdAt",
      sql<{ listingId: string; variantId: string | null; quantity: number }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object(
          'listingId', listing_id, 'variantId', variant_id, 'quantity', quantity) order by position), '[]')
        from inquiry_lines where inquiry_id = inquiries.id)`.as("lines"),
    ])
    .orderBy("createdAt")
    .orderBy("inquiries.id")
    .limit(MOST_INQUIRIES)
    .execute();
}

/** Her words as a buyer, in whosever thread; of files the names. */
function listWritten(db: Db, userId: string) {
  return db
    .selectFrom("inquiryMessages")
    .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
    .where("inquiryMessages.side", "=", "buyer")
    .where("inquiryMessages.erasedAt", "is", null)
    .where((eb) =>
      eb.or([
        eb("inquiryMessages.authorId", "=", userId),
        eb(
          "inquiryMessages.inquiryId",
          "in",
          eb.selectFrom("inquiries").select("inquiries.id").where(ofAccount(userId)),
        ),
      ]),
    )
    .select([
      "inquiries.reference",
      "inquiryMessages.writtenAt",
      "inquiryMessages.locale",
      "inquiryMessages.body",
      sql<string[]>`array(
        select files.name
        from inquiry_message_files as sent join private_files as files on files.id = sent.file_id
        where sent.message_id = inquiry_messages.id and files.destroyed_at is null
        order by sent.position)`.as("files"),
    ])
    .orderBy("inquiryMessages.writtenAt")
    .orderBy("inquiryMessages.id")
    .limit(MOST_MESSAGES)
    .execute();
}

/** What she wrote for shops: answers, and words beside a deed. */
function listWrittenForShops(db: Db, userId: string) {
  return db
    .selectFrom("inquiryMessages")
    .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
    .where("inquiryMessages.authorId", "=", userId)
    .where("inquiryMessages.side", "<>", "buyer")
    .where((eb) => eb(eb.fn.coalesce("inquiryMessages.body", "inquiryMessages.eventWords"), "is not", null))
    .select((eb) => [
      "inquiries.reference",
      shopName.as("shop"),
      "inquiryMessages.writtenAt",
      "inquiryMessages.event",
      eb.fn.coalesce("inquiryMessages.body", "inquiryMessages.eventWords").as("words"),
    ])
    .orderBy("inquiryMessages.writtenAt")
    .orderBy("inquiryMessages.id")
    .limit(MOST_MESSAGES)
    .execute();
}

/** What she reported, of her own threads and for shops. */
function listReported(db: Db, userId: string) {
  return db
    .selectFrom("inquiryCases")
    .innerJoin("inquiries", "inquiries.id", "inquiryCases.inquiryId")
    .where((eb) =>
      eb.or([
        eb("inquiryCases.reporterId", "=", userId),
        eb.and([
          eb("inquiryCases.reportedBy", "=", "buyer"),
          eb(
            "inquiryCases.inquiryId",
            "in",
            eb.selectFrom("inquiries").select("inquiries.id").where(ofAccount(userId)),
          ),
        ]),
      ]),
    )
    .select([
      "inquiries.reference",
      "inquiryCases.reportedBy",
      "inquiryCases.reason",
      "inquiryCases.words",
      "inquiryCases.openedAt",
    ])
    .orderBy("inquiryCases.openedAt")
    .orderBy("inquiryCases.id")
    .limit(MOST_REPORTS)
    .execute();
}

/** What she said to reports of her. */
function listStatements(db: Db, userId: string) {
  return db
    .selectFrom("inquiryStatements")
    .innerJoin("inquiryCases", "inquiryCases.id", "inquiryStatements.caseId")
    .innerJoin("inquiries", "inquiries.id", "inquiryCases.inquiryId")
    .where("inquiryCases.reportedBy", "=", "seller")
    .where(ofAccount(userId))
    .select(["inquiries.reference", "inquiryStatements.words", "inquiryStatements.saidAt"])
    .orderBy("inquiryStatements.saidAt")
    .orderBy("inquiryStatements.id")
    .limit(MOST_REPORTS)
    .execute();
}
