import { oneOf, oneOfWords, wordSet } from "./plain-word";
import { findAll, hasNumber, wholeWords, type Found, type Token } from "./tokens";

/** The longest lead time that a listing may state, in days. */
const MOST_DAYS = 730;
/** What is made "in one day" is no need: nothing arrives by then. */
const LEAST_DAYS = 2;

const DAYS = "day days gün günə günədək gündə gününə дня дней день";
const WEEKS = "week weeks həftə həftəyə həftəyədək həftədə неделя неделю недели недель";
const MONTHS = "month months ay aya ayadək ayda месяц месяца месяцев";
const YEARS = "year years il год года";

const daysOfUnit: ReadonlyMap<string, number> = new Map(
  [DAYS, WEEKS, MONTHS, YEARS].flatMap((words, index) =>
    [...wordSet(words)].map((word): [string, number] => [word, [1, 7, 30, 365][index] ?? 0]),
  ),
);

const UNIT = oneOfWords([DAYS, WEEKS, MONTHS, YEARS].join(" "));
/** "6-8", "6 to 8": the longer one is what must do. */
const COUNT = String.raw`(?:\d{1,3}(?:[-–]| ${oneOfWords("to or или до")} ))?(?<count>\d{1,3})`;
const UNTIL = oneOf(
  "within|within the next|within max|within about|in|in the next|in under|in less than|in about|in max|under|less than|up to|" +
    "max|maximum|not later than|no later than|delivery|delivery time|deadline|" +
    "за|в течение|в течении|через|в срок до|в срок|срок|срок до|до|не более|не позднее чем через|максимум|в ближайшие|" +
    "müddəti|ən çoxu|maksimum",
);
/** Azerbaijani says by a word behind the unit, or by its case, that a span is meant and not a length of time. */
const INSIDE = oneOf("ərzində|içində|içərisində|müddətində|zaman ərzində");
const DATIVE = oneOfWords("günə günədək həftəyə həftəyədək aya ayadək");
/** What says only that the thing is wanted then. */
export const READY = `(?:${oneOf(
  "needed|required|wanted|ready|delivered|delivery|arriving|deadline|" +
    "нужно|нужны|нужен|нужна|готово|готовы|с доставкой|доставка|доставить|срок|hazır|çatdırılma",
)} )?`;
export const WANTED = `(?: ${oneOf("lazımdır|hazır olsun|çatdırılsın|çatdırılma ilə|çatdırılma|çatdırmaqla|max|or less")})?`;
/** A lesson of three days lasts them. */
const EVENT =
  /^(?:workshops?|class|classes|courses?|lessons?|tours?|trips?|trainings?|мастер-класс\p{L}*|курс\p{L}*|урок\p{L}*|тур|туры|ders\p{L}*|kurs\p{L}*|tur|telim\p{L}*|master-klas\p{L}*)$/u;

const SPANS: readonly RegExp[] = [
  wholeWords(`${READY}${UNTIL} ${COUNT} (?<unit>${UNIT})(?: ${INSIDE})?${WANTED}`),
  wholeWords(`${READY}${COUNT} (?<unit>${UNIT}) ${INSIDE}${WANTED}`),
  wholeWords(`${READY}${COUNT} (?<unit>${DATIVE})(?: ${oneOfWords("qədər kimi")})?${WANTED}`),
  wholeWords(`${READY}(?:${oneOf("within a")} (?<unit>${oneOfWords("day week month year")}))${WANTED}`),
  wholeWords(`${READY}(?:${oneOf("в течение|в течении")} (?<unit>${oneOfWords("дня недели месяца года")}))${WANTED}`),
];
const BARE_SPANS: readonly RegExp[] = [
  wholeWords(`(?<=^|, )${COUNT} (?<unit>${UNIT})(?= ,|$)`),
  wholeWords(`${COUNT} (?<unit>${UNIT})$`),
];

/** A span that is said to be one, as days from today: "within two months", "iki ay ərzində", "за 60 дней". */
export function findSpan(tokens: readonly Token[]): (Found & { value: number }) | undefined {
  const isPossible = hasNumber(tokens) || tokens.some(({ plain }) => /^(?:within|течени[еи])$/.test(plain));
  return isPossible ? spanOf(tokens, SPANS) : undefined;
}

/** A length of time that nothing says more about: "Hamburg, 60 days". How long a lesson lasts is none. */
export function findBareSpan(tokens: readonly Token[]): (Found & { value: number }) | undefined {
  const isPossible = hasNumber(tokens) && !tokens.some(({ plain }) => EVENT.test(plain));
  return isPossible ? spanOf(tokens, BARE_SPANS) : undefined;
}

function spanOf(tokens: readonly Token[], patterns: readonly RegExp[]): (Found & { value: number }) | undefined {
  for (const found of patterns.flatMap((pattern) => findAll(tokens, pattern))) {
    const value = Number(found.groups.count ?? 1) * (daysOfUnit.get(found.groups.unit ?? "") ?? 0);
    const isEvent = EVENT.test(tokens[found.from + found.count]?.plain ?? "");
    if (value >= LEAST_DAYS && value <= MOST_DAYS && !isEvent) return { ...found, value };
  }
  return undefined;
}
