import { isCurrency } from "./find-price";
import { monthOf } from "./month-words";
import { oneOf, oneOfWords, wordSet } from "./plain-word";
import { findAll, hasNumber, wholeWords, without, type Found, type Token } from "./tokens";

export type FoundQuantity = Pick<Found, "from" | "count"> & { value: number };

const MOST_PIECES = 1_000_000;

/** A number before one of these measures the thing: 450 ml, 11 strings, a two-day workshop, a 3-legged stool. */
const MEASURES = wordSet(
  "mm cm sm dm m ml cl l kg g gr oz lb lbs inch inches in ft foot feet мм см дм м мл л кг г гр litre liter litres liters " +
    "litr литр литра литров metre meter metr метр метра метров metres meters string strings stringed simli telli " +
    "струнный струнная струн струны day days gün günlük день дня дней дневный week weeks həftə həftəlik неделя недели " +
    "недель month months ay aylıq месяц месяца месяцев hour hours saat saatlıq час часа часов person persons people nəfər " +
    "nəfərlik человек персон персоны year years il illik год года лет page pages səhifə страниц страницы minute minutes " +
    "min dəqiqə минут минуты night nights gecə ночь ночи ночей century centuries əsr век века karat carat carats ct k " +
    "əyar проба пробы percent faiz процент процентов degree degrees dərəcə градусов thread threads ply knot knots " +
    "thousand million тысяч тысячи миллион min milyon legged sided handled layered tiered pointed armed coloured colored " +
    "footed leaved part panel colour color tone way tier layer level legs sides star stars seater bedroom " +
    "storey times dəfə раз раза colours colors rəng цвета цветов language languages dilde языка языков words слов characters piece pieces pc unit size sizes размер размера ölçü yaş yaşdan",
);
/** What goes on after a number that counts nothing: "2 in 1", "one of a kind", "iki və üç". */
const NO_THINGS = wordSet(
  "of in to for with and or from by on at the a an as и или из на в во с со к для до по за və ya ilə üçün ki x х",
);
/** Numbers in well-known names, whose things nobody orders: Seven Beauties, four seasons, qırx quldur. */
const NAMED_THINGS =
  /^(?:beaut(?:y|ies)|seasons?|graces|kings|wonders?|thieves|apostles|elements?|senses|brothers|sisters|virtues|sins|muses|gozel\p{L}*|fesil\p{L}*|qardas\p{L}*|baci\p{L}*|quldur\p{L}*|barmaq\p{L}*|bulaq\p{L}*|красавиц\p{L}*|сезон\p{L}*|времен\p{L}*|разбойник\p{L}*|чуд\p{L}*|элемент\p{L}*|сест[её]р\p{L}*|брат\p{L}*|богатыр\p{L}*)$/u;
/** Parts per thousand of silver and gold (ISO 9202 and older marks). */
const FINENESS = new Set([333, 375, 500, 585, 750, 800, 835, 875, 900, 916, 925, 950, 958, 999]);
const PRECIOUS = /^(?:sterling|silver\p{L}*|gold\p{L}*|platinum|gumus\p{L}*|qizil\p{L}*|серебр\p{L}*|золот\p{L}*)$/u;
/** Of one thing with so many of something (Azerbaijani -lı, -lıq): beş qollu şamdan, altı nəfərlik dəst. */
const HAVING = /l[iu]$/;
const LASTING = /l[iu][kq]$/;
const MOST_HAVING = 20;

const PIECES = oneOfWords("pcs pieces piece pc units unit ədəd dənə adet штук штука штуки шт единиц единицы");
const OPENERS = oneOf(
  "i need|we need|need|i want|we want|want|looking for|im looking for|i am looking for|we are looking for|buy|order|" +
    "мне нужно|мне нужны|нам нужно|нам нужны|нужно|нужны|нужен|нужна|ищу|ищем|куплю|купим|хочу|заказать|" +
    "mənə|bizə|mənə lazımdır|bizə lazımdır|axtarıram|axtarırıq",
);
const ABOUT = oneOf("about|around|approximately|approx|circa|около|примерно|təxminən|təqribən");
const LABEL = oneOf(
  "qty|quantity|quantity of|количество|количеством|в количестве|кол-во|say|sayı|miqdar|miqdarı|ədəd sayı",
);

const LABELLED = wholeWords(String.raw`${LABEL}[.=]?(?: ,)? (?<count>\d{1,7})(?: ${PIECES})?`);
const COUNTED = wholeWords(String.raw`(?<count>\d{1,7}) (?<piece>${PIECES})(?: of)?`);
const TIMES = wholeWords(String.raw`(?<=^|, )(?<count>\d{1,7}) [x×х](?= \p{L}{2})`);
const TIMES_BEHIND = wholeWords(String.raw`(?<!\d\S* )[x×х] (?<count>\d{1,7})(?! [x×х])`);
const LEADING = wholeWords(String.raw`^(?:${OPENERS} )?(?:${ABOUT} )?(?<count>\d{1,7})(?= \p{L}{2})`);

