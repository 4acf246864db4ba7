import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankBatch } from "~/modules/payments/payouts/bank-batch.server";
import { isWorkingDay, workingDayFrom } from "~/platform/bank/working-day";
import { dayAfter, daysBetween } from "~/platform/calendar";

describe("the working day from a day on", () => {
  it.each([
    ["a Friday", "2026-11-27", "2026-11-27"],
    ["a Saturday", "2026-11-28", "2026-11-30"],
    ["a Sunday", "2026-11-29", "2026-11-30"],
    ["New Year's Eve, a Thursday before two holidays and a weekend", "2026-12-31", "2027-01-04"],
    ["the day of mourning", "2027-01-20", "2027-01-21"],
    ["Women's Day", "2027-03-08", "2027-03-09"],
    ["Novruz, which a weekend begins", "2027-03-20", "2027-03-25"],
    ["Victory Day and the Flag's", "2027-11-08", "2027-11-10"],
    ["a holiday on a Friday", "2027-05-28", "2027-05-31"],
    ["the last of February in a leap year", "2028-02-29", "2028-02-29"],
  ])("is, for %s, %s: %s", (_what, day, working) => {
    expect(workingDayFrom(day)).toBe(working);
  });

  it("is the first one, never before the day, and within ten days", () => {
    fc.assert(
      fc.property(fc.nat(20_000), (days) => {
        const day = dayAfter("2020-01-01", days);
        const found = workingDayFrom(day);
        const waits = daysBetween(day, found);
        expect(isWorkingDay(found) && waits >= 0 && waits <= 10).toBe(true);
        for (let passed = 0; passed < waits; passed += 1) expect(isWorkingDay(dayAfter(day, passed))).toBe(false);
      }),
    );
  });
});

it.each([
  // In Baku it is Saturday already.
  ["2026-11-27T21:00:00Z", "2026-11-30"],
  ["2026-11-29T21:00:00Z", "2026-11-30"],
  ["2026-11-27T09:00:00Z", "2026-11-27"],
])("A batch that is approved at %s asks the bank to pay on %s", async (approvedAt, day) => {
  const bank = bankBatch({ name: "Federasiya", iban: "AZ21NABZ00000000137010001944", bic: "NABZAZ2X" });
  const payout = {
    endToEndId: "KP-1-1",
    amountMinor: 100n,
    iban: "AZ21NABZ00000000137010001944",
    creditorName: "Atelye",
    creditorTown: "Baku",
    creditorCountry: "AZ",
  };
  const batch = { reference: "KP-1", currency: "AZN", approvedAt: new Date(approvedAt), payouts: [payout] };
  const { file } = await bank.send(batch);
  expect(file?.content.toString("utf8")).toMatch(new RegExp(`<ReqdExctnDt>\\s*<Dt>${day}</Dt>`));
});
