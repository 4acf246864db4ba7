import { findShop } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import type { ListingKind, ListingSnapshot, ListingStatus } from "../types";
import { stopsOf, type ListingStop } from "../restrictions";
import { lackingExportFacts, snapshotOf } from "../snapshot";
import { canDo, LISTING_DEEDS, type ListingDeed } from "./listing-states";
import { kindOf, pagesOf } from "./open-part.server";
import { lackingToPublish, openTasks, type ListingPage, type ListingTask, type PublishNeed } from "./publish-needs";
import { findWorkingListing } from "./read-listing.server";
import { findRequestedChanges } from "./review-listing.server";
import { wasTakenDown } from "./take-off-listing.server";
import { isOlderThanOriginal, textCompleteness, type TextCompleteness } from "./text-completeness";

export type OwnListingPage = {
  /** What would be published if it were sent as it is; undefined while something is missing. */
  written: ListingSnapshot | undefined;
  listingId: string;
  slug: string;
  title: string;
  kind: ListingKind;
  status: ListingStatus;
  isWaiting: boolean;
  isChanged: boolean;
  pages: readonly ListingPage[];
  needs: { need: PublishNeed; page: ListingPage }[];
  tasks: { task: ListingTask; page: ListingPage }[];
  deeds: ListingDeed[];
  /** It is meant for buyers abroad and lacks what customs ask for. */
  isClosedToExport: boolean;
  /** Why the public does not see it, whatever its status is. */
  stops: ListingStop[];
  picture: { sha256: string; placeholder: string } | undefined;
  /** What the Federation asks to be mended. */
  asked:
    { note: string | undefined; reasons: { field: string; code: string; words?: string | undefined }[] } | undefined;
  isShopApproved: boolean;
  /** How much of its texts is there in each language. */
  texts: { locale: Locale; completeness: TextCompleteness; isOlder: boolean }[];
};

/** A shop's own listing: how it stands, what is missing and what may be done. */
export async function findOwnListing(
  db: Db,
  key: { sellerId: string; listingId: string },
  now = clock(),
): Promise<OwnListingPage | undefined> {
  const [working, shop] = await Promise.all([findWorkingListing(db, key), findShop(db, key.sellerId)]);
  if (!working || !shop) return undefined;
  const isGone = working.status === "archived" && (await wasTakenDown(db, key.listingId));
  const requested = await findRequestedChanges(db, key.listingId);
  const { listing, status, isChanged, submittedAt, pictures, texts } = working;
  const needs = lackingToPublish(working);
  const textIn = (locale: Locale) => texts.find((text) => text.locale === locale);
  const isOffered = status === "published" || status === "paused";
  return {
    listingId: listing.id,
    slug: working.slug,
    title: textIn("az")?.title ?? "",
    kind: kindOf(working),
    status,
    isWaiting: submittedAt !== undefined,
    isChanged,
    pages: pagesOf(kindOf(working)),
    needs,
    written: needs.length === 0 ? snapshotOf(working) : undefined,
    tasks: openTasks(working),
    deeds: LISTING_DEEDS.filter((deed) => canDo(deed, working))
      .filter((deed) => deed !== "submit" || !isOffered || isChanged || listing.isSpeciesStopped)
      .filter((deed) => deed !== "restore" || !isGone),
    isClosedToExport: listing.isOpenToExport && lackingExportFacts(listing).length > 0,
    stops: stopsOf(listing, now),
    picture: pictures[0] && { sha256: pictures[0].sha256, placeholder: pictures[0].placeholder },
    asked: requested && { note: requested.note, reasons: requested.reasons },
    isShopApproved: shop.status === "approved",
    texts: LOCALES.map((locale) => ({
      locale,
      completeness: textCompleteness(working, locale),
      isOlder: locale !== "az" && isOlderThanOriginal(textIn(locale), textIn("az")),
    })),
  };
}
