import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { selectPublicListings } from "../publication.server";
import {
  MOST_STATEMENTS,
  REPORT_OUTCOMES,
  REPORT_REASONS,
  REPORT_RULES,
  type ReportCase,
  type Statement,
} from "./types";

/** A case shows so many reports; who reads that many has read enough. */
const MOST_REPORTS = 50;

/** A public listing at its current address, for the form that reports it. */
export async function findReportable(
  db: Db,
  slug: string,
  locale: Locale,
): Promise<{ listingId: string; title: string } | undefined> {
  return selectPublicListings(db)
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "is", true),
    )
    .select("listings.id as listingId")
    .select(
      sql<string>`coalesce(listing_publications.card -> 'titles' ->> ${locale}::text,
        listing_publications.card -> 'titles' ->> 'az')`.as("title"),
    )
    .where("listingSlugs.slug", "=", slug)
    .executeTakeFirst();
}

/** @returns the case with both sides' words, for staff */
export async function findCase(db: Db | Trx, caseId: string): Promise<ReportCase | undefined> {
  const row = await selectCases(db).where("reportCases.id", "=", caseId).executeTakeFirst();
  return row && caseOf(db, row);
}

/** @returns a case about a listing of the seller; another's is missing */
export async function findSellerCase(
  db: Db,
  { caseId, sellerId }: { caseId: string; sellerId: string },
): Promise<ReportCase | undefined> {
  const row = await selectCases(db)
    .where("reportCases.id", "=", caseId)
    .where("reportCases.sellerId", "=", sellerId)
    .executeTakeFirst();
  return row && caseOf(db, row);
}

function selectCases(db: Db | Trx) {
  const shown = selectPublicListings(db)
    .select(sql`1`.as("one"))
    .where(sql<boolean>`listings.id = report_cases.listing_id`);
  return db
    .selectFrom("reportCases")
    .innerJoin("listings", "listings.id", "reportCases.listingId")
    .innerJoin("listingSlugs", (join) =>
      join.onRef("listingSlugs.listingId", "=", "listings.id").on("listingSlugs.isCurrent", "is", true),
    )
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "reportCases.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .innerJoin("listingPublications", (join) =>
      join
        .onRef("listingPublications.listingId", "=", "listings.id")
        .onRef("listingPublications.version", "=", "reportCases.listingVersion"),
    )
    .select([
      "reportCases.id",
      "reportCases.sellerId",
      "reportCases.version",
      "reportCases.openedAt",
      "reportCases.answerBy",
      "reportCases.outcome",
      "reportCases.rule",
      "reportCases.facts",
      "reportCases.decidedAt",
      "listings.id as listingId",
      "listings.status as listingStatus",
      "reportCases.listingVersion",
      "listingSlugs.slug",
      "sellerTexts.name as sellerName",
    ])
    .select([
      sql<string>`listing_publications.card -> 'titles' ->> 'az'`.as("title"),
      // Written by `publishListing` alone.
      sql<{ sha256: string; placeholder: string } | null>`listing_publications.front`.as("front"),
      sql<boolean>`exists(${shown})`.as("isPublic"),
    ]);
}

type CaseRow = {
  id: string;
  sellerId: string;
  version: number;
  openedAt: Date;
  answerBy: Date;
  outcome: string | null;
  rule: string | null;
  facts: string | null;
  decidedAt: Date | null;
  listingId: string;
  listingStatus: string;
  listingVersion: number;
  slug: string;
  sellerName: string;
  title: string;
  front: { sha256: string; placeholder: string } | null;
  isPublic: boolean;
};

async function caseOf(db: Db | Trx, row: CaseRow): Promise<ReportCase> {
  const [reports, statements] = [await listReports(db, row.id), await listStatements(db, row.id)];
  const {
    id,
    listingId,
    listingStatus,
    listingVersion,
    slug,
    title,
    front,
    isPublic,
    outcome,
    rule,
    facts,
    decidedAt,
    ...rest
  } = row;
  const picture = front ? { sha256: front.sha256, placeholder: front.placeholder } : undefined;
  const said = REPORT_OUTCOMES.find((own) => own === outcome);
  return {
    ...rest,
    caseId: id,
    listing: { listingId, slug, title, status: listingStatus, version: listingVersion, isPublic, picture },
    reports,
    statements,
    decision:
      said && decidedAt
        ? { outcome: said, rule: REPORT_RULES.find((own) => own === rule), facts: facts ?? "", decidedAt }
        : undefined,
  };
}

async function listReports(db: Db | Trx, caseId: string): Promise<ReportCase["reports"]> {
  const rows = await db
    .selectFrom("reports")
    .select(["reason", "words", "reportedAt"])
    .where("caseId", "=", caseId)
    .orderBy("reportedAt")
    .orderBy("id")
    .limit(MOST_REPORTS)
    .execute();
  return rows.map(({ reason, words, reportedAt }) => ({
    // The table's check allows no other.
    reason: REPORT_REASONS.find((own) => own === reason) ?? "other",
    words: words ?? undefined,
    reportedAt,
  }));
}

async function listStatements(db: Db | Trx, caseId: string): Promise<Statement[]> {
  return db
    .selectFrom("reportStatements")
    .select(["words", "saidAt"])
    .where("caseId", "=", caseId)
    .orderBy("saidAt")
    .orderBy("id")
    .limit(MOST_STATEMENTS)
    .execute();
}
