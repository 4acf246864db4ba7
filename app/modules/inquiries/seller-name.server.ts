import { sql, type RawBuilder } from "kysely";
import type { Locale } from "~/platform/i18n/locales";

/**
 * What a shop is called in the reader's language, or in its own where it has no name in that one.
 *
 * @param sellerId the column that says which shop
 */
export function sellerNameIn(
  lang: Locale,
  sellerId: "sellers.id" | "inquiries.sellerId" = "sellers.id",
): RawBuilder<string> {
  return sql<string>`(
    select name from seller_texts where seller_id = ${sql.ref(sellerId)}
    order by locale = ${lang} desc, locale = 'az' desc limit 1)`;
}
