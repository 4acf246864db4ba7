import { sql } from "kysely";
import type { Trx } from "~/platform/db/db.server";
import { isLocale, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import type { Fact, InquiryKind, MessageEvent, Side } from "../types";
import { noticeFor, type Recipient } from "./recipient.server";

/** Of one person at once; who has more waiting is told of the rest a little later. */
const MOST_NEWS = 500;

/** A message of which somebody is to be told, with what a letter says about it. */
export type News = {
  noticeId: string;
  messageId: string;
  inquiryId: string;
  reference: string;
  kind: InquiryKind;
  /** Which end of the thread is told. */
  to: Side;
  isFirst: boolean;
  buyer: { name: string; company: string | undefined; destination: string; email: string | undefined };
  sellerNames: LocaleTexts<string>;
  /** The language in which the buyer wrote, which is a guest's own. */
  locale: Locale;
  lines: { title: LocaleTexts<string>; quantity: number }[];
  words: string | undefined;
  event: MessageEvent | undefined;
  facts: Fact[];
  fileCount: number;
};

/** At least one message. */
export type SomeNews = readonly [News, ...News[]];

/** Why somebody need not be told of a message any more. */
export type Lapsed = { noticeId: string; inquiryId: string; messageId: string; why: "over" | "left-team" };

/** What waits for somebody, in the order in which it was written: what is still news to her, and what is not. */
export async function listNews(trx: Trx, recipient: Recipient): Promise<{ news: News[]; lapsed: Lapsed[] }> {
  const rows = await selectNews(trx, recipient).execute();
  const lapsed = rows.flatMap((row): Lapsed[] => {
    const why = whyNotNews(row);
    return why ? [{ noticeId: row.noticeId, inquiryId: row.inquiryId, messageId: row.messageId, why }] : [];
  });
  const ended = new Set(lapsed.map(({ noticeId }) => noticeId));
  return { news: rows.filter(({ noticeId }) => !ended.has(noticeId)).map(newsOf), lapsed };
}

function selectNews(trx: Trx, recipient: Recipient) {
  return trx
    .selectFrom("inquiryNotices")
    .innerJoin("inquiryMessages", "inquiryMessages.id", "inquiryNotices.messageId")
    .innerJoin("inquiries", "inquiries.id", "inquiryNotices.inquiryId")
    .innerJoin("sellers", "sellers.id", "inquiries.sellerId")
    .where(noticeFor(recipient))
    .where("inquiryNotices.toldAt", "is", null)
    .select([
      "inquiryNotices.id as noticeId",
      "inquiryNotices.userId",
      "inquiryMessages.id as messageId",
      "inquiryMessages.position",
      "inquiryMessages.side",
      "inquiryMessages.body",
      "inquiryMessages.event",
      "inquiryMessages.eventWords",
      "inquiryMessages.erasedAt as messageErasedAt",
      // Written by `write-message` alone, which makes them of that shape.
      sql<Fact[]>`inquiry_messages.facts`.as("facts"),
      "inquiries.id as inquiryId",
      "inquiries.reference",
      "inquiries.kind",
      "inquiries.status",
      "inquiries.buyerUserId",
      "inquiries.guestEmail",
      "inquiries.buyerName",
      "inquiries.company",
      "inquiries.destination",
      "inquiries.locale",
      "inquiries.sellerRead",
      "inquiries.buyerRead",
      "inquiries.erasedAt",
      sql<LocaleTexts<string>>`(
        select jsonb_object_agg(locale, name) from seller_texts where seller_id = sellers.id)`.as("sellerNames"),
      sql<boolean>`exists (
        select from members
        where members.organisation_id = sellers.organisation_id and members.user_id = inquiry_notices.user_id)`.as(
        "isMember",
      ),
      sql<number>`(
        select count(*)::int from inquiry_message_files as sent join private_files as files on files.id = sent.file_id
        where sent.message_id = inquiry_messages.id and files.destroyed_at is null)`.as("fileCount"),
      sql<News["lines"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('quantity', lines.quantity, 'title', jsonb_strip_nulls(jsonb_build_object(
          'az', asked.snapshot->'texts'->'az'->>'title',
          'en', asked.snapshot->'texts'->'en'->>'title',
          'ru', asked.snapshot->'texts'->'ru'->>'title'))) order by lines.position), '[]')
        from inquiry_lines as lines
        join listing_publications as asked
          on asked.listing_id = lines.listing_id and asked.version = lines.listing_version
        where lines.inquiry_id = inquiries.id)`.as("lines"),
    ])
    .orderBy("inquiryMessages.writtenAt")
    .orderBy("inquiryMessages.position")
    .orderBy("inquiryNotices.id")
    .limit(MOST_NEWS);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectNews>["execute"]>>[number];

/** Whoever asked is told what the shop says and what was done to the thread; everybody else belongs to the shop. */
function toldSide({ side, userId, buyerUserId }: Row): Side {
  return side !== "buyer" && (userId === null || userId === buyerUserId) ? "buyer" : "seller";
}

function whyNotNews(row: Row): Lapsed["why"] | undefined {
  const to = toldSide(row);
  const isGone = row.erasedAt !== null || row.messageErasedAt !== null || row.status === "spam";
  const read = to === "seller" ? row.sellerRead : row.buyerRead;
  if (isGone || read >= row.position) return "over";
  return to === "seller" && !row.isMember ? "left-team" : undefined;
}

function newsOf(row: Row): News {
  return {
    noticeId: row.noticeId,
    messageId: row.messageId,
    inquiryId: row.inquiryId,
    reference: row.reference,
    // The table's checks allow no others.
    kind: row.kind as InquiryKind,
    event: (row.event as MessageEvent | null) ?? undefined,
    to: toldSide(row),
    isFirst: row.position === 1,
    buyer: {
      name: row.buyerName ?? "",
      company: row.company ?? undefined,
      destination: row.destination,
      email: row.guestEmail ?? undefined,
    },
    sellerNames: row.sellerNames,
    locale: isLocale(row.locale) ? row.locale : "en",
    lines: row.lines,
    words: row.body ?? row.eventWords ?? undefined,
    facts: row.facts,
    fileCount: row.fileCount,
  };
}
