import { countryName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { statusFor } from "../rules";
import type { InquiryRowView } from "../thread/views";
import type { InquiryRow, Side } from "../types";

const HOUR_MS = 3_600_000;

/** A thread of a list in the reader's words. */
export function rowView(row: InquiryRow, side: Side, lang: Locale, now: Date): InquiryRowView {
  const moment = dateFormat(lang, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Baku",
  });
  return {
    inquiryId: row.inquiryId,
    reference: row.reference,
    kind: row.kind,
    status: statusFor(side, row.status),
    who: whoOf(row, side, lang),
    country: countryName(row.destination, lang),
    about: aboutOf(row, lang),
    picture: row.picture,
    words: row.lastWords,
    when: moment.format(row.lastMessageAt),
    waits: side === "seller" && row.waitsSince ? waitsText(row.waitsSince, now) : undefined,
    isUnread: row.isUnread,
    assignedName: row.assignedName,
  };
}

function whoOf({ who, company, sellerNames }: InquiryRow, side: Side, lang: Locale): string {
  if (side === "buyer") return sellerNames[lang] ?? sellerNames.az ?? "";
  return [who ?? m["inquiries.thread.gone"](), company].filter(Boolean).join(" · ");
}

function aboutOf({ titles, lineCount, quantity }: InquiryRow, lang: Locale): string {
  const title = titles[lang] ?? titles.az;
  if (title === undefined) return m["inquiries.inbox.general"]();
  const pieces = `${title}, ${m["inquiries.thread.pieces"]({ count: quantity })}`;
  return lineCount > 1 ? m["inquiries.inbox.andMore"]({ title: pieces, count: lineCount - 1 }) : pieces;
}

/** How long somebody has waited: in hours on the first day, then in days. */
export function waitsText(since: Date, now: Date): string {
  const hours = Math.floor(Math.max(0, now.getTime() - since.getTime()) / HOUR_MS);
  if (hours < 1) return m["inquiries.inbox.waitsNow"]();
  return hours < 24
    ? m["inquiries.inbox.waitsHours"]({ count: hours })
    : m["inquiries.inbox.waitsDays"]({ count: Math.floor(hours / 24) });
}
