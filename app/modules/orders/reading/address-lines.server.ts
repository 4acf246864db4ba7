import { countryName } from "~/modules/catalog/index.server";
import type { Locale } from "~/platform/i18n/locales";
import type { OrderAddress } from "../types";

/** As it stands on a parcel; the country in the reader's words. */
export function addressLines(
  { recipient, line1, line2, city, region, postalCode, country }: OrderAddress,
  lang: Locale,
): string[] {
  const town = [postalCode, city].filter(Boolean).join(" ");
  return [recipient, line1, line2, town, region, countryName(country, lang)].flatMap((line) => line || []);
}
