import type { Trx } from "~/platform/db/db.server";

type Good = { kind: string; categoryId: string; hsCode: string | null };

/**
 * Whether a good leaves the country with a certificate only, by its category or its customs code; its age counts besides.
 * Source: `cultural_check` of `db/reference/categories.json` and `hs-creative.csv`.
 */
export async function needsCertificate(trx: Trx, { kind, categoryId, hsCode }: Good): Promise<boolean> {
  if (kind !== "good") return false;
  const [category, code] = await Promise.all([
    trx.selectFrom("categories").select("needsCulturalCheck").where("id", "=", categoryId).executeTakeFirst(),
    hsCode === null
      ? undefined
      : trx.selectFrom("hsCodes").select("needsCulturalCheck").where("code", "=", hsCode).executeTakeFirst(),
  ]);
  return category?.needsCulturalCheck === true || code?.needsCulturalCheck === true;
}
