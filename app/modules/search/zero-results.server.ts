import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { filtersOf } from "./search-filters";
import type { ListingSearch } from "./types";

export type ZeroResult = { text: string; locale: string; count: number; lastOn: string };

/** Looks like a way to reach or to name somebody: an e-mail, a web address, a telephone, card, document or account number. */
const PERSONAL =
  /\S*@\S*|\S+:\/\/\S*|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|az|ru|info|io|example)\b\S*|[+(\d][\d\s().-]{5,}\d|\S*\d{5,}\S*/giu;

/**
 * Counts a text that found nothing, per day. Only what was typed is kept, without anything that names somebody; a
 * search that filters alone have emptied says nothing about the catalogue's words.
 */
export async function noteZeroResult(db: Db, search: ListingSearch, today: string): Promise<void> {
  const text = search.text.replaceAll(PERSONAL, " ").replaceAll(/\s+/g, " ").trim().toLowerCase();
  if (text === "" || filtersOf(search).length > 0) return;
  await db
    .insertInto("zeroResultSearches")
    .values({ searchedOn: today, locale: search.locale, text })
    .onConflict((conflict) =>
      conflict
        .columns(["searchedOn", "locale", "text"])
        .doUpdateSet({ searchCount: sql<number>`zero_result_searches.search_count + 1` }),
    )
    .execute();
}

/** The texts that found nothing most often since a day, for the staff's report. */
export async function listZeroResults(db: Db, since: string, limit = 100): Promise<ZeroResult[]> {
  return db
    .selectFrom("zeroResultSearches")
    .where("searchedOn", ">=", since)
    .groupBy(["text", "locale"])
    .select([
      "text",
      "locale",
      sql<number>`sum(search_count)::int`.as("count"),
      sql<string>`max(searched_on)::text`.as("lastOn"),
    ])
    .orderBy("count", "desc")
    .orderBy("text")
    .orderBy("locale")
    .limit(limit)
    .execute();
}
