import { minorDigits, money, toDecimal, type Money } from "~/platform/money";
import {
  LARGEST_CHARGE,
  SMALLEST_CHARGE,
  STRIPE_CURRENCIES,
  THREE_DECIMAL,
  WHOLE_AS_HUNDREDTHS,
  ZERO_DECIMAL,
} from "./currencies";

/** Digits that Stripe's amount has after the decimal point, which are not always those of ISO 4217. */
function stripeDigits(currency: string): number {
  if (ZERO_DECIMAL.includes(currency)) return 0;
  return WHOLE_AS_HUNDREDTHS.includes(currency) ? 2 : minorDigits(currency);
}

/** What an amount must be a whole multiple of, in our minor units: 100 for MGA, 10 for KWD, 1 for most. */
export function chargeStep(currency: string): bigint {
  if (THREE_DECIMAL.includes(currency)) return 10n;
  const more = minorDigits(currency) - stripeDigits(currency);
  return more > 0 ? 10n ** BigInt(more) : 1n;
}

/**
 * The integer that Stripe wants for an amount: 1250 for 12.50 EUR, 500 for 500 JPY, 500 for 5 ISK, 5120 for 5.120 KWD.
 *
 * @throws RangeError when Stripe cannot charge exactly this, or not in this currency. It is not rounded here: another sum
 *   than the one that the order and the ledger bear would be taken.
 */
export function toStripeAmount(amount: Money): number {
  const { amountMinor, currency } = amount;
  if (!STRIPE_CURRENCIES.includes(currency)) throw new RangeError(`Stripe takes no payments in ${currency}`);
  const step = chargeStep(currency);
  if (amountMinor % step !== 0n) {
    const steps = toDecimal(money(step, currency));
    throw new RangeError(`${toDecimal(amount)} ${currency} cannot be charged exactly: Stripe takes steps of ${steps}`);
  }
  const digits = stripeDigits(currency) - minorDigits(currency);
  const sent = digits >= 0 ? amountMinor * 10n ** BigInt(digits) : amountMinor / 10n ** BigInt(-digits);
  const number = Number(sent);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${toDecimal(amount)} ${currency} is too much for Stripe`);
  return number;
}

/**
 * What a Stripe amount is in our minor units.
 *
 * @param currency as Stripe writes it, `eur`
 * @throws RangeError when it is no integer, or finer than the currency's minor unit
 */
export function fromStripeAmount(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount of Stripe: ${amount}`);
  const digits = stripeDigits(code) - minorDigits(code);
  if (digits <= 0) return money(BigInt(amount) * 10n ** BigInt(-digits), code);
  const divisor = 10n ** BigInt(digits);
  if (BigInt(amount) % divisor !== 0n) throw new RangeError(`${amount} ${code} of Stripe is finer than ${code} is`);
  return money(BigInt(amount) / divisor, code);
}

/** The lowest amount from this one on that Stripe can charge exactly: 5.124 KWD becomes 5.130, 12.01 MGA becomes 13.00. */
export function roundUpToChargeable({ amountMinor, currency }: Money): Money {
  const step = chargeStep(currency);
  const over = ((amountMinor % step) + step) % step;
  return money(over === 0n ? amountMinor : amountMinor - over + step, currency);
}

/** The smallest charge that Stripe documents for a currency; undefined when it depends on the day's rate. */
export function smallestCharge(currency: string): Money | undefined {
  const amount = SMALLEST_CHARGE[currency];
  return amount === undefined ? undefined : fromStripeAmount(amount, currency);
}

export type ChargeObstacle = "currency-not-taken" | "not-in-steps" | "below-smallest" | "above-largest";

/** First reason why Stripe could not charge this amount, or undefined when it can. */
export function whyNotChargeable(amount: Money): ChargeObstacle | undefined {
  const { amountMinor, currency } = amount;
  if (!STRIPE_CURRENCIES.includes(currency)) return "currency-not-taken";
  if (amountMinor % chargeStep(currency) !== 0n) return "not-in-steps";
  const smallest = smallestCharge(currency)?.amountMinor ?? 1n;
  if (amountMinor < smallest) return "below-smallest";
  return amountMinor > fromStripeAmount(largestIn(currency), currency).amountMinor ? "above-largest" : undefined;
}

function largestIn(currency: string): number {
  if (WHOLE_AS_HUNDREDTHS.includes(currency)) return LARGEST_CHARGE - 99;
  return THREE_DECIMAL.includes(currency) ? LARGEST_CHARGE - 9 : LARGEST_CHARGE;
}
