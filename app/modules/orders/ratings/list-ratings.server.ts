import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import type { StaffsRatingView } from "./views";

export const RATINGS_PAGE_SIZE = 50;

/** Ratings for staff who moderate them, the latest first; hidden ones among them. */
export async function listStaffRatings(
  db: Db,
  { page, lang, orderId }: { page: number; lang: Locale; orderId?: string | undefined },
): Promise<{ ratings: StaffsRatingView[]; found: number }> {
  const chosen = db
    .selectFrom("orderRatings")
    .innerJoin("orders", "orders.id", "orderRatings.orderId")
    .$if(orderId !== undefined, (query) => query.where("orderRatings.orderId", "=", orderId ?? ""));
  const rows = await chosen
    .select([
      "orderRatings.orderId",
      "orders.reference",
      "stars",
      "words",
      "orderRatings.locale",
      "ratedAt",
      "answerWords",
      "hiddenAt",
      "hiddenReason",
      (eb) => eb.fn.countAll<bigint>().over().as("found"),
      sql<LocaleTexts<string>>`(
        select jsonb_object_agg(locale, name) from seller_texts where seller_id = orders.seller_id)`.as("sellerNames"),
    ])
    .orderBy("ratedAt", "desc")
    .orderBy("orderRatings.orderId")
    .limit(RATINGS_PAGE_SIZE)
    .offset((page - 1) * RATINGS_PAGE_SIZE)
    .execute();
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  return {
    found: Number(rows[0]?.found ?? 0n),
    ratings: rows.map((row) => ({
      orderId: row.orderId,
      key: row.reference,
      seller: textIn(row.sellerNames, lang).text,
      stars: row.stars,
      words: row.words ?? undefined,
      lang: row.locale,
      when: day.format(row.ratedAt),
      answer: row.answerWords ?? undefined,
      isHidden: row.hiddenAt !== null,
      hiddenReason: row.hiddenReason ?? undefined,
    })),
  };
}
