import { describe, expect, it } from "vitest";
import { afterWorkingDays, lacksReason } from "~/modules/reviews/rules";

describe("two working days", () => {
  it.each([
    ["Monday", "2026-11-23T08:00:00Z", "2026-11-25T08:00:00Z"],
    ["Thursday", "2026-11-26T14:11:00Z", "2026-11-30T14:11:00Z"],
    ["Friday", "2026-11-27T08:00:00Z", "2026-12-01T08:00:00Z"],
    ["Saturday", "2026-11-28T08:00:00Z", "2026-12-01T08:00:00Z"],
    ["Sunday, which in Baku has begun already", "2026-11-28T21:00:00Z", "2026-11-30T21:00:00Z"],
  ])("from %s on", (_day, from, until) => {
    expect(afterWorkingDays(new Date(from), 2)).toEqual(new Date(until));
  });
});

describe("a decision without a word", () => {
  const reason = { field: "story", code: "unclear" };

  it.each([
    ["approved", [], undefined, false],
    ["changes_requested", [], "  ", true],
    ["rejected", [], undefined, true],
    ["changes_requested", [reason], undefined, false],
    ["rejected", [], "No.", false],
  ] as const)("%s with %j and %j", (decision, reasons, note, lacks) => {
    expect(lacksReason(decision, reasons, note)).toBe(lacks);
  });
});
