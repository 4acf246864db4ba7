import { m } from "~/paraglide/messages.js";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { countryName } from "./format.server";
import { HOME_COUNTRY } from "./offer";
import { nameIn, type ReferenceBook } from "./reference-book.server";

type Book = Pick<ReferenceBook, "places" | "regions" | "destinations">;
type Reading = { locale: Locale; isBuyer: boolean };

/**
 * The named place of a delivery term in somebody's language. Shops write it once, in whatever language: wherever the buyer is,
 * and towns and countries that the site knows are translated, and every other name stays as it is written.
 *
 * @param isBuyer whether it is read by the buyer, to whom her address is her own
 */
export function incotermPlaceIn(place: string, book: Book, { locale, isBuyer }: Reading): string {
  if (isBuyersAddress(place)) {
    const say = isBuyer ? m["catalog.incoterm.buyersAddress"] : m["catalog.incoterm.addressOfBuyer"];
    return say({}, { locale });
  }
  return place
    .split(",")
    .map((part) => knownName(part.trim(), book, locale) ?? part.trim())
    .join(", ");
}

const small = (text: string) => text.trim().toLowerCase().replaceAll("’", "'");

/** The named place of a term that ends wherever the buyer is, as a form may have it; every other place is a name. */
function isBuyersAddress(place: string): boolean {
  const written = LOCALES.flatMap((locale) => [
    m["catalog.incoterm.buyersAddress"]({}, { locale }),
    m["catalog.incoterm.addressOfBuyer"]({}, { locale }),
  ]);
  return written.some((one) => small(one) === small(place));
}

type Named = (locale: Locale) => string | undefined;

/** A book is read anew now and then, and asked with every page of a listing: its names are put in order once. */
const namesIn = new WeakMap<Book, ReadonlyMap<string, Named>>();

function knownName(part: string, book: Book, locale: Locale): string | undefined {
  const known = namesIn.get(book) ?? readNames(book);
  namesIn.set(book, known);
  return known.get(small(part))?.(locale);
}

/** Towns before regions before countries: of what is called alike a parcel goes to the town. */
function readNames({ places, regions, destinations }: Book): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const add = (written: readonly (string | undefined)[], named: Named) => {
    for (const one of written) if (one && !names.has(small(one))) names.set(small(one), named);
  };
  for (const town of [...[...places.values()].map((place) => place.names), ...regions.values()]) {
    add(
      LOCALES.map((locale) => town[locale]),
      (locale) => nameIn(town, locale),
    );
  }
  for (const code of [HOME_COUNTRY, ...destinations.keys()]) {
    add(
      LOCALES.map((locale) => countryName(code, locale)),
      (locale) => countryName(code, locale),
    );
  }
  return names;
}
