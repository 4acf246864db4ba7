import fc from "fast-check";
import { expect, it } from "vitest";
import { convert, highestAmountWithin, lowestAmountFrom, money } from "~/platform/money";

const CURRENCIES = ["AZN", "EUR", "JPY", "KWD", "RUB"] as const;
const amount = fc.bigInt(0n, 10n ** 9n);
const rate = fc.bigInt(1n, 10n ** 8n);

it("a limit in another currency lets through exactly the prices whose converted amount is within it", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CURRENCIES),
      fc.constantFrom(...CURRENCIES),
      fc.tuple(rate, rate, rate, rate),
      amount,
      amount,
      (from, to, [eur, jpy, kwd, rub], limitMinor, other) => {
        const rates = new Map([
          ["AZN", 1_000_000n],
          ["EUR", eur],
          ["JPY", jpy],
          ["KWD", kwd],
          ["RUB", rub],
        ] as const);
        const limit = money(limitMinor, to);
        const lowest = lowestAmountFrom(limit, from, rates) ?? -1n;
        const highest = highestAmountWithin(limit, from, rates) ?? -1n;
        for (const minor of [other, lowest - 1n, lowest, highest, highest + 1n].filter((each) => each >= 0n)) {
          const shown = convert(money(minor, from), to, rates)?.amountMinor ?? -1n;
          expect(minor >= lowest).toBe(shown >= limitMinor);
          expect(minor <= highest).toBe(shown <= limitMinor);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it("knows no limit without a rate", () => {
  expect(lowestAmountFrom(money(1n, "EUR"), "AZN", new Map())).toBeUndefined();
  expect(highestAmountWithin(money(1n, "EUR"), "AZN", new Map())).toBeUndefined();
});
