/** Azerbaijan has been at UTC+4 all year round since 2016 (IANA time zone database, Asia/Baku). */
const OFFSET = "+04:00";
const OFFSET_MS = 4 * 3_600_000;

/**
 * The instant that a field for date and time names, on the clocks of Baku.
 *
 * @param text `2026-11-26T09:30`, as browsers send it
 * @returns undefined when it is no time of any day
 */
export function instantInBaku(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return undefined;
  const instant = new Date(`${text}:00${OFFSET}`);
  // The thirtieth of February would become a day of March.
  return Number.isNaN(instant.getTime()) || bakuMinute(instant) !== text ? undefined : instant;
}

/** An instant as a field for date and time shows it, on the clocks of Baku. */
export function bakuMinute(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 16);
}

/** The calendar day that an instant belongs to in Baku. */
export function bakuDay(instant: Date): string {
  return bakuMinute(instant).slice(0, 10);
}
