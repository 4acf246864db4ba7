import { countryName, referenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { addressOfNeed, readNeed, type NamedCountry } from "./need-in-words";
import { cleanText } from "./search-url";

let named: { of: ReadonlyMap<string, unknown>; countries: NamedCountry[] } | undefined;

/**
 * The address of a search whose text tells a need in words, with number, day, country and price as filters that the
 * reader sees and can let go; undefined when the text only names a thing.
 */
export async function needAddress(db: Db, url: URL, reader: Reader, now: Date): Promise<string | undefined> {
  const text = cleanText(url.searchParams.get("q") ?? "");
  // Nearly every search ends here: a need has at least two words.
  if (!/\S\s+\S/u.test(text)) return undefined;
  const { destinations } = await referenceBook(db);
  const need = readNeed(text, countriesOf(destinations), now);
  return need && addressOfNeed(url, need, reader, (country) => destinations.has(country));
}

function countriesOf(destinations: ReadonlyMap<string, unknown>): NamedCountry[] {
  if (named?.of !== destinations) {
    const nameOf = (country: string) => ({
      country,
      az: countryName(country, "az"),
      en: countryName(country, "en"),
      ru: countryName(country, "ru"),
    });
    named = { of: destinations, countries: [...destinations.keys()].map(nameOf) };
  }
  return named.countries;
}
