import { describe, expect, it } from "vitest";
import { needsExportCertificate } from "~/modules/catalog";
import {
  commissionFor,
  isOldForThePost,
  isOverHundredYears,
  latestMadeYear,
  stopsOf,
} from "~/modules/catalog/restrictions";
import { snapshotOf } from "~/modules/catalog/snapshot";
import { aWorkingListing } from "~tests/support/working-listing";

const NOW = new Date("2026-11-27T12:00:00Z");
/** Twenty to midnight in UTC is the next year in Baku already. */
const NEW_YEAR_IN_BAKU = new Date("2026-12-31T23:40:00Z");

describe("the age of a thing", () => {
  it.each([
    [1925, true],
    [1926, false],
    [2026, false],
    [null, false],
    [undefined, false],
  ])("made in %s is over a hundred years in 2026: %s", (madeYear, isOver) => {
    expect(isOverHundredYears(madeYear, NOW)).toBe(isOver);
  });

  it("is that of the year in Baku", () => {
    expect(isOverHundredYears(1926, NEW_YEAR_IN_BAKU)).toBe(true);
    expect(latestMadeYear(NEW_YEAR_IN_BAKU)).toBe(2027);
  });

  it.each([
    [1964, true],
    [1965, false],
    [null, false],
  ])("made in %s is old for the post: %s", (madeYear, isOld) => {
    expect(isOldForThePost(madeYear)).toBe(isOld);
    expect(snapshotOf(aWorkingListing({ listing: { madeYear } })).needsCulturalCheck).toBe(isOld);
  });
});

describe("what stops a listing", () => {
  it("is its age, and a species that nobody has cleared", () => {
    expect(stopsOf({ madeYear: 1900, isSpeciesStopped: true }, NOW)).toEqual(["over-hundred-years", "species-stopped"]);
    expect(stopsOf({ madeYear: 1990, isSpeciesStopped: false }, NOW)).toEqual([]);
  });
});

describe("a certificate", () => {
  it.each([
    ["570110", "carpets"],
    ["580500", "carpets"],
    ["620690", "carpets"],
    ["970121", "art"],
    ["920290", "instruments"],
    ["490199", "books"],
    ["691200", "ministry"],
    [null, "ministry"],
  ])("for %s is asked of: %s", (hsCode, commission) => {
    expect(commissionFor(hsCode)).toBe(commission);
  });

  it.each([
    ["good", true, "DE", true],
    ["good", true, "AZ", false],
    ["good", false, "DE", false],
    ["service", true, "DE", false],
  ] as const)("before shipping a %s under permit (%s) to %s: %s", (kind, needsCulturalCheck, to, isNeeded) => {
    expect(needsExportCertificate({ kind, needsCulturalCheck }, to)).toBe(isNeeded);
  });
});
