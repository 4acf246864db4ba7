import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { selectPublicListings } from "../publication.server";
import { REPORT_OUTCOMES, REPORT_QUEUE, type ReportOutcome } from "../reports/types";
import { LISTING_STATUSES, type ListingStatus } from "../types";

/** A shop's page shows so many of each; who has more of them is looked at in the queues. */
const MOST_SHOWN = 200;

export type StaffListing = {
  listingId: string;
  title: string;
  slug: string;
  status: ListingStatus;
  isPublic: boolean;
};

/** A shop's listings in every state, the latest changed first. */
export async function listListingsForStaff(db: Db, sellerId: string): Promise<StaffListing[]> {
  const shown = selectPublicListings(db)
    .select(sql`1`.as("one"))
    .where(sql<boolean>`listings.id = own.id`);
  const rows = await db
    .selectFrom("listings as own")
    .innerJoin("listingTexts", (join) =>
      join.onRef("listingTexts.listingId", "=", "own.id").on("listingTexts.locale", "=", "az"),
    )
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "own.id").on("listingSlugs.isCurrent", "is", true),
    )
    .select(["own.id as listingId", "listingTexts.title", "listingSlugs.slug", "own.status"])
    .select(sql<boolean>`exists(${shown})`.as("isPublic"))
    .where("own.sellerId", "=", sellerId)
    .orderBy("own.updatedAt", "desc")
    .orderBy("own.id")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ status, ...row }) => ({
    ...row,
    // The table's check allows no other.
    status: LISTING_STATUSES.find((own) => own === status) ?? "draft",
  }));
}

export type StaffCase = {
  /** The item of the desk, open or decided. */
  itemId: string;
  title: string;
  openedAt: Date;
  /** Undefined while it waits. */
  outcome: ReportOutcome | undefined;
};

/** Reports of a shop's listings, the latest first. */
export async function listSellerCases(db: Db, sellerId: string): Promise<StaffCase[]> {
  const rows = await db
    .selectFrom("reportCases")
    .innerJoin("reviewItems", (join) =>
      join.onRef("reviewItems.subjectId", "=", "reportCases.id").on("reviewItems.queue", "=", REPORT_QUEUE),
    )
    .innerJoin("listingPublications", (join) =>
      join
        .onRef("listingPublications.listingId", "=", "reportCases.listingId")
        .onRef("listingPublications.version", "=", "reportCases.listingVersion"),
    )
    .select(["reviewItems.id as itemId", "reportCases.openedAt", "reportCases.outcome"])
    .select(sql<string>`listing_publications.card -> 'titles' ->> 'az'`.as("title"))
    .where("reportCases.sellerId", "=", sellerId)
    .orderBy("reportCases.openedAt", "desc")
    .orderBy("reviewItems.id")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: REPORT_OUTCOMES.find((own) => own === outcome) }));
}
