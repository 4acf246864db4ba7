import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";

export type ProductGroup = { id: string; names: { az: string; en: string; ru: string } };

/** Kinds of goods that a seller makes, as she says or as her listings say, with their names. */
export async function listProductGroups(db: Db | Trx, sellerId: string): Promise<ProductGroup[]> {
  const { rows } = await sql<ProductGroup>`
    select categories.id, jsonb_object_agg(category_texts.locale, category_texts.label) as names
    from categories join category_texts on category_texts.category_id = categories.id
    where categories.kind = 'good' and categories.id in (
      select category_id from seller_categories where seller_id = ${sellerId}
      union select category_id from listings where seller_id = ${sellerId} and status <> 'archived')
    group by categories.id, categories.position
    order by categories.position, categories.id
    limit 100`.execute(db);
  return rows;
}
