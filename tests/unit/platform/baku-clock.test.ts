import { describe, expect, it } from "vitest";
import { dayInBaku, minuteInBaku, instantInBaku } from "~/platform/calendar";

describe("the clocks of Baku", () => {
  it("are four hours ahead of UTC, in winter and in summer", () => {
    expect(instantInBaku("2026-01-15T09:30")?.toISOString()).toBe("2026-01-15T05:30:00.000Z");
    expect(instantInBaku("2026-07-15T02:00")?.toISOString()).toBe("2026-07-14T22:00:00.000Z");
  });

  it("show an instant as a field for date and time does", () => {
    expect(minuteInBaku(new Date("2026-11-26T20:59:59Z"))).toBe("2026-11-27T00:59");
    expect(dayInBaku(new Date("2026-11-26T19:59:59Z"))).toBe("2026-11-26");
  });

  it.each(["", "2026-11-26", "2026-02-30T10:00", "2026-11-26T24:01", "2026-11-26T09:30:00", "yesterday"])(
    "know no time '%s'",
    (text) => {
      expect(instantInBaku(text)).toBeUndefined();
    },
  );
});
