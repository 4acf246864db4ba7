/**
 * `Intl` objects are slow to make (a date format half a millisecond, of which a page of cards would make dozens) and quick
 * to use, so one is kept per language and purpose. Languages, currencies and purposes are few.
 */
function kept<Formatter, Options>(
  make: (locale: string, options: Options) => Formatter,
  keyOf: (options: Options) => string = JSON.stringify,
) {
  const made = new Map<string, Formatter>();
  return (locale: string, options: Options): Formatter => {
    const key = `${locale} ${keyOf(options)}`;
    const found = made.get(key) ?? make(locale, options);
    made.set(key, found);
    return found;
  };
}

type MoneyDigits = { currency: string; least: number; most: number };

/** Amounts stand by the hundred on a page: what tells their formats apart costs less to write than all the options. */
export const moneyFormat = kept(
  (locale, { currency, least, most }: MoneyDigits) =>
    new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    }),
  ({ currency, least, most }) => `${currency} ${least} ${most}`,
);

export const numberFormat = kept((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** Basis points as people write them: 750 is `7.5%`. */
export function percentOf(basisPoints: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}

/** Writes moments and days for one language and purpose. */
export type DateFormat = { format: (date: Date) => string };

/**
 * English is read in Hamburg and Tbilisi: days come before months, as everywhere but in America. A Russian year goes
 * without its "г.", whose full stop would meet that of the sentence.
 */
export const dateFormat = kept((locale, options: Intl.DateTimeFormatOptions): DateFormat => {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);
  if (locale !== "ru") return format;
  return { format: (date) => format.format(date).replace(/\sг\./u, "") };
});

const displayNames = kept((locale, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale, options));

type Named = "region" | "language";

/** Where people say another name than the Unicode tables: nobody in Baku calls Britain "Birləşmiş Krallıq". */
const EVERYDAY_NAMES: Readonly<Record<string, string>> = { "az region GB": "Böyük Britaniya", "ru region US": "США" };

/** Names that were looked up already: even a kept `Intl.DisplayNames` searches its tables each time. */
const names = new Map<string, string>();

/** What a country or a language is called in a language; the code itself when nobody named it. */
export function displayName(type: Named, code: string, locale: string): string {
  const key = `${locale} ${type} ${code}`;
  const found = names.get(key) ?? EVERYDAY_NAMES[key] ?? displayNames(locale, { type }).of(code) ?? code;
  if (names.size < MOST_NAMES) names.set(key, found);
  return found;
}

/** Codes come from addresses, too: what strangers make up must not fill the memory. */
const MOST_NAMES = 5_000;
