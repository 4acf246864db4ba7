import {
  countryName,
  formatDay,
  listAskedListings,
  listPublishedTitles,
  nameIn,
  referenceBook,
} from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { dateFormat, type DateFormat } from "~/platform/i18n/formatters";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney } from "~/platform/money";
import { statusFor } from "../rules";
import type { MessageEvent, Side, Thread, ThreadMessage } from "../types";
import { factView } from "./fact-text.server";
import type { MessageView, ThreadLineView, ThreadView } from "./views";

const EVENTS: Readonly<Record<MessageEvent, (inputs: { words: string }) => string>> = {
  declined: () => m["inquiries.event.declined"](),
  closed: () => m["inquiries.event.closed"](),
  marked_spam: () => m["inquiries.event.markedSpam"](),
  not_spam: () => m["inquiries.event.notSpam"](),
  assigned: ({ words }) => m["inquiries.event.assigned"]({ name: words || m["inquiries.thread.gone"]() }),
  unassigned: () => m["inquiries.event.unassigned"](),
  blocked: () => m["inquiries.event.blocked"](),
  unblocked: () => m["inquiries.event.unblocked"](),
  stopped_by_staff: () => m["inquiries.event.stoppedByStaff"](),
};

/** Events whose words are said in the event itself. */
const SAID_ALREADY: ReadonlySet<MessageEvent> = new Set(["assigned"]);

/**
 * A thread in the reader's words.
 *
 * @param side who reads; undefined for staff
 */
export async function threadView(
  db: Db,
  thread: Thread,
  { side, reader }: { side: Side | undefined; reader: Reader },
  now = clock(),
): Promise<ThreadView> {
  const { lang } = reader;
  const [lines, { incoterms }] = await Promise.all([linesOf(db, thread, reader, now), referenceBook(db)]);
  const moment = dateFormat(lang, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Asia/Baku",
  });
  const other = side === "seller" ? thread.read.buyer : thread.read.seller;
  const own = thread.messages.filter((message) => message.side === side);
  const readUpTo = own.findLast(({ position }) => position <= other.position);
  return {
    inquiryId: thread.inquiryId,
    reference: thread.reference,
    kind: thread.kind,
    status: statusFor(side, thread.status),
    seller: thread.seller,
    buyer: { ...thread.buyer, name: thread.buyer.name ?? m["inquiries.thread.gone"]() },
    isBlocked: thread.isBlocked,
    openReports: thread.openReports,
    assignedTo: thread.assignedTo,
    terms: [
      [m["inquiries.ask.destination"](), countryName(thread.destination, lang)],
      [m["inquiries.ask.neededBy"](), thread.neededBy && formatDay(thread.neededBy, lang)],
      [
        m["inquiries.ask.incoterm"](),
        thread.incoterm && `${thread.incoterm}: ${nameIn(incoterms.get(thread.incoterm)?.names, lang)}`,
      ],
      [m["inquiries.ask.target"](), thread.target && formatMoney(thread.target, lang)],
    ].flatMap(([label = "", value]) => (value ? [{ label, value }] : [])),
    lines,
    messages: thread.messages.map((message) => messageView(message, { lang, moment, seller: thread.seller.name })),
    messageCount: thread.messageCount,
    otherRead: other.position,
    readNote:
      readUpTo && other.at
        ? { position: readUpTo.position, text: m["inquiries.thread.readAt"]({ when: moment.format(other.at) }) }
        : undefined,
    earlier: thread.hasEarlier ? thread.messages[0]?.position : undefined,
    started: moment.format(thread.createdAt),
  };
}

type Words = { lang: Reader["lang"]; moment: DateFormat; seller: string };

function messageView(message: ThreadMessage, { lang, moment, seller }: Words): MessageView {
  const { event, eventWords: words, translation, locale } = message;
  const isForeign = locale !== undefined && locale !== lang;
  const gone = message.side === "seller" ? seller : m["inquiries.thread.gone"]();
  return {
    messageId: message.messageId,
    position: message.position,
    side: message.side,
    author: message.authorName ?? gone,
    body: message.isErased ? m["inquiries.thread.erased"]() : message.body,
    lang: isForeign && !message.isErased ? locale : undefined,
    translation: isForeign && translation ? translation : undefined,
    facts: message.facts.map((fact) => factView(fact, lang)),
    files: message.files,
    event: event && EVENTS[event]({ words: words ?? "" }),
    eventWords: event && SAID_ALREADY.has(event) ? undefined : words,
    when: moment.format(message.writtenAt),
    at: message.writtenAt.toISOString(),
  };
}

async function linesOf(db: Db, thread: Thread, reader: Reader, now: Date): Promise<ThreadLineView[]> {
  const { lines, destination } = thread;
  const [titles, offers] = await Promise.all([
    listPublishedTitles(db, reader, lines),
    listAskedListings(db, { ...reader, destination }, lines, dayInBaku(now)),
  ]);
  return lines.flatMap(({ listingId, variantId, quantity }, at) => {
    const published = titles[at];
    if (!published) return [];
    const { text, locale } = textIn(published.title, reader.lang);
    const offer = offers[at]?.view.offer;
    const [shipping] = offer?.shipping ?? [];
    return [
      {
        key: `${listingId} ${variantId ?? ""}`,
        title: text,
        titleLang: locale === reader.lang ? undefined : locale,
        slug: published.isPublic ? published.slug : undefined,
        picture: published.picture && { sha256: published.picture.sha256 },
        variant: published.variantName,
        quantity: m["inquiries.thread.pieces"]({ count: quantity }),
        offer: [
          offer?.price && `${offer.price.text} ${offer.unit}`,
          offer?.ready,
          shipping && `${shipping.name}, ${shipping.days}, ${shipping.cost}`,
        ].filter((part) => part !== undefined),
      },
    ];
  });
}
