import { findSpecies, formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { findWildlifePermit } from "./clear-species.server";

/** The protected species of a listing beside its shop's permit, as a reviewer reads them; undefined when it names none. */
export async function speciesFacts(db: Db, listingId: string, locale: Locale, now = clock()) {
  const species = await findSpecies(db, listingId);
  if (!species) return undefined;
  const { sellerId, cleared, ...facts } = species;
  const permit = await findWildlifePermit(db, sellerId, now);
  return {
    ...facts,
    cleared: cleared && { ...cleared, when: formatDay(dayInBaku(cleared.at), locale) },
    permitUntil: permit && formatDay(permit.expiresOn, locale),
  };
}
