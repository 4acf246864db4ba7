import { kilogramsOf, type RateRow, type RouteZone } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money, toDecimal } from "~/platform/money";
import { countryName } from "./format.server";
import { daysText } from "./offer-view.server";
import { referenceBook } from "./reference-book.server";

/** A zone in one line each: where to, how long, for how much. */
export function zoneLines(zone: RouteZone, lang: Locale): { countries: string; days: string; price: string } {
  const { compare } = new Intl.Collator(lang);
  return {
    countries: zone.countries
      .map((country) => countryName(country, lang))
      .toSorted(compare)
      .join(", "),
    days: daysText(zone, lang),
    price: priceLine(zone, lang),
  };
}

function priceLine({ rates, currency, freeOverMinor }: RouteZone, lang: Locale): string {
  const [first, last] = [rates[0], rates.at(-1)];
  if (!first || !last || currency === undefined) return m["catalog.route.ask"]();
  if (last.amountMinor === 0n) return m["catalog.route.free"]();
  const [from, until] = [first, last].map(({ amountMinor }) => formatMoney(money(amountMinor, currency), lang));
  const prices = from === until ? `${from}` : `${from}\u2060–\u2060${until}`;
  if (freeOverMinor === undefined) return prices;
  return m["catalog.route.freeOver"]({ prices, amount: formatMoney(money(freeOverMinor, currency), lang) });
}

/** A zone as its form is filled. */
export function zoneFields(
  { daysMin, daysMax, maximumGrams, freeOverMinor, rates, currency, countries }: RouteZone,
  lang: Locale,
) {
  const typed = (decimal: string) => (lang === "en" ? decimal : decimal.replace(".", ","));
  const isFreeFrom = freeOverMinor !== undefined && currency !== undefined;
  return {
    daysMin: String(daysMin),
    daysMax: String(daysMax),
    heaviest: maximumGrams === undefined ? undefined : typed(kilogramsOf(maximumGrams)),
    freeOver: isFreeFrom ? typed(toDecimal(money(freeOverMinor, currency))) : undefined,
    asksForFreight: rates.length === 0 ? "on" : undefined,
    countries,
    rows: rates.map(({ upToGrams, amountMinor }, at): RateRow => ({
      at,
      kilograms: typed(kilogramsOf(upToGrams)),
      price: currency === undefined ? "" : typed(toDecimal(money(amountMinor, currency))),
    })),
  };
}

/** Countries that goods may be sent to, by name; those that are reached otherwise are marked. */
export async function destinationChoices(
  db: Db,
  lang: Locale,
  taken: readonly string[],
): Promise<{ value: string; label: string; isTaken: boolean }[]> {
  const { destinations } = await referenceBook(db);
  const { compare } = new Intl.Collator(lang);
  return [...destinations.keys()]
    .map((value) => ({ value, label: countryName(value, lang), isTaken: taken.includes(value) }))
    .toSorted((a, b) => compare(a.label, b.label));
}
