import { describe, expect, it } from "vitest";
import { backOn, isAnnounced, isClosedOn } from "~/modules/sellers";
import { whyNotClose } from "~/modules/sellers/closure";
import { dayInBaku } from "~/platform/calendar";

const closure = { fromOn: "2027-02-01", untilOn: "2027-02-13" };

describe("a closure", () => {
  it.each([
    ["2027-01-17", false],
    ["2027-01-18", true],
    ["2027-02-01", true],
    ["2027-02-13", true],
    ["2027-02-14", false],
  ])("is told to buyers on %s: %s", (today, expected) => {
    expect(isAnnounced(closure, today)).toBe(expected);
  });

  it.each([
    ["2027-01-31", false],
    ["2027-02-01", true],
    ["2027-02-13", true],
    ["2027-02-14", false],
  ])("lasts on %s: %s", (day, expected) => {
    expect(isClosedOn(closure, day)).toBe(expected);
  });

  it("ends the day before the shop is back, also where a month ends", () => {
    expect(backOn(closure)).toBe("2027-02-14");
    expect(backOn({ fromOn: "2027-02-20", untilOn: "2027-02-28" })).toBe("2027-03-01");
  });

  it.each([
    [{ fromOn: "2027-02-02", untilOn: "2027-02-01" }, "until-before-from"],
    [{ fromOn: "2027-02-01", untilOn: "2028-02-02" }, "too-long"],
    [{ fromOn: "2027-01-01", untilOn: "2027-01-14" }, "over-already"],
    [{ fromOn: "2027-01-01", untilOn: "2027-01-15" }, undefined],
    [{ fromOn: "2027-02-01", untilOn: "2028-02-01" }, undefined],
  ])("%j is refused as %s on 15 January", (given, expected) => {
    expect(whyNotClose(given, "2027-01-15")).toBe(expected);
  });
});

describe("today", () => {
  it.each([
    ["2027-01-31T19:59:59Z", "2027-01-31"],
    ["2027-01-31T20:00:00Z", "2027-02-01"],
  ])("at %s is %s in Baku", (instant, day) => {
    expect(dayInBaku(new Date(instant))).toBe(day);
  });
});
