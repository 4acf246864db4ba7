import { sql } from "kysely";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat, numberFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { averageTenths } from "./rules";
import type { RatingsView } from "./views";

/** Ratings that a page shows; all of them count. */
const MOST_SHOWN = 20;

/** What buyers say of a shop or of one of its listings: the latest, and the average from three on. No buyer is named. */
export async function findRatings(
  db: Db,
  about: { sellerId: string } | { listingId: string },
  lang: Locale,
): Promise<RatingsView> {
  const chosen = db
    .selectFrom("orderRatings")
    .where("hiddenAt", "is", null)
    .where(
      "sellerId" in about
        ? sql<boolean>`seller_id = ${about.sellerId}`
        : sql<boolean>`exists (
            select from order_lines where order_lines.order_id = order_ratings.order_id and listing_id = ${about.listingId})`,
    );
  const [{ count, sum }, rows] = await Promise.all([
    chosen
      .select([sql<number>`count(*)::int`.as("count"), sql<number>`coalesce(sum(stars), 0)::int`.as("sum")])
      .executeTakeFirstOrThrow(),
    chosen
      .select(["orderId", "stars", "words", "locale", "ratedAt", "answerWords"])
      .orderBy("ratedAt", "desc")
      .orderBy("orderId")
      .limit(MOST_SHOWN)
      .execute(),
  ]);
  const tenths = averageTenths({ count, sum });
  const month = dateFormat(lang, { month: "long", year: "numeric", timeZone: "Asia/Baku" });
  return {
    count,
    average: tenths === undefined ? undefined : numberFormat(lang, { minimumFractionDigits: 1 }).format(tenths / 10),
    countText: m["orders.rating.count"]({ count }),
    ratings: rows.map(({ orderId, stars, words, locale, ratedAt, answerWords }) => ({
      key: orderId.slice(0, 8),
      stars,
      words: words ?? undefined,
      lang: locale,
      when: month.format(ratedAt),
      answer: answerWords ?? undefined,
    })),
  };
}
