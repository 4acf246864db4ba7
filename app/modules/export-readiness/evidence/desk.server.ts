import { sql } from "kysely";
import type { LaterRooms } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import { namedSubjects } from "~/platform/audit/named-subjects.server";
import { paperName } from "./paper-names";

/** What papers are about: the paper itself, and the shop. */
async function namePapers(
  db: Db,
  evidenceIds: readonly string[],
): Promise<Map<string, { name: string; detail: string }>> {
  if (evidenceIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("evidence")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "evidence.sellerId").on("sellerTexts.locale", "=", "az"),
    )
    .select(["evidence.id", "evidence.documentType", "sellerTexts.name"])
    .where("evidence.id", "in", [...evidenceIds])
    .execute();
  return new Map(rows.map(({ id, documentType, name }) => [id, { name: paperName(documentType), detail: name }]));
}

/** What the desk says of what waits in the queues of this room. */
export const readinessDeskRooms: Pick<LaterRooms, "evidence" | "evidence_rechecks"> = {
  evidence: { nameSubjects: namePapers },
  evidence_rechecks: { nameSubjects: namePapers },
};

/** Papers by their shop and by what they prove, in Azerbaijani. */
export const namedEvidence = namedSubjects(
  "uuid",
  sql`select evidence.id, seller_texts.name || ' · ' || proved.title as name, seller_texts.name || ' ' || proved.title as words
    from evidence
    join seller_texts on seller_texts.seller_id = evidence.seller_id and seller_texts.locale = 'az'
    cross join lateral (select coalesce((
      select criterion -> 'title' ->> 'az'
      from readiness_models cross join lateral jsonb_array_elements(content -> 'criteria') as criterion
      where status = 'published' and criterion ->> 'document_type' = evidence.document_type
      limit 1), evidence.document_type) as title) as proved`,
);
