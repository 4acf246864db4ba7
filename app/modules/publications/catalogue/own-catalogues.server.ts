import { countryName } from "~/modules/catalog/index.server";
import { HOME_COUNTRY } from "~/modules/catalog";
import type { Db } from "~/platform/db/db.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { choiceInAddress, currencyOfCountry, type Reader } from "~/platform/i18n/reader";
import type { EditionState } from "../types";
import { openCatalogue } from "./open.server";

/** One of the catalogues that a shop has: in a language, for a country. */
export type OwnCatalogue = {
  lang: Locale;
  isHome: boolean;
  country: string;
  count: number;
  status: EditionState["status"];
  to: string | undefined;
  cur: string | undefined;
};

/** The country that export catalogues are made for where a seller has named none. */
const ABROAD = "DE";

/** The catalogues of a shop in every language, for home and for abroad; empty while the shop is not public. */
export async function listOwnCatalogues(
  db: Db,
  { sellerId, lang: own, origin }: { sellerId: string; lang: Locale; origin: string },
): Promise<{ slug: string | undefined; catalogues: OwnCatalogue[] }> {
  const address = await db
    .selectFrom("sellerSlugs")
    .innerJoin("sellers", "sellers.id", "sellerSlugs.sellerId")
    .where("sellers.status", "=", "approved")
    .where("sellerId", "=", sellerId)
    .where("isCurrent", "=", true)
    .select("slug")
    .executeTakeFirst();
  if (!address) return { slug: undefined, catalogues: [] };
  const readers = LOCALES.flatMap((lang) => [HOME_COUNTRY, ABROAD].map((country) => readerIn(lang, country)));
  const catalogues: OwnCatalogue[] = [];
  for (const reader of readers) {
    const of = { kind: "seller", slug: address.slug } as const;
    const page = await runWithLocale(reader.lang, () => openCatalogue(db, { of, reader, origin }));
    if (!page) continue;
    const { lang, destination, to, cur } = reader;
    const { count, edition } = page;
    const country = countryName(destination, own);
    catalogues.push({ lang, isHome: destination === HOME_COUNTRY, country, count, status: edition.status, to, cur });
  }
  return { slug: address.slug, catalogues };
}

function readerIn(lang: Locale, destination: string): Reader {
  const currency = currencyOfCountry(destination);
  return { lang, destination, currency, ...choiceInAddress(lang, { destination, currency }) };
}
