import { READY, WANTED } from "./find-span";
import { azerbaijaniMonth, hasBackVowel, MONTH, MONTH_IN_FULL } from "./month-words";
import { oneOf, oneOfWords, plainWord } from "./plain-word";
import { wholeWords } from "./tokens";

type MonthDay = { month: number; day: number };

/** Feasts with the last good day: Christmas of either church, New Year, Novruz (20 March). Months from 0. */
const FEASTS: readonly { days: readonly MonthDay[]; english: string; russian: string; azerbaijani: string }[] = [
  {
    days: [{ month: 11, day: 24 }],
    english: "christmas|christmas eve|xmas",
    russian: "католическому рождеству|католического рождества",
    azerbaijani: "milad|milad bayramı",
  },
  {
    days: [
      { month: 11, day: 24 },
      { month: 0, day: 6 },
    ],
    english: "",
    russian: "рождеству|рождества",
    azerbaijani: "",
  },
  {
    days: [{ month: 11, day: 31 }],
    english: "new year|the new year|new years|new years eve",
    russian: "новому году|нового года",
    azerbaijani: "yeni il|yeni il bayramı",
  },
  {
    days: [{ month: 2, day: 20 }],
    english: "novruz|nowruz|navruz|norooz|nauryz",
    russian: "новрузу|новруза|наврузу|навруза",
    azerbaijani: "novruz|novruz bayramı",
  },
];

const daysOf = new Map<string, readonly MonthDay[]>();

/** The days of a feast in whatever form, as plain words write it; of several the next one counts. */
export function feastDays(form: string): readonly MonthDay[] {
  return daysOf.get(form) ?? [];
}

function anyFeast(formsOf: (feast: (typeof FEASTS)[number]) => readonly string[]): string {
  const forms = FEASTS.flatMap((feast) => formsOf(feast).map((form) => ({ form, days: feast.days })));
  const named = forms.filter(({ form }) => form !== "");
  for (const { form, days } of named) daysOf.set(plainWord(form), days);
  return `(?<feast>${oneOf(named.map(({ form }) => form).join("|"))})`;
}

/** Novruza, Novruz bayramına, Yeni ilə; Novruzdan. */
function azerbaijaniFeast(ending: "to" | "until" | "from"): string {
  const inflected = (name: string) => {
    const n = name.endsWith("ı") ? "n" : "";
    const a = hasBackVowel(name) ? "a" : "ə";
    return { to: `${name}${n}${a}`, until: `${name}${n}${a}dək`, from: `${name}${n}d${a}n` }[ending];
  };
  return anyFeast(({ azerbaijani }) => (azerbaijani === "" ? [] : azerbaijani.split("|").map(inflected)));
}

const BY = `(?<by>${oneOf("by|before|until|till|not later than|no later than|до|к|ко|не позднее|не позже")})`;
const DATE = String.raw`(?<date>\d{1,2}[./]\d{1,2}[./](?:20)?\d\d|\d{1,2}\.(?:0[1-9]|1[0-2])|20\d\d-\d\d-\d\d)`;
const DAY = String.raw`(?<day>\d{1,2})(?:-?(?:st|nd|rd|th|го|му|ого|ому))?`;
const YEAR = String.raw`(?:(?: ,)? (?<year>20\d\d)г?(?: ${oneOfWords("года году г")})?)`;
const PART = `(?<part>${oneOf(
  "the end of|end of|end|the middle of|middle of|mid|the beginning of|beginning of|the start of|start of|" +
    "конца|концу|конец|середины|середине|начала|началу",
)})`;
const WHOLE = `(?<whole>${oneOf("the month|this month|month|the year|this year|year|месяца|года")})`;
const month = (forms: string) => `(?<month>${forms})`;

