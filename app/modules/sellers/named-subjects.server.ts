import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";

export const namedShops = namedSubjects(
  "uuid",
  sql`select seller_id as id, name, name as words from seller_texts where locale = 'az'`,
);
