import { letterTo } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";
import { factView } from "../thread/fact-text.server";
import type { News, SomeNews } from "./news.server";
import { aboutShortly, quoteOf, whatAbout, whatHappened, whoShortly, whoWrote } from "./words.server";

type To = { name: string; locale: Locale };

/** Threads that a digest names; more are counted. */
const MOST_NAMED = 10;
/** Facts of one message that a letter repeats. */
const MOST_FACTS = 4;
/** What a text message should not be longer than, with its link. */
const SMS_LENGTH = 160;

const at = (path: string) => `${env.SITE_URL}${path}`;
const paths = (lang: Locale) => pathsFor({ lang, to: undefined, cur: undefined });

/** Straight to the thread, on the side of whoever is told. */
function threadUrl({ to, inquiryId }: News, lang: Locale): string {
  const { sellerInquiry, inquiry } = paths(lang);
  return at(to === "seller" ? sellerInquiry(inquiryId) : inquiry(inquiryId));
}

function listUrl(news: SomeNews, lang: Locale): string {
  const { inbox, inquiries } = paths(lang);
  return at(news.some(({ to }) => to === "seller") ? inbox() : inquiries());
}

/** To somebody with an account, who may choose to be told otherwise. */
export function personLetter(to: To, news: SomeNews): Letter {
  const { locale } = to;
  const choose = m["inquiryNotices.letter.choose"]({ url: at(paths(locale).notices()) }, { locale });
  return letterOf(to, news, { urlOf: (one) => threadUrl(one, locale), notes: [choose] });
}

/** To a guest, whose news are all of one thread. @param url opens it */
export function guestLetter(to: To, news: SomeNews, url: string): Letter {
  const keepPrivate = m["inquiries.letter.keepPrivate"]({}, { locale: to.locale });
  return letterOf(to, news, { urlOf: () => url, notes: [keepPrivate] });
}

type Way = { urlOf: (news: News) => string; notes: readonly string[] };

function letterOf(to: To, news: SomeNews, { urlOf, notes }: Way): Letter {
  const { locale } = to;
  const threads = threadsOf(news);
  const [first] = threads;
  const isOne = threads.length === 1;
  const button = isOne
    ? { label: OPEN[first.latest.to]({}, { locale }), url: urlOf(first.latest) }
    : { label: m["inquiryNotices.letter.openList"]({}, { locale }), url: listUrl(news, locale) };
  const content =
    news.length === 1
      ? aboutMessage(news[0], locale)
      : {
          subject: m["inquiryNotices.digest.subject"]({ count: news.length }, { locale }),
          paragraphs: isOne ? [threadLine(first, locale)] : [],
          links: isOne ? [] : threadLinks(threads, { urlOf, listUrl: button.url, locale }),
        };
  return letterTo(to, {
    ...content,
    action: { label: button.label, url: button.url },
    notes: [m["inquiryNotices.letter.doNotReply"]({}, { locale }), ...notes],
  });
}

const OPEN = {
  seller: m["inquiryNotices.letter.answer"],
  buyer: m["inquiries.letter.renewed.action"],
} as const;

function aboutMessage(news: News, locale: Locale): Pick<Letter, "subject" | "paragraphs"> {
  const about = whatAbout(news, locale);
  const facts = news.facts.slice(0, MOST_FACTS).map((fact) => {
    const { about: of, text } = factView(fact, locale);
    return of === undefined ? text : `${of}: ${text}`;
  });
  return {
    subject: whatHappened(news, { who: whoShortly(news, locale), about }, locale),
    paragraphs: [
      asSentence(whatHappened(news, { who: whoWrote(news, locale), about }, locale)),
      ...(news.words === undefined ? [] : [quoteOf(news.words, locale)]),
      ...(facts.length === 0 ? [] : [facts.join("\n")]),
      ...(news.fileCount === 0 ? [] : [m["inquiryNotices.letter.files"]({ count: news.fileCount }, { locale })]),
    ],
  };
}

type ThreadNews = { latest: News; count: number };

/** The threads of which there is news, the latest first. */
function threadsOf(news: SomeNews): [ThreadNews, ...ThreadNews[]] {
  const counted = new Map<string, ThreadNews>();
  for (const one of news) {
    const count = (counted.get(one.inquiryId)?.count ?? 0) + 1;
    counted.delete(one.inquiryId);
    counted.set(one.inquiryId, { latest: one, count });
  }
  const [first = { latest: news[0], count: news.length }, ...more] = [...counted.values()].toReversed();
  return [first, ...more];
}

function threadLine({ latest, count }: ThreadNews, locale: Locale): string {
  const inputs = { who: whoWrote(latest, locale), about: whatAbout(latest, locale), count };
  return m["inquiryNotices.digest.line"](inputs, { locale });
}

function threadLinks(
  threads: readonly ThreadNews[],
  { urlOf, listUrl: rest, locale }: { urlOf: Way["urlOf"]; listUrl: string; locale: Locale },
): NonNullable<Letter["links"]> {
  const named = threads.slice(0, MOST_NAMED).map((one) => ({ text: threadLine(one, locale), url: urlOf(one.latest) }));
  const left = threads.length - named.length;
  if (left === 0) return named;
  return [...named, { text: m["inquiryNotices.digest.more"]({ count: left }, { locale }), url: rest }];
}

/** A text message about the same: who, about what, and the link. */
export function personText(locale: Locale, news: SomeNews): string {
  const [{ latest }, ...others] = threadsOf(news);
  const who = whoShortly(latest, locale);
  const say = (text: string, url: string) => m["inquiryNotices.sms"]({ text, url }, { locale });
  if (news.length === 1) {
    const textOf = (about: string) => say(whatHappened(latest, { who, about }, locale), threadUrl(latest, locale));
    return textOf(aboutShortly(latest, locale, SMS_LENGTH - textOf("").length));
  }
  const messages = m["inquiryNotices.digest.messages"]({ count: news.length }, { locale });
  if (others.length === 0) return say(`${who}: ${messages}`, threadUrl(latest, locale));
  const threads = m["inquiryNotices.digest.threads"]({ count: others.length + 1 }, { locale });
  return say(`${messages}, ${threads}`, listUrl(news, locale));
}

/** What it is about may end with an abbreviation, as «шт.». */
const asSentence = (words: string) => (words.endsWith(".") ? words : `${words}.`);
