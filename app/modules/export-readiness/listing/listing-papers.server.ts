import { commissionFor, HOME_COUNTRY, type Commission, type ListingSnapshot } from "~/modules/catalog";
import { countryName, referenceBook } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { LeavingRoute, ListingPapers } from "../markets/market-types";
import { paperView } from "../markets/paper-view.server";
import { saidIn } from "../markets/rule-words.server";
import { readinessReference, type ReadinessReference, type WordedRule } from "../reference.server";
import { rulesOfListing } from "./listing-rules";

/** The rule of Azerbaijan's own border for what may be national cultural property. */
const LEAVING_RULE = "ALL-G4";

const BODIES: Readonly<Record<Commission, () => string>> = {
  carpets: m["passports.leaving.carpet"],
  instruments: m["passports.leaving.music"],
  books: m["passports.leaving.library"],
  art: m["passports.leaving.art"],
  ministry: m["passports.leaving.ministry"],
};

/**
 * What one listing needs on its way to a country, in the reader's words: papers and labels by its own tariff code and
 * materials, whatever its seller has of them. Nothing at home, and nothing of what is not offered abroad. The reference is
 * kept in the process: no statement of its own.
 */
export async function listingPapers(
  db: Db,
  snapshot: ListingSnapshot,
  { destination, lang }: { destination: string; lang: Locale },
): Promise<ListingPapers | undefined> {
  if (destination === HOME_COUNTRY || !snapshot.isOpenToExport) return undefined;
  const [reference, book] = await Promise.all([readinessReference(db), referenceBook(db)]);
  const concerning = rulesOfListing(snapshot, book.destinations.get(destination), reference);
  const leaving = concerning.find(({ id }) => id === LEAVING_RULE);
  const papers = concerning.flatMap((rule) => (rule.paper ? [paperView(rule, rule.paper, reference, lang)] : []));
  if (papers.length === 0) return undefined;
  return {
    country: countryName(destination, lang),
    papers,
    leaving: leaving && leavingRoute(leaving, snapshot, { reference, lang }),
  };
}

function leavingRoute(
  rule: WordedRule,
  { hsCode }: ListingSnapshot,
  { reference, lang }: { reference: ReadinessReference; lang: Locale },
): LeavingRoute {
  return {
    body: BODIES[commissionFor(hsCode)](),
    who: m["passports.leaving.who"](),
    howLong: m["passports.leaving.howLong"](),
    ...saidIn(rule, reference.model, lang),
  };
}
