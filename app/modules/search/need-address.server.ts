import { countryName, referenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { readNeed, type NamedCountry } from "./need-in-words";

const DAY_MS = 86_400_000;

let named: { of: ReadonlyMap<string, unknown>; countries: NamedCountry[] } | undefined;

/**
 * The address of a search whose text tells a need in words, with number, day and country as filters that the reader
 * sees and can let go; undefined when the text only names a thing.
 */
export async function needAddress(db: Db, url: URL, reader: Reader, now: Date): Promise<string | undefined> {
  const text = url.searchParams.get("q") ?? "";
  // Nearly every search ends here: a need has at least two words.
  if (!/\S\s+\S/u.test(text)) return undefined;
  const { destinations } = await referenceBook(db);
  const need = readNeed(text, countriesOf(destinations));
  if (!need) return undefined;
  const params = new URLSearchParams(url.searchParams);
  params.set("q", need.text);
  params.delete("page");
  if (need.quantity !== undefined) params.set("qty", String(need.quantity));
  if (need.withinDays !== undefined) {
    params.set("by", new Date(now.getTime() + need.withinDays * DAY_MS).toISOString().slice(0, 10));
  }
  if (need.destination !== undefined) {
    params.set("here", "1");
    // The currency was that of the country before, unless the reader chose one.
    if (need.destination !== reader.destination) params.set("to", need.destination);
  }
  return `${url.pathname}?${params.toString()}`;
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
