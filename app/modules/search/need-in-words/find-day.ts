import { DAY_PATTERNS, feastDays, TELLS_DAY } from "./day-patterns";
import { monthOf } from "./month-words";
import { wordSet } from "./plain-word";
import { findAll, type Found, type Token } from "./tokens";

const DAY_MS = 86_400_000;
/** A day further away is rather a slip of the hand. */
const MOST_DAYS_AHEAD = 1830;
/** Names of months that are names of people too: "painted by June". */
const NAMES_TOO = wordSet("april may june august");

type Groups = Found["groups"];

/**
 * The last day that a text leaves, ISO 8601: "by 25 January", "к концу января", "Novruza qədər". A month without a day
 * gives its last one, a day without a year the next one.
 *
 * @param now its day in UTC is today
 */
export function findDay(tokens: readonly Token[], now: Date): (Found & { value: string }) | undefined {
  if (findAll(tokens, TELLS_DAY).length === 0) return undefined;
  const today = Date.parse(now.toISOString().slice(0, 10));
  for (const found of DAY_PATTERNS.flatMap((pattern) => findAll(tokens, pattern))) {
    const day = isSomebody(tokens, found) || isOccasion(tokens, found) ? undefined : lastDay(found.groups, today);
    if (day !== undefined && day >= today && day <= today + MOST_DAYS_AHEAD * DAY_MS) {
      return { ...found, value: new Date(day).toISOString().slice(0, 10) };
    }
  }
  return undefined;
}

/** A month alone behind "by" may be who made it. */
function isSomebody(tokens: readonly Token[], { from, count, groups }: Found): boolean {
  const { by, month = "", day, year, part } = groups;
  if (by !== "by" || !NAMES_TOO.has(month) || (day ?? year ?? part) !== undefined) return false;
  const isAuthored = /(?:ed|made|woven|drawn|art|designs?|paintings?|prints?|portraits?|poems?|books?)$/;
  const isCalledMore =
    tokens[from + count - 1]?.endsPart === false && /^\p{Lu}/u.test(tokens[from + count]?.written ?? "");
  return isCalledMore || isAuthored.test(tokens[from - 1]?.plain ?? "");
}

/** "Подарки к Новрузу" are for the feast; "40 подарков к Новрузу" have to be there by then. */
function isOccasion(tokens: readonly Token[], { from, groups }: Found): boolean {
  const isFeast = groups.feast !== undefined && /^ко?$/.test(groups.by ?? "");
  const isGift = /^(?:подар|стол|сувенир|украшен|открытк|костюм|наряд|угощен|сладост)/.test(
    tokens[from - 1]?.plain ?? "",
  );
  return isFeast && isGift && !tokens.some(({ plain }) => /^\d+$/.test(plain));
}

/** Midnight of the last day that is meant, in milliseconds; past days are left to the caller. */
function lastDay(groups: Groups, today: number): number | undefined {
  const { by = "", date, feast, whole, part } = groups;
  if (feast !== undefined) return nextOf(feastDays(feast), today);
  if (whole !== undefined) return wholeDay(whole, part, today);
  const isBefore = part === undefined && /^(?:before|evvel|qabaq)$/.test(by);
  const first = isBefore ? today + DAY_MS : today;
  const day = date === undefined ? monthDay(groups, first, isBefore) : writtenDay(date, first);
  return day === undefined || !isBefore ? day : day - DAY_MS;
}

function monthDay({ month, day, year, part }: Groups, first: number, isBefore: boolean): number | undefined {
  const index = monthOf(month);
  if (index === undefined) return undefined;
  const number = day === undefined ? dayOfPart(part, isBefore) : Number(day);
  const isExact = day !== undefined;
  const dayIn = (of: number) => dayOf(of, index, isExact ? number : Math.min(number, daysIn(of, index)));
  if (year !== undefined) return dayIn(Number(year));
  const thisYear = new Date(first).getUTCFullYear();
  return [thisYear, thisYear + 1].map(dayIn).find((at) => at !== undefined && at >= first);
}

/** A part of this month, or the end of this year. */
function wholeDay(whole: string, part: string | undefined, today: number): number | undefined {
  const year = new Date(today).getUTCFullYear();
  const month = new Date(today).getUTCMonth();
  const day = dayOfPart(part, false);
  if (/month|месяца|ayin/.test(whole)) return dayOf(year, month, Math.min(day, daysIn(year, month)));
  return day === 31 ? dayOf(year, 11, day) : undefined;
}

function dayOfPart(part: string | undefined, isBefore: boolean): number {
  if (part === undefined) return isBefore ? 1 : 31;
  if (/mid|серед|orta/.test(part)) return 15;
  return /begin|start|начал|evvel/.test(part) ? 1 : 31;
}

/** A date in figures. With slashes America writes the month first: only what cannot be both is read. */
function writtenDay(text: string, first: number): number | undefined {
  if (text.includes("-")) return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8)));
  const [one = 0, two = 0, year] = text.split(/[./]/).map(Number);
  const isUnclear = text.includes("/") && one <= 12 && two <= 12 && one !== two;
  if (isUnclear) return undefined;
  const isAmerican = text.includes("/") && two > 12;
  const [day, month] = isAmerican ? [two, one - 1] : [one, two - 1];
  return year === undefined ? nextOf([{ month, day }], first) : dayOf(year < 100 ? 2000 + year : year, month, day);
}

/** The first of these days of the year that comes. */
function nextOf(days: readonly { month: number; day: number }[], first: number): number | undefined {
  const year = new Date(first).getUTCFullYear();
  const coming = days
    .flatMap(({ month, day }) => [dayOf(year, month, day), dayOf(year + 1, month, day)])
    .filter((at): at is number => at !== undefined && at >= first);
  return coming.length === 0 ? undefined : Math.min(...coming);
}

function dayOf(year: number, month: number, day: number): number | undefined {
  return month >= 0 && month < 12 && day >= 1 && day <= daysIn(year, month) ? Date.UTC(year, month, day) : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
