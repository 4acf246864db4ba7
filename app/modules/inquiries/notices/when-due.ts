import type { QuietHours } from "~/modules/accounts";
import { minuteOfDayInBaku } from "~/platform/calendar";

/** Between two notices to one person: what comes meanwhile goes together. */
export const BETWEEN_NOTICES_MS = 15 * 60_000;

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;

/**
 * When somebody is to be told of something that happened: at once, unless she was told a moment ago, and not before her
 * quiet hours end.
 */
export function whenDue({ quiet }: { quiet: QuietHours | undefined }, lastToldAt: Date | undefined, now: Date): Date {
  const rested = lastToldAt === undefined ? 0 : lastToldAt.getTime() + BETWEEN_NOTICES_MS;
  const earliest = new Date(Math.max(rested, now.getTime()));
  return quiet === undefined ? earliest : endOfQuiet(earliest, quiet);
}

/** The instant itself when it is in no quiet hours; minutes go around midnight. */
function endOfQuiet(instant: Date, { from, to }: QuietHours): Date {
  const since = (minuteOfDayInBaku(instant) - from + DAY_MINUTES) % DAY_MINUTES;
  const length = (to - from + DAY_MINUTES) % DAY_MINUTES;
  if (since >= length) return instant;
  const minute = Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(minute + (length - since) * MINUTE_MS);
}
