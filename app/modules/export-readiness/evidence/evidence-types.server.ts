import type { Db, Trx } from "~/platform/db/db.server";
import { parseReadinessModel } from "../model";
import { isPerGroup } from "./rules";
import type { EvidenceType } from "./types";

/** The criteria that a paper proves, in the order of the published model. */
export async function evidenceTypes(db: Db | Trx): Promise<EvidenceType[]> {
  const row = await db
    .selectFrom("readinessModels")
    .select("content")
    .where("status", "=", "published")
    .executeTakeFirst();
  if (!row) return [];
  const { criteria, words } = parseReadinessModel(row.content);
  return criteria.flatMap(({ id, method, appliesTo, appliesWhen }) => {
    const said = words.get(id);
    if (method !== "evidence" || said?.documentType === undefined || said.validityMonths === undefined) return [];
    const { documentType, validityMonths, title, why, nextAction } = said;
    const isOfGroups = isPerGroup(id);
    return [
      {
        documentType,
        criterionId: id,
        appliesTo,
        appliesWhen,
        title,
        why,
        nextAction,
        validityMonths,
        isPerGroup: isOfGroups,
      },
    ];
  });
}

export async function findEvidenceType(db: Db | Trx, documentType: string): Promise<EvidenceType | undefined> {
  return (await evidenceTypes(db)).find((one) => one.documentType === documentType);
}
