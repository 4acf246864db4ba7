import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { keptVersions, type KeptVersions } from "~/platform/db/kept-versions.server";
import type { Locale } from "~/platform/i18n/locales";
import { listSellerNames, type SellerName } from "./cards.server";

/** How long one process trusts a name that it has read, in milliseconds: no longer than the index is behind at times. */
const FRESH_MS = 15_000;
const MOST_KEPT = 7_000;

const period = () => String(Math.floor(clock().getTime() / FRESH_MS));

const namesIn = (locale: Locale) =>
  keptVersions<SellerName>({
    most: MOST_KEPT,
    read: async (db, sellerIds) => {
      const version = period();
      const names = await listSellerNames(db, locale, sellerIds);
      return names.map((value) => ({ key: value.sellerId, version, value }));
    },
  });

const kept: Readonly<Record<Locale, KeptVersions<SellerName>>> = {
  az: namesIn("az"),
  en: namesIn("en"),
  ru: namesIn("ru"),
};

/**
 * Names beside what the search index counts, which may be some seconds behind itself: as `listSellerNames`, but as they were
 * up to fifteen seconds ago. In no order.
 */
export async function listKnownSellerNames(
  db: Db,
  locale: Locale,
  sellerIds: readonly string[],
): Promise<ReadonlyMap<string, SellerName>> {
  const version = period();
  return kept[locale].of(
    db,
    sellerIds.map((key) => ({ key, version })),
  );
}
