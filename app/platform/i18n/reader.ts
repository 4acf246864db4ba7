import { localeOfUrl, type Locale } from "./locales";

/** Who reads, as the URL alone says it: what a shared cache may keep depends on nothing else. */
export type Reader = {
  lang: Locale;
  /** Country that goods should reach, ISO 3166-1 alpha-2. */
  destination: string;
  /** Currency that prices are also shown in, ISO 4217. */
  currency: string;
  /** The parts of the choice that differ from the language's own, for links. */
  to: string | undefined;
  cur: string | undefined;
};

/**
 * What a page shows when the URL names no destination. Readers of English are taken to be abroad, in the country that
 * most export prices are made for; readers of Azerbaijani and Russian to be at home.
 */
export const DEFAULT_DESTINATION: Readonly<Record<Locale, string>> = { az: "AZ", en: "DE", ru: "AZ" };

/** Currencies that a reader may choose; the Central Bank quotes each of them. */
export const READER_CURRENCIES = ["AZN", "EUR", "USD", "GBP", "TRY", "RUB", "KZT", "GEL", "AED", "CNY", "JPY"] as const;

const EURO_COUNTRIES = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");
const CURRENCY_OF_COUNTRY: Readonly<Record<string, string>> = {
  AZ: "AZN",
  GB: "GBP",
  TR: "TRY",
  RU: "RUB",
  KZ: "KZT",
  GE: "GEL",
  AE: "AED",
  CN: "CNY",
  JP: "JPY",
};

/** The currency that a reader in a country most likely thinks in, among those offered. */
export function currencyOfCountry(country: string): string {
  return EURO_COUNTRIES.includes(country) ? "EUR" : (CURRENCY_OF_COUNTRY[country] ?? "USD");
}

/** What a choice adds to an address: only what the language, and then the country, do not give by themselves. */
export function choiceInAddress(
  lang: Locale,
  {
    destination = DEFAULT_DESTINATION[lang],
    currency,
  }: { destination?: string | undefined; currency?: string | undefined },
): Pick<Reader, "to" | "cur"> {
  return {
    to: destination === DEFAULT_DESTINATION[lang] ? undefined : destination,
    cur: currency === currencyOfCountry(destination) ? undefined : currency,
  };
}

/**
 * The query of a page in another language for the same reader: where goods should go and the currency do not change with
 * the language, though the URL names them only where the language does not give them by itself.
 */
export function carriedOver(
  { destination, currency }: Pick<Reader, "destination" | "currency">,
  search: string,
  lang: Locale,
): string {
  const query = new URLSearchParams(search);
  if (destination === DEFAULT_DESTINATION[lang]) query.delete("to");
  else query.set("to", destination);
  if (currency === currencyOfCountry(destination)) query.delete("cur");
  else query.set("cur", currency);
  return query.size > 0 ? `?${query.toString()}` : "";
}

/**
 * Reads language, destination and currency from a URL. Unknown values give the default rather than an error.
 *
 * @param isDestination whether goods may be sent to a country
 */
export function readerOf(url: URL, isDestination: (country: string) => boolean): Reader {
  const lang = localeOfUrl(url);
  const wanted = url.searchParams.get("to")?.toUpperCase();
  const destination = wanted && isDestination(wanted) ? wanted : DEFAULT_DESTINATION[lang];
  const own = currencyOfCountry(destination);
  const asked = url.searchParams.get("cur")?.toUpperCase();
  const currency = READER_CURRENCIES.find((code) => code === asked) ?? own;
  return {
    lang,
    destination,
    currency,
    to: destination === DEFAULT_DESTINATION[lang] ? undefined : destination,
    cur: currency === own ? undefined : currency,
  };
}
