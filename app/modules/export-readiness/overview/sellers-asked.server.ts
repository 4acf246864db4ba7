import { sql, type RawBuilder } from "kysely";
import type { Locale } from "~/platform/i18n/locales";
import type { ReadinessQuestion } from "./types";

/** Approved sellers with what was last judged of them: everything that the overview counts is joined to this. */
export const JUDGED_SELLERS = sql`sellers
  join places on places.id = sellers.place_id
  left join readiness_results on readiness_results.seller_id = sellers.id`;

/** Which of them are asked about. */
export function whereAsked({ level, regionId, craftId }: ReadinessQuestion): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(
    [
      sql`sellers.status = 'approved'`,
      ...(level === undefined ? [] : [sql`readiness_results.level = ${level}`]),
      ...(regionId === undefined ? [] : [sql`places.region_id = ${regionId}`]),
      ...(craftId === undefined
        ? []
        : [
            sql`exists (select from seller_categories
              where seller_categories.seller_id = sellers.id and seller_categories.category_id in (
                with recursive kinds as (
                  select id from categories where id = ${craftId}
                  union all select categories.id from categories join kinds on categories.parent_id = kinds.id)
                select id from kinds))`,
          ]),
    ],
    sql` and `,
  )})`;
}

/** A seller's name in the reader's language, or as she is called at home. */
export function nameOfSeller(locale: Locale): RawBuilder<string> {
  return sql<string>`(select name from seller_texts where seller_id = sellers.id
    order by locale = ${locale} desc, locale = 'az' desc limit 1)`;
}

/** One page of a list. */
export type PageOf = { page: number; pageSize: number };

export const sliceOf = ({ page, pageSize }: PageOf) => sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
