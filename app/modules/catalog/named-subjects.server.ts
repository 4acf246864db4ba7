import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

export const namedListings = namedSubjects(
  "uuid",
  sql`select listing_id as id, title as name, title as words from listing_texts where locale = 'az'`,
);

const reportedTitle = sql`listing_publications.card -> 'titles' ->> 'az'`;

/** Cases of reports, called as the listing was when it was reported. */
export const namedReports = namedSubjects(
  "uuid",
  sql`select report_cases.id, ${reportedTitle} as name, ${reportedTitle} as words
    from report_cases join listing_publications on listing_publications.listing_id = report_cases.listing_id
      and listing_publications.version = report_cases.listing_version`,
);
