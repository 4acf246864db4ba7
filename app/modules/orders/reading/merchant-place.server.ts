import { countryName } from "~/modules/catalog/index.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Merchant } from "../types";

/** Where a merchant is established, its country in the reader's language; an address is written as its own post reads it. */
export function merchantPlace({ address, country }: Pick<Merchant, "address" | "country">, lang: Locale): string {
  const named = countryName(country, lang);
  return address === undefined ? named : `${address}, ${named}`;
}
