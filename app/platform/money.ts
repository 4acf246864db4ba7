import { moneyFormat } from "./i18n/formatters";

/**
 * Money: an integer of minor units with an ISO 4217 currency, never a float.
 * `{ amountMinor: 1250n, currency: "EUR" }` is 12.50 EUR; `{ amountMinor: 1250n, currency: "JPY" }` is 1250 yen.
 */
export type Money = { amountMinor: bigint; currency: string };

/** ISO 4217 currencies whose minor unit is not a hundredth (ISO 4217:2015, table A.1). */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Digits after the decimal point of a currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

export function money(amountMinor: bigint, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`not an ISO 4217 code: ${currency}`);
  return { amountMinor, currency };
}

/** Decimal text of an amount, exact: 1250n EUR is "12.50". */
export function toDecimal({ amountMinor, currency }: Money): `${number}` {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0n ? "-" : "";
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  // The pieces are digits by construction, which the template type cannot know.
  return (digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`) as `${number}`;
}

/** Digits with or without a fraction: "1250", "12.5", "12,50". */
const PLAIN = /^(\d{1,15})(?:([.,])(\d+))?$/;
/**
 * Thousands in groups of exactly three, all divided by the same sign, and a fraction behind another one: "1.250,50" as in
 * Azerbaijan, "1 250,50" as in Russia, "1,250.50" as in Britain, "1’250.50" as in Switzerland.
 */
const GROUPED = /^([1-9]\d{0,2})(?:([., '])\d{3})(?:\2\d{3}){0,3}(?:(?!\2)([.,])(\d+))?$/;

/**
 * Reads an amount as people type it into minor units. Money misread is worse than money refused: what can be read in two ways
 * is refused. "1.250" and "1,250" are a thousand to one reader and one to another, unless the currency decides: one without
 * minor units has no fractions, and in one with three digits the point is how `toDecimal` writes them.
 *
 * @returns undefined when it is no amount, may be another one, or has more digits than the currency
 */
export function fromDecimal(text: string, currency: string): Money | undefined {
  const typed = text.trim().replaceAll(/\s/g, " ").replaceAll("’", "'");
  const digits = minorDigits(currency);
  const read = readPlain(typed, digits) ?? readGrouped(typed, digits);
  if (!read || read.fraction.length > digits) return undefined;
  return money(BigInt(`${read.whole}${read.fraction.padEnd(digits, "0")}`), currency);
}

type Digits = { whole: string; fraction: string };

function readPlain(typed: string, digits: number): Digits | undefined {
  const [, whole, sign, fraction = ""] = PLAIN.exec(typed) ?? [];
  if (whole === undefined) return undefined;
  // Three digits behind the only sign may be thousands; a sum that begins with nought has none.
  if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && !(digits === 3 && sign === ".")) return undefined;
  return { whole, fraction };
}

function readGrouped(typed: string, digits: number): Digits | undefined {
  const [, , sign = "", , fraction = ""] = GROUPED.exec(typed) ?? [];
  if (sign === "") return undefined;
  const groups = typed.split(sign);
  const isSure = groups.length > 2 || fraction !== "" || sign === " " || sign === "'" || digits === 0;
  if (!isSure) return undefined;
  const whole = groups.join("").slice(0, fraction === "" ? undefined : -fraction.length - 1);
  return { whole, fraction };
}

/**
 * Line price before tax and freight.
 *
 * @param unitPrice price of one unit
 * @param quantity whole units, at least 1
 * @throws RangeError when the quantity is not a positive whole number
 */
export function lineTotal(unitPrice: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`);
  return money(unitPrice.amountMinor * BigInt(quantity), unitPrice.currency);
}

/**
 * An amount in another currency, rounded half up to its minor unit. For showing only: what is charged is locked elsewhere.
 *
 * @param rates AZN millionths per one whole unit of a currency (1 EUR = 1.9748 AZN is 1974800n); AZN itself is 1000000n
 * @returns undefined when a rate is missing
 */
export function convert(amount: Money, currency: string, rates: RateTable): Money | undefined {
  if (amount.currency === currency) return amount;
  const from = rates.get(amount.currency);
  const to = rates.get(currency);
  if (from === undefined || to === undefined || to === 0n) return undefined;
  const numerator = amount.amountMinor * from * 10n ** BigInt(minorDigits(currency));
  const denominator = to * 10n ** BigInt(minorDigits(amount.currency));
  const half = numerator < 0n ? -(denominator / 2n) : denominator / 2n;
  return money((numerator + half) / denominator, currency);
}

/**
 * The lowest amount in `currency` that is worth at least `limit`, as `convert` rounds it: what a price limit in the
 * reader's currency means to prices in another one.
 *
 * @returns undefined when a rate is missing
 */
export function lowestAmountFrom(limit: Money, currency: string, rates: RateTable): bigint | undefined {
  if (currency === limit.currency) return limit.amountMinor;
  const ratio = ratioOf(currency, limit.currency, rates);
  return ratio && ceilingOf(limit.amountMinor * ratio.denominator - ratio.denominator / 2n, ratio.numerator);
}

/** The highest amount in `currency` that is worth at most `limit`, as `convert` rounds it. */
export function highestAmountWithin(limit: Money, currency: string, rates: RateTable): bigint | undefined {
  if (currency === limit.currency) return limit.amountMinor;
  const ratio = ratioOf(currency, limit.currency, rates);
  if (!ratio) return undefined;
  const { numerator, denominator } = ratio;
  return ceilingOf((limit.amountMinor + 1n) * denominator - denominator / 2n, numerator) - 1n;
}

/** Minor units of `to` for one minor unit of `from`, as a fraction; `convert` uses the same. */
function ratioOf(from: string, to: string, rates: RateTable): { numerator: bigint; denominator: bigint } | undefined {
  const fromRate = rates.get(from);
  const toRate = rates.get(to);
  if (fromRate === undefined || toRate === undefined || fromRate === 0n || toRate === 0n) return undefined;
  return {
    numerator: fromRate * 10n ** BigInt(minorDigits(to)),
    denominator: toRate * 10n ** BigInt(minorDigits(from)),
  };
}

function ceilingOf(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor > 0n ? quotient + 1n : quotient;
}

/** AZN millionths per one whole unit of a currency. */
export type RateTable = ReadonlyMap<string, bigint>;

/** Amount in the reader's locale, digits and symbol by `Intl` (CLDR); the number never goes through a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorDigits(amount.currency);
  const whole = amount.amountMinor % 10n ** BigInt(digits) === 0n;
  return moneyFormat(locale, { currency: amount.currency, least: whole ? 0 : digits, most: digits }).format(
    toDecimal(amount),
  );
}