const UNTIL = oneOfWords("qədər kimi");
const BEFORE = `(?<by>${oneOfWords("əvvəl qabaq")})`;
const AZERBAIJANI_PART = `(?<part>${oneOfWords("sonuna axırına ortasına əvvəlinə")})(?: ${UNTIL}|dek)`;
const AZERBAIJANI_DATE = String.raw`(?<date>\d{1,2}\.\d{1,2}\.20\d\d)`;
/** "yanvarın 25-nə qədər", "yanvarın 25-dək" */
const ITS_DAY = String.raw`(?<day>\d{1,2})-?(?:si|i)?(?:(?:ne|na|e|a|ye) ${UNTIL}|(?:ne|na|e|a|ye)?dek)`;
const OF_YEAR = String.raw`(?:(?<year>20\d\d)(?:-?c[iu])? ilin )?`;

/** A word without which no day is told, for a quick look. */
export const TELLS_DAY = wholeWords(String.raw`${BY}|later|позднее|позже|${UNTIL}|\S*dek|evvel|qabaq`);

/** How a day is said that something must be there by, each with its groups. */
export const DAY_PATTERNS: readonly RegExp[] = [
  // by 25.01.2027, до 25.01.2027 г.
  String.raw`${BY} (?:the )?${DATE}(?: ${oneOfWords("года г")})?(?! ?(?:${oneOfWords("m cm mm kg l м см мм кг л")}))`,
  // by the 25th of January 2027, до 25 января
  `${BY} (?:the )?${DAY}(?: of)? ${month(MONTH)}${YEAR}?`,
  // by January 25th, 2027
  `${BY} ${month(MONTH)} (?:the )?${DAY}${YEAR}?`,
  // by the end of January, к середине января
  `${BY} ${PART}[ -]${month(MONTH)}${YEAR}?`,
  // by the end of the year, до конца месяца
  `${BY} ${PART} ${WHOLE}`,
  // by Jan 2027
  `${BY} ${month(MONTH)}${YEAR}`,
  // by Christmas, к Новому году
  `${BY} ${anyFeast(({ english, russian }) => [...english.split("|"), ...russian.split("|")])}`,
  // by January, к январю
  `${BY} ${month(MONTH_IN_FULL)}`,
  // 25.01.2027-dək, 25.01.2027-ci ilə qədər, 25.01.2027 tarixinə qədər
  `${AZERBAIJANI_DATE}(?:-?(?:c[iu] il)?y?e? ${UNTIL}|-?y?e?dek| tarixine ${UNTIL}| tarixinedek)`,
  // 25 yanvara qədər, 2027-ci ilin yanvarına qədər
  `${OF_YEAR}(?:${DAY} )?${month(azerbaijaniMonth("to", "itsTo"))} ${UNTIL}`,
  // 25 yanvaradək
  `(?:${DAY} )?${month(azerbaijaniMonth("until"))}`,
  // 25 yanvar tarixinə qədər, yanvar ayınadək
  `(?:${DAY} )?${month(azerbaijaniMonth("base"))} (?:tarixine|ayina)(?: ${UNTIL}|dek)`,
  // 25 yanvar 2027-ci ilə qədər
  String.raw`${DAY} ${month(azerbaijaniMonth("base"))} (?<year>20\d\d)(?:-?c[iu])?(?: il)?-?y?e(?: ${UNTIL}|dek)`,
  // yanvarın 25-nə qədər
  `${OF_YEAR}${month(azerbaijaniMonth("of", "itsOf"))} ${ITS_DAY}`,
  // yanvarın sonuna qədər, yanvar ayının sonunadək
  `${OF_YEAR}${month(azerbaijaniMonth("of", "itsOf"))} ${AZERBAIJANI_PART}`,
  `${month(azerbaijaniMonth("base"))} ayinin ${AZERBAIJANI_PART}`,
  // ilin sonuna qədər
  `(?<whole>${oneOf("ayın|bu ayın|ilin|bu ilin")}) ${AZERBAIJANI_PART}`,
  // Novruza qədər, Yeni ilədək, Novruzdan əvvəl
  `${azerbaijaniFeast("to")} ${UNTIL}`,
  azerbaijaniFeast("until"),
  `${azerbaijaniFeast("from")} ${BEFORE}`,
  // 25 yanvardan əvvəl
  `(?:${DAY} )?${month(azerbaijaniMonth("from"))} ${BEFORE}`,
].map((source) => wholeWords(READY + source + WANTED));
