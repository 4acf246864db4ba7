/** Baku keeps UTC+4 all year (no summer time since 2016). */
const BAKU_MS = 4 * 3_600_000;
const DAY_MS = 86_400_000;

/** The calendar day that it is in Baku at an instant, as `2026-11-24`: what the site calls today. */
export function dayInBaku(instant: Date): string {
  return new Date(instant.getTime() + BAKU_MS).toISOString().slice(0, 10);
}

/** Whole days between two calendar days (`2026-11-24`), negative when `until` is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The calendar day `days` after `from`. */
export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
