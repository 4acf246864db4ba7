import { sql } from "kysely";
import { listListingSummaries, listPrintEntries, selectPublicListings } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import type { Reader } from "~/platform/i18n/reader";
import { entryAsData } from "../catalogue/as-json.server";
import { googleFeed } from "./google.server";
import type { FeedItem } from "./item";

export const FEED_KINDS = ["google", "listings"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** Listings of one part: about a megabyte, whatever the catalogue grows to. */
export const LISTINGS_PER_PART = 500;

type Question = { kind: FeedKind; reader: Reader; part: number; origin: string; now: Date; perPart?: number };

export type FeedPart = { body: string; type: string; next: string | undefined };

/**
 * One part of a feed of everything public, in the order of ids: `google` is Google Merchant's XML, `listings` one JSON
 * object a line.
 *
 * @param part from 1
 * @returns the part with the query of the next one, or undefined when there is no such part
 */
export async function feedPart(db: Db, question: Question): Promise<FeedPart | undefined> {
  const { kind, reader, part, origin, now, perPart = LISTINGS_PER_PART } = question;
  if (!Number.isSafeInteger(part) || part < 1 || part > 10_000) return undefined;
  const rows = await selectPublicListings(db)
    .select("listings.id")
    .orderBy("listings.id")
    .limit(perPart + 1)
    .offset((part - 1) * perPart)
    .execute();
  if (rows.length === 0 && part > 1) return undefined;
  const ids = rows.slice(0, perPart).map(({ id }) => id);
  const items = await readItems(db, { ids, reader, origin, today: dayInBaku(now) });
  const next = rows.length > perPart ? nextQuery(reader, part + 1) : undefined;
  if (kind === "google")
    return { body: googleFeed(items, { reader, origin }), type: "application/xml; charset=utf-8", next };
  const lines = items.map(({ entry, summary }) =>
    JSON.stringify({
      ...entryAsData(entry, origin),
      updatedAt: summary.updatedAt,
      readyInDays: summary.readyInDays,
      arrivesInDays: summary.arrivesInDays,
    }),
  );
  return { body: lines.map((line) => `${line}\n`).join(""), type: "application/x-ndjson; charset=utf-8", next };
}

type Reading = { ids: readonly string[]; reader: Reader; origin: string; today: string };

async function readItems(db: Db, { ids, reader, origin, today }: Reading): Promise<FeedItem[]> {
  if (ids.length === 0) return [];
  const [{ entries }, summaries, dates] = await Promise.all([
    listPrintEntries(db, reader, ids, today),
    listListingSummaries(db, reader, ids, { today }),
    selectPublicListings(db)
      .where("listings.id", "in", [...ids])
      .select([
        "listings.id as listingId",
        "listingPublications.publishedAt as publishedAt",
        sql<number>`(select coalesce(sum(stock_quantity), 0)::int from listing_variants
          where listing_id = listings.id and is_active)`.as("stock"),
      ])
      .execute(),
  ]);
  const paths = pathsFor(reader);
  const summaryOf = new Map(summaries.map((summary) => [summary.listingId, summary]));
  const dateOf = new Map(dates.map((row) => [row.listingId, row]));
  return entries.flatMap((entry) => {
    const summary = summaryOf.get(entry.listingId);
    const row = dateOf.get(entry.listingId);
    if (!summary || !row) return [];
    const { price, readyInDays, arrivesInDays, minimumOrderQuantity } = summary;
    return [
      {
        entry: { ...entry, url: `${origin}${paths.listing(entry.slug)}` },
        summary: {
          price,
          readyInDays,
          arrivesInDays,
          isInStock: row.stock >= minimumOrderQuantity,
          updatedAt: row.publishedAt.toISOString(),
        },
        today,
      },
    ];
  });
}

function nextQuery({ lang, to, cur }: Reader, part: number): string {
  const query = new URLSearchParams({ lang, part: String(part) });
  if (to !== undefined) query.set("to", to);
  if (cur !== undefined) query.set("cur", cur);
  return `?${query.toString()}`;
}
