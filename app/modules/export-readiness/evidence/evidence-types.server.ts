import { z } from "zod";
import type { Db, Trx } from "~/platform/db/db.server";
import { isPerGroup } from "./rules";
import type { EvidenceType } from "./types";

const texts = z.object({ az: z.string(), en: z.string(), ru: z.string() });
const model = z.looseObject({
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      applies_to: z.enum(["goods", "services", "both"]),
      applies_when: z.string().nullable(),
      method: z.string(),
      document_type: z.string().nullable(),
      validity_months: z.int().nullable(),
      title: texts,
      why: texts,
      next_action: texts,
    }),
  ),
});

/** The criteria that a paper proves, in the order of the published model. */
export async function evidenceTypes(db: Db | Trx): Promise<EvidenceType[]> {
  const row = await db
    .selectFrom("readinessModels")
    .select("content")
    .where("status", "=", "published")
    .executeTakeFirst();
  if (!row) return [];
  return model.parse(row.content).criteria.flatMap((criterion) => {
    const { id, document_type: documentType, validity_months: validityMonths, method } = criterion;
    if (method !== "evidence" || documentType === null || validityMonths === null) return [];
    const { title, why, next_action: nextAction, applies_to: appliesTo, applies_when: appliesWhen } = criterion;
    return [
      {
        documentType,
        criterionId: id,
        appliesTo,
        appliesWhen: appliesWhen ?? undefined,
        title,
        why,
        nextAction,
        validityMonths,
        isPerGroup: isPerGroup(id),
      },
    ];
  });
}

export async function findEvidenceType(db: Db | Trx, documentType: string): Promise<EvidenceType | undefined> {
  return (await evidenceTypes(db)).find((one) => one.documentType === documentType);
}
