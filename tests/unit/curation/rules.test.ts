import { describe, expect, it } from "vitest";
import { moved, spanOn, stateOf, whyNotFeature } from "~/modules/curation/rules";

const at = (time: string) => new Date(`2026-11-26T${time}Z`);
const feature = { startsAt: at("08:00:00"), endsAt: at("09:00:00") };

describe("a feature", () => {
  it.each([
    ["07:59:59", "coming"],
    ["08:00:00", "running"],
    ["08:59:59", "running"],
    ["09:00:00", "ended"],
  ])("at %s is %s", (time, state) => {
    expect(stateOf(feature, at(time))).toBe(state);
  });

  it.each([
    ["08:00:00", "07:00:00", "end-before-start"],
    ["08:00:00", "08:00:00", "end-before-start"],
    ["05:00:00", "07:30:00", "end-in-past"],
    ["05:00:00", "09:00:00", undefined],
  ])("from %s to %s, asked for at 07:30: %s", (from, to, refusal) => {
    expect(whyNotFeature({ startsAt: at(from), endsAt: at(to) }, at("07:30:00"))).toBe(refusal);
  });

  it("does not run for longer than a year", () => {
    const long = { startsAt: at("08:00:00"), endsAt: new Date("2027-11-28T08:00:00Z") };
    expect(whyNotFeature(long, at("07:00:00"))).toBe("too-long");
  });
});

describe("the drawn line", () => {
  const line = { startsAt: at("06:00:00"), endsAt: at("10:00:00") };

  it("shows where a feature lies, cut off at its ends", () => {
    expect(spanOn(line, feature)).toEqual({ from: 50, width: 25 });
    expect(spanOn(line, { startsAt: at("01:00:00"), endsAt: at("07:00:00") })).toEqual({ from: 0, width: 25 });
  });

  it("shows nothing of what lies outside", () => {
    expect(spanOn(line, { startsAt: at("01:00:00"), endsAt: at("02:00:00") })).toBeUndefined();
    expect(spanOn(line, { startsAt: at("11:00:00"), endsAt: at("12:00:00") })).toBeUndefined();
  });
});

describe("moving by one place", () => {
  it.each([
    [0, 1, "bac"],
    [2, -1, "acb"],
    [0, -1, "abc"],
    [2, 1, "abc"],
    [-1, 1, "abc"],
  ] as const)("the thing at %i by %i", (place, by, order) => {
    expect(moved(Array.from("abc"), place, by).join("")).toBe(order);
  });
});
