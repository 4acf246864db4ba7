import { foldText } from "./folding";

/** What a buyer said besides the thing itself. Every part may be missing. */
export type NeedInWords = {
  /** The rest of the text: what is looked for. Never empty. */
  text: string;
  /** Whole pieces. */
  quantity?: number;
  /** Days from today. */
  withinDays?: number;
  /** ISO 3166-1 alpha-2. */
  destination?: string;
};

/** A country with its names in the languages of the site, as `Intl.DisplayNames` gives them. */
export type NamedCountry = { country: string; az: string; en: string; ru: string };

type Token = { written: string; folded: string };
type Taken<Value> = { value: Value; from: number; count: number };

const MOST_PIECES = 1_000_000;
const MOST_DAYS = 730;

const folded = (words: string) => words.split(" ").map(foldText);
const PIECE_WORDS = new Set(folded("pcs pieces piece pc units unit ədəd dənə штук штука штуки шт единиц"));
/** A number before one of these measures the thing: 450 ml, 11 strings, a two-day workshop. */
const MEASURES = new Set(
  folded(
    "mm cm sm m ml cl l kg g gr мм см м мл л кг г litre liter litres liters litr литр литра литров metre meter metr метр " +
      "metres meters string strings stringed simli telli струнный струнная day days gün günlük день дня дней дневный " +
      "week weeks həftə неделя недели недель hour hours saat saatlıq час часа часов person people nəfər nəfərlik человек " +
      "year years il illik год года лет page pages səhifə страниц minute minutes dəqiqə минут century əsr век",
  ),
);
const UNIT_DAYS: ReadonlyMap<string, number> = new Map([
  ...folded("day days gün günə günədək gündə дня дней день").map((word) => [word, 1] as const),
  ...folded("week weeks həftə həftəyə həftədə неделю недели недель").map((word) => [word, 7] as const),
  ...folded("month months ay aya ayda месяц месяца месяцев").map((word) => [word, 30] as const),
]);
/** Azerbaijani says by the case of the unit, or by a word behind it, that a span is meant and not a length of time. */
const SPAN_UNITS = new Set(folded("günə günədək həftəyə aya"));
const SPAN_AFTER = new Set(folded("ərzində içində müddətində"));
const SPAN_BEFORE = [folded("within"), folded("in"), folded("under"), folded("за"), folded("в течение")];
const TOWARDS = [
  ...["shipped to", "shipping to", "ships to", "ship to", "delivered to", "delivery to", "deliver to", "to", "for"],
  ...["с доставкой в", "доставка в", "в", "во"],
].map(folded);

/**
 * Reads "40 copper cups to Germany within 60 days" as a thing, a number, a country and a time, in Azerbaijani, English
 * and Russian. Only what is said plainly counts: a number in front of the thing or beside "pieces", a span with its
 * preposition or case, a country with its direction.
 *
 * @returns undefined when nothing but a thing is named, or nothing but the rest
 */
export function readNeed(text: string, countries: readonly NamedCountry[]): NeedInWords | undefined {
  let tokens = text
    .split(/\s+/u)
    .map((written) => ({ written, folded: foldText(written) }))
    .filter(({ written }) => written !== "");
  const take = <Value>(found: Taken<Value> | undefined): Value | undefined => {
    if (!found) return undefined;
    tokens = tokens.toSpliced(found.from, found.count);
    return found.value;
  };
  const withinDays = take(findSpan(tokens));
  const destination = take(findDestination(tokens, countries));
  const quantity = take(findQuantity(tokens));
  if (withinDays === undefined && destination === undefined && quantity === undefined) return undefined;
  const rest = tokens
    .map(({ written }) => written)
    .join(" ")
    .replaceAll(/^[\s,;.–—-]+|[\s,;.–—-]+$/gu, "");
  if (foldText(rest) === "") return undefined;
  return {
    text: rest,
    ...(quantity === undefined ? {} : { quantity }),
    ...(withinDays === undefined ? {} : { withinDays }),
    ...(destination === undefined ? {} : { destination }),
  };
}

