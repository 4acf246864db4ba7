import { convert, formatMoney, minorDigits, money, type Money, type RateTable } from "~/platform/money";
import { dateFormat, displayName, numberFormat } from "~/platform/i18n/formatters";
import type { Reader } from "~/platform/i18n/reader";
import { m } from "~/paraglide/messages.js";
import type { PriceText } from "./views";

/** Rates of one day, as the Central Bank quoted them. */
export type DayRates = { rates: RateTable; quotedOn: string; source: string };

/** A calendar day in words, "14 January 2027". */
export function formatDay(day: string, locale: string): string {
  return dateFormat(locale, DAY).format(new Date(`${day}T00:00:00Z`));
}

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };

export function formatNumber(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}

export function countryName(country: string, locale: string): string {
  return displayName("region", country, locale);
}

export function languageName(language: string, locale: string): string {
  return displayName("language", language, locale);
}

/** A price in its own currency and, when that is not the reader's, about how much it is in theirs. */
export function priceText(amount: Money, reader: Reader, { rates }: DayRates): PriceText {
  const other = amount.currency === reader.currency ? undefined : convert(amount, reader.currency, rates);
  return {
    text: formatMoney(amount, reader.lang),
    approximate: other && m["catalog.approximately"]({ amount: formatMoney(roundForReading(other), reader.lang) }),
  };
}

/** An approximate amount needs no cents from ten whole units on: they would pretend to be exact. */
function roundForReading(amount: Money): Money {
  const unit = 10n ** BigInt(minorDigits(amount.currency));
  if (amount.amountMinor < 10n * unit) return amount;
  return money(((amount.amountMinor + unit / 2n) / unit) * unit, amount.currency);
}

/** "1 EUR = 1.9748 AZN, Central Bank, 20 November 2026", or undefined when the price needs no conversion. */
export function rateNote(currency: string, reader: Reader, { rates, quotedOn }: DayRates): string | undefined {
  if (currency === reader.currency) return undefined;
  const from = rates.get(currency);
  const to = rates.get(reader.currency);
  if (from === undefined || to === undefined) return undefined;
  const rate = numberFormat(reader.lang, { maximumSignificantDigits: 5 }).format(Number(from) / Number(to));
  return m["catalog.rateNote"]({ from: currency, rate, to: reader.currency, day: formatDay(quotedOn, reader.lang) });
}
