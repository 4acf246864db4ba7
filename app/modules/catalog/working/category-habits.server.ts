import type { Db, Trx } from "~/platform/db/db.server";
import { SPECIAL_FACTS, type SpecialFact } from "./part-views";

/** As many as a maker can look through at once. */
const MOST_USUAL = 8;

/** Materials that published listings of a category name, the commonest first. */
export async function usualMaterials(db: Db | Trx, categoryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("listings")
    .innerJoin("listingMaterials", "listingMaterials.listingId", "listings.id")
    .where("listings.categoryId", "=", categoryId)
    .where("listings.status", "=", "published")
    .groupBy("materialId")
    .orderBy((eb) => eb.fn.countAll(), "desc")
    .orderBy("materialId")
    .limit(MOST_USUAL)
    .select("materialId")
    .execute();
  return rows.map(({ materialId }) => materialId);
}

/**
 * Facts that the category of a good calls for, or a customs code: its own, or one that is usual in the category. The flags
 * are those of the reference (`categories`, `hs_codes`).
 */
export async function specialFactsOf(
  db: Db,
  { categoryId, hsCode }: { categoryId: string; hsCode: string },
): Promise<SpecialFact[]> {
  const flags = await db
    .selectFrom("categories")
    .leftJoin("hsCodes", (join) =>
      join.on((eb) =>
        eb.or([eb("hsCodes.code", "=", eb.fn.any("categories.hsHints")), eb("hsCodes.code", "=", hsCode)]),
      ),
    )
    .where("categories.id", "=", categoryId)
    .groupBy("categories.id")
    .select((eb) => [
      eb.or([eb.ref("isWood"), eb.fn.agg<boolean>("bool_or", ["hasWoodRules"])]).as("wood"),
      eb.or([eb.ref("isTextile"), eb.fn.agg<boolean>("bool_or", ["needsTextileLabel"])]).as("fibres"),
      eb.fn.agg<boolean | null>("bool_or", ["isUsCopper"]).as("copper"),
    ])
    .executeTakeFirst();
  return SPECIAL_FACTS.filter((fact) => flags?.[fact]);
}
