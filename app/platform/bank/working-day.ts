import { dayAfter } from "../calendar";

/**
 * Days of each year on which nobody works in Azerbaijan, as month and day. Source: Labour Code of the Republic of Azerbaijan,
 * art. 105; as of November 2026. Ramazan and Qurban move with the moon, and the days off that are moved to another day follow
 * the weekends: the Cabinet of Ministers announces both yearly, and they are not known here. A bank that is closed on the day
 * of an order executes it on the next one.
 */
const DAYS_OFF: ReadonlySet<string> = new Set([
  "01-01",
  "01-02",
  "01-20",
  "03-08",
  "03-20",
  "03-21",
  "03-22",
  "03-23",
  "03-24",
  "05-09",
  "05-28",
  "06-15",
  "06-26",
  "11-08",
  "11-09",
  "12-31",
]);

/** Whether banks in Azerbaijan work on a calendar day (`2026-11-24`), as far as that is known beforehand. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !DAYS_OFF.has(day.slice(5));
}

/** The day itself where banks work on it, else the first one after it on which they do. */
export function workingDayFrom(day: string): string {
  let found = day;
  while (!isWorkingDay(found)) found = dayAfter(found, 1);
  return found;
}
