import { countryName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { textIn, type Locale } from "~/platform/i18n/locales";
import type { News } from "./news.server";

/** How much of a message stands in a letter: enough to know whether it can wait. */
const QUOTED = 300;

/** Who wrote, as the other end knows her: a buyer with her company and country, a seller by her shop. */
export function whoWrote({ to, buyer, sellerNames }: News, lang: Locale): string {
  if (to === "buyer") return textIn(sellerNames, lang).text;
  const country = countryName(buyer.destination, lang);
  return `${buyer.name} (${buyer.company === undefined ? country : `${buyer.company}, ${country}`})`;
}

/** The same for a text message: the shorter, the cheaper. */
export function whoShortly({ to, buyer, sellerNames }: News, lang: Locale): string {
  const name = to === "buyer" ? textIn(sellerNames, lang).text : buyer.name;
  return to === "buyer" ? cut(name, 40) : `${cut(name, 40)} (${countryName(buyer.destination, lang)})`;
}

/** What a thread is about: its first listing with how many pieces, and how many more there are. */
export function whatAbout({ lines, reference }: News, locale: Locale): string {
  const [first, ...more] = lines;
  if (!first) return m["inquiryNotices.thread"]({ reference }, { locale });
  const line = pieces(first, locale);
  return more.length === 0 ? line : m["inquiryNotices.moreLines"]({ first: line, count: more.length }, { locale });
}

/** The first listing only, in a text message: the title as long as there is room. */
export function aboutShortly({ lines, reference }: News, locale: Locale, longest: number): string {
  const [first] = lines;
  if (!first) return m["inquiryNotices.thread"]({ reference }, { locale });
  const whole = pieces(first, locale);
  if (whole.length <= longest) return whole;
  const { text } = textIn(first.title, locale);
  const title = cut(text, Math.max(SHORTEST_TITLE, longest - (whole.length - text.length)));
  return m["inquiryNotices.line"]({ title, count: first.quantity }, { locale });
}

/** A listing is not known again by less of its title. */
const SHORTEST_TITLE = 12;

function pieces({ title, quantity }: News["lines"][number], locale: Locale): string {
  return m["inquiryNotices.line"]({ title: textIn(title, locale).text, count: quantity }, { locale });
}

/** What happened, in one sentence without its full stop. */
export function whatHappened(news: News, { who, about }: { who: string; about: string }, locale: Locale): string {
  return sentenceOf(news)({ who, about }, { locale });
}

type Sentence = (inputs: { who: string; about: string }, options: { locale: Locale }) => string;

function sentenceOf({ to, event, isFirst, kind }: News): Sentence {
  if (event === "declined") return m["inquiryNotices.event.declined"];
  if (event === "closed") return m["inquiryNotices.event.closed"];
  if (event !== undefined) return m["inquiryNotices.event.other"];
  if (to === "buyer") return m["inquiryNotices.event.answered"];
  if (!isFirst) return m["inquiryNotices.event.wrote"];
  return kind === "sample" ? m["inquiryNotices.event.sample"] : m["inquiryNotices.event.asked"];
}

/** The first words of a message, as they were written. */
export function quoteOf(words: string, locale: Locale): string {
  return m["inquiryNotices.quote"]({ words: cut(words, QUOTED) }, { locale });
}

/** Counted in letters as people see them, so that none is cut in two. */
export function cut(text: string, longest: number): string {
  const letters = Array.from(text);
  return letters.length <= longest
    ? text
    : `${letters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}
