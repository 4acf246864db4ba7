import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  convert,
  formatMoney,
  fromDecimal,
  lineTotal,
  minorDigits,
  money,
  toDecimal,
  type RateTable,
} from "~/platform/money";

const RATES: RateTable = new Map([
  ["AZN", 1_000_000n],
  ["EUR", 1_974_800n],
  ["USD", 1_700_000n],
  ["JPY", 11_004n],
  ["KWD", 5_531_400n],
]);
const currency = fc.constantFrom("AZN", "EUR", "USD", "JPY", "KWD");
const amount = fc.bigInt(0n, 10n ** 14n);

describe("minor units", () => {
  it.each([
    ["EUR", 2],
    ["AZN", 2],
    ["JPY", 0],
    ["KRW", 0],
    ["KWD", 3],
    ["BHD", 3],
  ])("of %s have %i digits", (code, digits) => {
    expect(minorDigits(code)).toBe(digits);
  });

  it.each(["eur", "EURO", "", "E1R"])("need a currency code of ISO 4217: %s is none", (code) => {
    expect(() => money(1n, code)).toThrow(RangeError);
  });
});

describe("writing an amount as a decimal", () => {
  it.each([
    [1250n, "EUR", "12.50"],
    [5n, "EUR", "0.05"],
    [0n, "EUR", "0.00"],
    [-1250n, "EUR", "-12.50"],
    [-5n, "EUR", "-0.05"],
    [1250n, "JPY", "1250"],
    [0n, "JPY", "0"],
    [1250n, "KWD", "1.250"],
    [7n, "KWD", "0.007"],
    [90_071_992_547_409_93n, "EUR", "90071992547409.93"],
  ])("%i minor units of %s are %s", (minor, code, text) => {
    expect(toDecimal(money(minor, code))).toBe(text);
  });
});

describe("reading an amount", () => {
  it.each([
    ["12.5", "EUR", 1250n],
    ["12,50", "EUR", 1250n],
    [" 1 250,5 ", "EUR", 125_050n],
    ["1\u00a0250", "EUR", 125_000n],
    ["0", "EUR", 0n],
    ["1250", "JPY", 1250n],
    ["1.25", "KWD", 1250n],
    ["1.257", "KWD", 1257n],
    ["1.250,50", "EUR", 125_050n],
    ["1 250,50", "EUR", 125_050n],
    ["1,250.50", "EUR", 125_050n],
    ["1’250.5", "EUR", 125_050n],
    ["1'250", "EUR", 125_000n],
    ["1\u202f250,50", "EUR", 125_050n],
    ["1.250.000", "EUR", 125_000_000n],
    ["1,250,000", "EUR", 125_000_000n],
    ["12.345.678,9", "EUR", 1_234_567_890n],
    ["999.999.999.999.999,99", "EUR", 99_999_999_999_999_999n],
    ["1 250.257", "KWD", 1_250_257n],
    ["1.250,257", "KWD", 1_250_257n],
    ["0,257", "KWD", 257n],
    ["1,250", "JPY", 1250n],
    ["1.250", "JPY", 1250n],
  ])("takes %s %s", (text, code, minor) => {
    expect(fromDecimal(text, code)).toEqual({ amountMinor: minor, currency: code });
  });

  it.each([
    ["", "EUR"],
    ["-1", "EUR"],
    ["1.", "EUR"],
    [".5", "EUR"],
    ["1.234", "EUR"],
    ["1.5", "JPY"],
    ["1.2345", "KWD"],
    ["1e3", "EUR"],
    // Either a thousand or one, and who types it may mean the other.
    ["1.250", "EUR"],
    ["1,250", "EUR"],
    ["125.000", "AZN"],
    ["1,257", "KWD"],
    // No groups of three, or not all divided by one sign.
    ["12 50", "EUR"],
    ["1 2 3", "EUR"],
    ["1 25,50", "EUR"],
    ["12.50.00", "EUR"],
    ["1,25.50", "EUR"],
    ["1.250.50", "EUR"],
    ["1.250 000", "EUR"],
    ["1,250,00", "EUR"],
    ["1250,000.50", "EUR"],
    ["0.250,50", "EUR"],
    ["0.250", "EUR"],
    ["01 250", "EUR"],
    ["1  250", "EUR"],
    ["1,250.505", "EUR"],
    ["1,250.", "EUR"],
    ["1.250,5", "JPY"],
    ["1.234.567.890.123.456", "EUR"],
    ["12 €", "EUR"],
    ["Infinity", "EUR"],
    ["1".repeat(16), "EUR"],
  ])("refuses '%s' %s", (text, code) => {
    expect(fromDecimal(text, code)).toBeUndefined();
  });

  it("reads back every amount that was written", () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) => {
        expect(fromDecimal(toDecimal(money(minor, code)), code)).toEqual({ amountMinor: minor, currency: code });
      }),
    );
  });
});

