import { sql, type RawBuilder } from "kysely";
import type { Locale } from "~/platform/i18n/locales";

/** What the shop of an order is called in the reader's language, or in its own where it has no name in that one. */
export function sellerNameOf(lang: Locale): RawBuilder<string> {
  return sql<string>`(
    select name from seller_texts where seller_id = orders.seller_id
    order by locale = ${lang} desc, locale = 'az' desc limit 1)`;
}
