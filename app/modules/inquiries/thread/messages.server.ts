import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { isLocale, type Locale } from "~/platform/i18n/locales";
import type { Fact, MessageEvent, Side, ThreadMessage } from "../types";

type Question = {
  inquiryId: string;
  /** What is only for the shop is not among the buyer's. Staff see all. */
  side: Side | undefined;
  before: number | undefined;
  limit: number;
  lang: Locale;
};

/** A page of a thread's messages, the oldest of them first. */
export async function listMessages(
  db: Db,
  { inquiryId, side, before, limit, lang }: Question,
): Promise<ThreadMessage[]> {
  const rows = await db
    .selectFrom("inquiryMessages")
    .innerJoin("inquiries", "inquiries.id", "inquiryMessages.inquiryId")
    .leftJoin("users", "users.id", "inquiryMessages.authorId")
    .leftJoin("users as member", "member.id", "inquiryMessages.memberId")
    .leftJoin("inquiryTranslations", (join) =>
      join
        .onRef("inquiryTranslations.messageId", "=", "inquiryMessages.id")
        .on("inquiryTranslations.locale", "=", lang),
    )
    .where("inquiryMessages.inquiryId", "=", inquiryId)
    .$if(side === "buyer", (query) => query.where("inquiryMessages.audience", "=", "both"))
    .$if(before !== undefined, (query) => query.where("inquiryMessages.position", "<", before ?? 0))
    .select([
      "inquiryMessages.id as messageId",
      "inquiryMessages.position",
      "inquiryMessages.side",
      // The buyer is called as she called herself in this thread.
      sql<string | null>`case when inquiry_messages.side = 'buyer' then inquiries.buyer_name else users.name end`.as(
        "authorName",
      ),
      "inquiryMessages.body",
      "inquiryMessages.locale",
      // Written by `write-message` alone, which makes them of that shape.
      sql<Fact[]>`inquiry_messages.facts`.as("facts"),
      "inquiryMessages.event",
      "inquiryMessages.eventWords",
      "member.name as memberName",
      "inquiryMessages.writtenAt",
      "inquiryMessages.erasedAt",
      "inquiryTranslations.body as translated",
      "inquiryTranslations.provider",
      sql<ThreadMessage["files"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('fileId', files.id, 'name', files.name,
          'contentType', files.content_type, 'byteCount', files.byte_count) order by sent.position), '[]')
        from inquiry_message_files as sent join private_files as files on files.id = sent.file_id
        where sent.message_id = inquiry_messages.id and files.destroyed_at is null)`.as("files"),
    ])
    .orderBy("inquiryMessages.position", "desc")
    .limit(limit)
    .execute();
  return rows.toReversed().map((row) => ({
    messageId: row.messageId,
    position: row.position,
    // The table's checks allow no others.
    side: row.side as ThreadMessage["side"],
    authorName: row.authorName ?? undefined,
    body: row.body ?? undefined,
    locale: isLocale(row.locale ?? undefined) ? (row.locale as Locale) : undefined,
    translation:
      row.translated === null || row.provider === null ? undefined : { body: row.translated, provider: row.provider },
    facts: row.facts,
    files: row.files,
    event: (row.event as MessageEvent | null) ?? undefined,
    eventWords: row.eventWords ?? row.memberName ?? undefined,
    writtenAt: row.writtenAt,
    isErased: row.erasedAt !== null,
  }));
}