describe("reading an amount with its thousands apart", () => {
  const MANNERS = [
    { group: ".", point: "," },
    { group: ",", point: "." },
    { group: " ", point: "," },
    { group: "\u00a0", point: "," },
    { group: "\u202f", point: "." },
    { group: "'", point: "." },
    { group: "’", point: "," },
  ] as const;
  /** From a thousand up: less has no groups. */
  const thousands = fc.bigInt({ min: 1_000n, max: 999_999_999_999_999n });
  const grouped = (whole: bigint, group: string) => whole.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, group);

  it("reads every manner back with its fraction", () => {
    fc.assert(
      fc.property(thousands, fc.nat(99), fc.constantFrom(...MANNERS), (whole, cents, { group, point }) => {
        const typed = `${grouped(whole, group)}${point}${cents.toString().padStart(2, "0")}`;
        expect(fromDecimal(typed, "EUR")?.amountMinor).toBe(whole * 100n + BigInt(cents));
      }),
    );
  });

  it("never reads what another manner would read as another amount", () => {
    const typed = fc.stringMatching(/^[0-9]{1,4}(?:[., '][0-9]{1,4}){0,3}$/);
    /** What a reader of one manner alone makes of it, with as many digits behind as she likes. */
    const readIn = (text: string, { group, point }: { group: string; point: string }) => {
      const [whole = "", fraction = "", ...more] = text.split(point);
      const groups = whole.split(group);
      const isOne =
        groups.length === 1 || (groups[0] !== "" && !whole.startsWith("0") && (groups[0] ?? "").length <= 3);
      const isGrouped = isOne && groups.slice(1).every((digits) => /^\d{3}$/.test(digits));
      return more.length === 0 && isGrouped && /^\d+$/.test(groups.join("")) && /^\d*$/.test(fraction)
        ? Number(`${groups.join("")}.${fraction || "0"}`)
        : undefined;
    };
    fc.assert(
      fc.property(typed, (text) => {
        const read = fromDecimal(text, "EUR");
        if (!read) return;
        const meant = MANNERS.flatMap((manner) => readIn(text, manner) ?? []);
        expect(new Set([Number(toDecimal(read)), ...meant]).size).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a line's total", () => {
  it("is the unit price times the quantity", () => {
    expect(lineTotal(money(1999n, "EUR"), 3)).toEqual({ amountMinor: 5997n, currency: "EUR" });
    expect(lineTotal(money(1999n, "JPY"), 3)).toEqual({ amountMinor: 5997n, currency: "JPY" });
  });

  it("is exact past what a float can hold", () => {
    expect(lineTotal(money(9_007_199_254_740_993n, "KWD"), 3).amountMinor).toBe(27_021_597_764_222_979n);
  });

  it("adds up when a line is split in two", () => {
    const quantity = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, quantity, quantity, (minor, one, other) => {
        const price = money(minor, "EUR");
        const apart = lineTotal(price, one).amountMinor + lineTotal(price, other).amountMinor;
        expect(lineTotal(price, one + other).amountMinor).toBe(apart);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses a quantity of %d", (quantity) => {
    expect(() => lineTotal(money(100n, "EUR"), quantity)).toThrow(RangeError);
  });
});

describe("an amount in another currency", () => {
  it.each([
    // 10.00 EUR = 19.748 AZN
    [1000n, "EUR", "AZN", 1975n],
    // 19.75 AZN = 10.0010… EUR
    [1975n, "AZN", "EUR", 1000n],
    // 10.00 EUR = 1794.62… JPY
    [1000n, "EUR", "JPY", 1795n],
    // 1000 JPY = 1.9894… KWD
    [1000n, "JPY", "KWD", 1989n],
    // 1.000 KWD = 502.67… JPY
    [1000n, "KWD", "JPY", 503n],
    [-1000n, "EUR", "AZN", -1975n],
  ])("%i minor units of %s in %s are %i", (minor, from, to, expected) => {
    expect(convert(money(minor, from), to, RATES)).toEqual({ amountMinor: expected, currency: to });
  });

  it("is rounded half up", () => {
    const rates: RateTable = new Map([
      ["AZN", 1_000_000n],
      ["EUR", 2_000_000n],
    ]);
    expect([1n, 2n, 3n].map((minor) => convert(money(minor, "AZN"), "EUR", rates)?.amountMinor)).toEqual([1n, 1n, 2n]);
  });

  it("is itself in its own currency, whatever the rates", () => {
    expect(convert(money(1250n, "GEL"), "GEL", RATES)).toEqual({ amountMinor: 1250n, currency: "GEL" });
  });

  it("is unknown without a rate", () => {
    expect(convert(money(1n, "EUR"), "GEL", RATES)).toBeUndefined();
    expect(convert(money(1n, "GEL"), "EUR", RATES)).toBeUndefined();
  });

  it("never grows smaller when the amount grows", () => {
    fc.assert(
      fc.property(amount, amount, currency, currency, (one, other, from, to) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        const inOther = (minor: bigint) => convert(money(minor, from), to, RATES)?.amountMinor ?? -1n;
        expect(inOther(less)).toBeLessThanOrEqual(inOther(more));
      }),
    );
  });

  it("is off by at most half a minor unit", () => {
    fc.assert(
      fc.property(amount, currency, currency, (minor, from, to) => {
        fc.pre(from !== to);
        const shown = convert(money(minor, from), to, RATES)?.amountMinor ?? -1n;
        const exact = minor * (RATES.get(from) ?? 0n) * 10n ** BigInt(minorDigits(to));
        const unit = (RATES.get(to) ?? 0n) * 10n ** BigInt(minorDigits(from));
        const off = shown * unit - exact;
        expect((off < 0n ? -off : off) * 2n).toBeLessThanOrEqual(unit);
      }),
    );
  });
});

describe("an amount on a page", () => {
  it.each([
    [1250n, "EUR", "en", "€12.50"],
    [1200n, "EUR", "en", "€12"],
    [1250n, "JPY", "en", "¥1,250"],
    [1250n, "KWD", "en", "KWD 1.250"],
    [1_999_900n, "AZN", "az", "19.999 ₼"],
    [125_050n, "EUR", "ru", "1 250,50 €"],
  ])("%i minor units of %s read in %s as %s", (minor, code, locale, text) => {
    expect(formatMoney(money(minor, code), locale).replaceAll(/[\u00a0\u202f]/g, " ")).toBe(text);
  });

  it("is exact past what a float can hold", () => {
    expect(formatMoney(money(9_007_199_254_740_993n, "JPY"), "en")).toBe("¥9,007,199,254,740,993");
  });
});