function findSpan(tokens: readonly Token[]): Taken<number> | undefined {
  for (const [at, { folded: word }] of tokens.entries()) {
    const unit = tokens[at + 1]?.folded ?? "";
    const days = wholeOf(word, MOST_DAYS) * (UNIT_DAYS.get(unit) ?? Number.NaN);
    if (!(days >= 1 && days <= MOST_DAYS)) continue;
    const before = lengthBefore(tokens, at, SPAN_BEFORE);
    const after = SPAN_AFTER.has(tokens[at + 2]?.folded ?? "") ? 1 : 0;
    if (before + after > 0 || SPAN_UNITS.has(unit)) {
      return { value: days, from: at - before, count: before + 2 + after };
    }
  }
  return undefined;
}

function findDestination(tokens: readonly Token[], countries: readonly NamedCountry[]): Taken<string> | undefined {
  for (const { country, az, en, ru } of countries) {
    const plain = [folded(en), ...(SHORT_NAMES[country] ?? []).map(folded), folded(accusative(ru))];
    for (const name of plain) {
      const at = indexOf(tokens, name);
      const before = at < 0 ? 0 : lengthBefore(tokens, at, TOWARDS);
      if (before > 0) return { value: country, from: at - before, count: before + name.length };
    }
    for (const name of datives(az)) {
      const at = indexOf(tokens, name);
      if (at >= 0) return { value: country, from: at, count: name.length };
    }
  }
  return undefined;
}

/** What people write for names that `Intl` gives in full. */
const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  US: ["the US", "US", "the USA", "USA", "America", "the United States", "Америку"],
  GB: ["the UK", "UK", "Britain", "England", "the United Kingdom", "Англию", "Великобританию"],
  AE: ["the UAE", "UAE", "Dubai", "ОАЭ", "Дубай"],
  TR: ["Turkey", "Turkiye"],
  NL: ["Holland", "the Netherlands", "Голландию"],
  KR: ["Korea", "Корею"],
};

/** Where to, in Russian: в Германию, в Японию, в Канаду; names of other endings stay as they are. */
function accusative(name: string): string {
  return name.replace(/я$/u, "ю").replace(/а$/u, "у");
}

/** Where to, in Azerbaijani: Almaniyaya, İraqa, Yaponiyaya, Türkiyəyə; a possessive compound takes n (Ştatlarına). */
function datives(name: string): string[][] {
  return ["a", "ya", "na"].map((ending) => folded(name + ending));
}

function findQuantity(tokens: readonly Token[]): Taken<number> | undefined {
  for (const [at, { folded: word }] of tokens.entries()) {
    const count = wholeOf(word, MOST_PIECES);
    if (count < 1) continue;
    if (PIECE_WORDS.has(tokens[at + 1]?.folded ?? "")) return { value: count, from: at, count: 2 };
    const next = tokens[at + 1]?.folded ?? "";
    // A number in front of everything counts the thing, unless it measures it or is a year.
    const isYear = count >= 1900 && count <= 2100;
    if (at === 0 && count > 1 && !isYear && /^\p{L}{2,}/u.test(next) && !MEASURES.has(next)) {
      return { value: count, from: 0, count: 1 };
    }
  }
  return undefined;
}

function wholeOf(word: string, most: number): number {
  if (!/^\d{1,7}$/.test(word)) return Number.NaN;
  const value = Number(word);
  return value <= most ? value : Number.NaN;
}

function indexOf(tokens: readonly Token[], name: readonly string[]): number {
  return tokens.findIndex((_, at) => name.every((word, index) => tokens[at + index]?.folded === word));
}

/** How many words before `at` are one of these phrases, the longest that fits. */
function lengthBefore(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number {
  const fitting = phrases.filter((phrase) =>
    phrase.every((word, index) => tokens[at - phrase.length + index]?.folded === word),
  );
  return Math.max(0, ...fitting.map((phrase) => phrase.length));
}
