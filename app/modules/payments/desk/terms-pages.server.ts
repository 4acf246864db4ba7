import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { listHolds } from "../holds/holds.server";
import { percentOf } from "~/platform/i18n/formatters";
import { findSellerTerms, listPlatformTerms } from "../terms/set-terms.server";
import { countShopsOfLevel } from "../terms/shops-of-level.server";
import type { Terms } from "../types";
import { holdView } from "./hold-view.server";

/** Terms as their form is filled, in per cent. */
function typedOf({ commissionBasisPoints, holdDays, depositReleaseBasisPoints }: Terms) {
  return {
    commission: String(commissionBasisPoints / 100),
    holdDays: String(holdDays),
    depositShare: String(depositReleaseBasisPoints / 100),
  };
}

/** What the treasurer sees of the terms under which a seller is paid, and of what holds her money. */
export async function sellerTermsPage(db: Db, sellerId: string, lang: Locale, now = clock()) {
  const [terms, holds] = await Promise.all([findSellerTerms(db, sellerId), listHolds(db, sellerId, now)]);
  return {
    revision: terms.revision,
    stored: typedOf(terms),
    holds: holds.map((hold) => ({ holdId: hold.holdId, ...holdView(hold, lang) })),
  };
}

/** The Federation's own terms by level, written out. */
export async function platformTermsPage(db: Db, lang: Locale) {
  const terms = await listPlatformTerms(db);
  return terms.map(({ level, commissionBasisPoints, holdDays, depositReleaseBasisPoints }) => ({
    level,
    commission: percentOf(commissionBasisPoints, lang),
    holdDays,
    depositShare: percentOf(depositReleaseBasisPoints, lang),
  }));
}

/** The terms of one level as their form is filled, with how many shops they concern; undefined for what is no level. */
export async function levelTermsPage(db: Db, asked: string | undefined) {
  const terms = (await listPlatformTerms(db)).find(({ level }) => level === asked);
  if (!terms) return undefined;
  const { level, revision } = terms;
  return { level, revision, stored: typedOf(terms), shopCount: await countShopsOfLevel(db, level) };
}
