import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BETWEEN_NOTICES_MS, whenDue } from "~/modules/inquiries/notices/when-due";
import { instantInBaku, minuteInBaku, minuteOfDayInBaku } from "~/platform/calendar";

/** On the clocks of Baku. */
const at = (time: string, day = "2026-11-24") => instantInBaku(`${day}T${time}`) ?? new Date(Number.NaN);
const minute = (time: string) => minuteOfDayInBaku(at(time));
const NIGHT = { from: minute("22:00"), to: minute("08:00") };
const NOON = { from: minute("12:00"), to: minute("13:30") };

describe("when somebody is to be told", () => {
  it.each([
    ["at once, who has chosen nothing", undefined, undefined, "10:00", "2026-11-24T10:00"],
    ["fifteen minutes after the last time", undefined, "09:50", "10:00", "2026-11-24T10:05"],
    ["at once, when the last time is long ago", undefined, "09:40", "10:00", "2026-11-24T10:00"],
    ["at once, at exactly fifteen minutes", undefined, "09:45", "10:00", "2026-11-24T10:00"],
    ["when the night ends, before midnight", NIGHT, undefined, "23:10", "2026-11-25T08:00"],
    ["when the night ends, after midnight", NIGHT, undefined, "03:10", "2026-11-24T08:00"],
    ["as the night ends", NIGHT, undefined, "08:00", "2026-11-24T08:00"],
    ["not any more as the night begins", NIGHT, undefined, "22:00", "2026-11-25T08:00"],
    ["in the last minute before it", NIGHT, undefined, "21:59", "2026-11-24T21:59"],
    ["in the morning, when she would be told again in the night", NIGHT, "21:50", "21:55", "2026-11-25T08:00"],
    ["fifteen minutes after the last time, in the day", NIGHT, "09:50", "10:00", "2026-11-24T10:05"],
    ["after a quiet noon", NOON, undefined, "12:30", "2026-11-24T13:30"],
    ["at once, outside of a quiet noon", NOON, undefined, "13:30", "2026-11-24T13:30"],
  ])("is %s", (_when, quiet, toldAt, now, expected) => {
    const due = whenDue({ quiet }, toldAt === undefined ? undefined : at(toldAt), at(now));

    expect(minuteInBaku(due)).toBe(expected);
  });

  it("is the beginning of the minute in which quiet hours end", () => {
    const due = whenDue({ quiet: NIGHT }, undefined, new Date(at("23:10").getTime() + 42_123));
    expect(due).toEqual(at("08:00", "2026-11-25"));
  });

  it("is never early, never in quiet hours, never a day away, and the same when it is asked again then", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const hours = fc.record({ from: minutes, to: minutes }).filter(({ from, to }) => from !== to);
    const instant = fc.date({ min: at("00:00"), max: at("00:00", "2027-11-24"), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.option(hours, { nil: undefined }),
        instant,
        fc.integer({ min: 0, max: 3_600_000 }),
        (quiet, now, ago) => {
          const toldAt = new Date(now.getTime() - ago);
          const rested = Math.max(now.getTime(), toldAt.getTime() + BETWEEN_NOTICES_MS);

          const due = whenDue({ quiet }, toldAt, now);

          expect(due.getTime()).toBeGreaterThanOrEqual(rested);
          expect(due.getTime() - rested).toBeLessThanOrEqual(86_400_000);
          expect(whenDue({ quiet }, toldAt, due)).toEqual(due);
          // It waits for nothing but the end of quiet hours.
          expect(due.getTime() === rested || minuteOfDayInBaku(due) === quiet?.to).toBe(true);
          expect(quiet !== undefined && isWithin(minuteOfDayInBaku(due), quiet)).toBe(false);
        },
      ),
    );
  });
});

/** Said in another way than by the rule. */
function isWithin(asked: number, { from, to }: { from: number; to: number }): boolean {
  return from < to ? asked >= from && asked < to : asked >= from || asked < to;
}
