import { describe, expect, it } from "vitest";
import { LISTING_STATUSES } from "~/modules/catalog";
import { canDo, canEditListing, LISTING_DEEDS } from "~/modules/catalog/working/listing-states";

const SINCE = new Date("2026-11-24T08:00:00Z");

/** What DESIGN.md §6 lets a seller do, by status and by whether a version waits for the Federation. */
const ALLOWED = [
  ["draft", "rests", ["edit", "submit", "archive"]],
  ["in_review", "waits", ["withdraw"]],
  ["changes_requested", "rests", ["edit", "submit", "archive"]],
  ["published", "rests", ["edit", "submit", "pause", "archive"]],
  ["published", "waits", ["withdraw", "pause"]],
  ["paused", "rests", ["edit", "submit", "resume", "archive"]],
  ["paused", "waits", ["withdraw", "resume"]],
  ["archived", "rests", ["restore"]],
] as const;

describe("a listing", () => {
  it("has each of its statuses in the table", () => {
    expect([...new Set(ALLOWED.map(([status]) => status))].toSorted()).toEqual([...LISTING_STATUSES].toSorted());
  });

  const cases = ALLOWED.flatMap(([status, waiting, allowed]) =>
    LISTING_DEEDS.map((deed) => {
      const isAllowed = allowed.some((one) => one === deed);
      return { status, waiting, deed, isAllowed, answer: isAllowed ? "may" : "may not" };
    }),
  );
  it.each(cases)("$status that $waiting $answer $deed", ({ status, waiting, deed, isAllowed }) => {
    const submittedAt = waiting === "waits" ? SINCE : undefined;
    expect(canDo(deed, { status, submittedAt })).toBe(isAllowed);
  });

  it.each(ALLOWED)("%s that %s is written on when the table says so: %j", (status, waiting, allowed) => {
    const submittedAt = waiting === "waits" ? SINCE : undefined;
    expect(canEditListing({ status, submittedAt })).toBe(allowed.some((one) => one === "edit"));
  });
});
