import { sql } from "kysely";
import { namedSubjects } from "~/platform/audit/named-subjects.server";
import { nameOfFeature } from "./feature-desk.server";

export const namedCollections = namedSubjects(
  "uuid",
  sql`select collection_id as id, title as name, title as words from collection_texts where locale = 'az'`,
);

/** Features, called as what they show. */
export const namedFeatures = namedSubjects(
  "uuid",
  sql`select id, ${nameOfFeature("az")} as name, ${nameOfFeature("az")} as words from features`,
);