const ASKING = wholeWords(`^${OPENERS}`);
const WANTING = wholeWords(`${oneOf("lazımdır|istəyirəm|istəyirik|please|пожалуйста|zəhmət olmasa")}(?=(?: ,)?$)`);

/** Pieces that are counted as such: "200 pcs", "qty: 40", "40x cups", "чашки х40". */
export function findStatedQuantity(tokens: readonly Token[]): FoundQuantity | undefined {
  if (!hasNumber(tokens)) return undefined;
  const times = [...findAll(tokens, TIMES), ...findAll(tokens, TIMES_BEHIND)];
  const stated = [
    ...findAll(tokens, LABELLED),
    ...findAll(tokens, COUNTED).filter((found) => countsPieces(tokens, found)),
    ...times.filter(({ from, count }) => !isMeasure(tokens[from + count]?.plain ?? "")),
  ];
  return firstCount(stated);
}

/** A set of six pieces is one thing, and so is a five-piece set. */
function countsPieces(tokens: readonly Token[], { from, count, groups }: Found): boolean {
  const before = tokens[from - 1]?.plain ?? "";
  const number = tokens[from];
  if (/^(?:of|from|in|with|set|из|с|со|по|на)$/.test(before)) return false;
  if (number?.numberIn !== undefined && Number(number.plain) < 2) return false;
  const isOne = /^(?:piece|pc|unit)$/.test(groups.piece ?? "");
  const isMore = (what: RegExp) => tokens.slice(from + count).some(({ plain }) => what.test(plain));
  if (isMore(/^(?:puzzles?|jigsaws?|пазл\p{L}*|pazl\p{L}*)$/u)) return false;
  return !(isOne && (isMore(/^(?:sets?|kits?)$/) || number?.numberIn !== undefined));
}

/**
 * A number in front of everything: it counts the thing, unless it measures it, is a year or belongs to a name.
 *
 * @param isNeed whether a time, a place or a price is told too, so that the text is no title
 */
export function findLeadingQuantity(tokens: readonly Token[], isNeed: boolean): FoundQuantity | undefined {
  return firstCount(findAll(tokens, LEADING).filter((found) => countsThings(tokens, found, isNeed)));
}

function countsThings(tokens: readonly Token[], { from, count }: Found, isNeed: boolean): boolean {
  const number = tokens[from + count - 1];
  const things = tokens.slice(from + count);
  const next = things[0]?.plain ?? "";
  const value = Number(number?.plain);
  const isYear = value >= 1900 && value <= 2100 && number?.numberIn === undefined;
  if (value < 2 || isYear || number?.endsPart || isMeasure(next) || NO_THINGS.has(next)) return false;
  if (LASTING.test(next) || (value <= MOST_HAVING && HAVING.test(next))) return false;
  // "yeddi halqadan ibarət qolbaq": of seven rings
  if (things.slice(0, 3).some(({ plain }) => plain === "ibaret")) return false;
  if (FINENESS.has(value) && things.slice(0, 2).some(({ plain }) => PRECIOUS.test(plain))) return false;
  if (things.slice(0, 2).some(({ plain }) => NAMED_THINGS.test(plain))) return false;
  return number?.numberIn === undefined || isCountInWords(number, things, isNeed);
}

/** 20 January and 30 EUR are no things either. */
function isMeasure(word: string): boolean {
  return MEASURES.has(word) || monthOf(word) !== undefined || isCurrency(word);
}

/** A number in words is more often part of a name: what it counts must be in the plural, and not be written as a name. */
function isCountInWords({ numberIn }: Token, things: readonly Token[], isNeed: boolean): boolean {
  if (!isNeed && /^\p{Lu}/u.test(things[0]?.written ?? "")) return false;
  return numberIn !== "en" || isPlural(headOf(things));
}

/** The last word of what is named before anything is said about it: "cups" of "copper cups with handles". */
function headOf(things: readonly Token[]): string {
  const end = things.findIndex(({ endsPart }) => endsPart);
  const part = things.slice(0, end === -1 ? undefined : end + 1);
  const more = part.findIndex(
    ({ plain }) => NO_THINGS.has(plain) || /^(?:made|that|under|without|please|\d.*)$/.test(plain),
  );
  return part.slice(0, more < 1 ? undefined : more).at(-1)?.plain ?? "";
}

function isPlural(word: string): boolean {
  return /(?:[^su]|[^aeiou]u)s$/.test(word) || /^(?:men|women|children|feet|mice|geese|bookshelves)$/.test(word);
}

function firstCount(found: readonly Found[]): FoundQuantity | undefined {
  for (const { from, count, groups } of found) {
    const value = Number(groups.count);
    if (value >= 1 && value <= MOST_PIECES) return { from, count, value };
  }
  return undefined;
}

/** The words without what only asks for them: "need copper cups", "mis stəkan lazımdır". */
export function withoutAsking(tokens: readonly Token[]): Token[] {
  const asking = [...findAll(tokens, ASKING), ...findAll(tokens, WANTING)];
  return asking.reduceRight((rest, found) => without(rest, found), [...tokens]);
}
