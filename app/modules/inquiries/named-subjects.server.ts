import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

/** Inquiries by their numbers: who asked is for the two sides to know. */
export const namedInquiries = namedSubjects(
  "uuid",
  sql`select id, reference as name, reference as words from inquiries`,
);
