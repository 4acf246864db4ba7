import { describe, expect, it } from "vitest";
import { afterClosure, awayOf, readyInDays } from "~/modules/catalog";
import { dayAfter } from "~/platform/calendar";

const closure = { fromOn: "2027-02-01", untilOn: "2027-02-13" };
const supply = { stockQuantity: 10, monthlyCapacity: 20, firstBatch: 0, leadTimeDays: 15, dispatchDays: 2 };

/** The day on which a quantity is ready, asked for on `today`. */
function readyOn(today: string, quantity: number): string | undefined {
  const days = readyInDays({ ...supply, away: awayOf(closure, today) }, quantity);
  return days === undefined ? undefined : dayAfter(today, days);
}

describe("a closed shop", () => {
  it.each(["2027-02-01", "2027-02-05", "2027-02-13"])("counts from the day it is back, seen on %s", (today) => {
    expect(readyOn(today, 5)).toBe("2027-02-16");
    expect(readyOn(today, 15)).toBe("2027-03-01");
    expect(readyOn(today, 40)).toBe("2027-03-31");
  });

  it("counts as ever on the day it is back", () => {
    expect(readyOn("2027-02-14", 5)).toBe("2027-02-16");
  });
});

describe("a shop that will be closed", () => {
  it("sends before the closing day what is ready by then", () => {
    expect(readyOn("2027-01-29", 5)).toBe("2027-01-31");
  });

  it("sends after the closure what would be ready on the closing day", () => {
    expect(readyOn("2027-01-30", 5)).toBe("2027-02-14");
  });

  it("adds the closure to what takes longer than until the closing day", () => {
    expect(readyOn("2027-01-20", 15)).toBe("2027-02-17");
  });

  it("says nothing of it before it is announced", () => {
    expect(awayOf(closure, "2027-01-17")).toBeUndefined();
    expect(awayOf(closure, "2027-01-18")).toEqual({ fromDays: 14, days: 13 });
  });

  it("still promises nothing beyond a year of capacity", () => {
    expect(readyOn("2027-02-05", 10_000)).toBeUndefined();
  });
});

it("is nothing for a shop without a closure, or with one that is over", () => {
  expect(awayOf(undefined, "2027-02-05")).toBeUndefined();
  expect(awayOf(null, "2027-02-05")).toBeUndefined();
  expect(awayOf(closure, "2027-02-14")).toBeUndefined();
  expect(afterClosure(7, undefined)).toBe(7);
});
