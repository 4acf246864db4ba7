import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

/** Papers by the names of their files; a destroyed one has lost its name. */
export const namedPapers = namedSubjects(
  "uuid",
  sql`select id, name, name as words from private_files where destroyed_at is null`,
);
