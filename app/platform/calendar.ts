/** Azerbaijan has been at UTC+4 all year round since 2016 (IANA time zone database, Asia/Baku). */
const BAKU_MS = 4 * 3_600_000;
const DAY_MS = 86_400_000;

const onClocksOfBaku = (instant: Date) => new Date(instant.getTime() + BAKU_MS);

/** The calendar day that it is in Baku at an instant, as `2026-11-24`: what the site calls today. */
export function dayInBaku(instant: Date): string {
  return onClocksOfBaku(instant).toISOString().slice(0, 10);
}

/** An instant as a field for date and time shows it, on the clocks of Baku: `2026-11-24T09:30`. */
export function minuteInBaku(instant: Date): string {
  return onClocksOfBaku(instant).toISOString().slice(0, 16);
}

/** The minute of the day that it is in Baku, from 0 to 1439. */
export function minuteOfDayInBaku(instant: Date): number {
  const there = onClocksOfBaku(instant);
  return there.getUTCHours() * 60 + there.getUTCMinutes();
}

/** Whether it is Saturday or Sunday in Baku. */
export function isWeekendInBaku(instant: Date): boolean {
  const weekday = onClocksOfBaku(instant).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * The instant that a field for date and time names, on the clocks of Baku.
 *
 * @param text `2026-11-26T09:30`, as browsers send it
 * @returns undefined when it is no time of any day
 */
export function instantInBaku(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return undefined;
  const instant = new Date(Date.parse(`${text}:00Z`) - BAKU_MS);
  // The thirtieth of February would become a day of March.
  return Number.isNaN(instant.getTime()) || minuteInBaku(instant) !== text ? undefined : instant;
}

/** Whole days between two calendar days (`2026-11-24`), negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The calendar day `days` after `from`. */
export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
