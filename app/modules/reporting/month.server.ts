import { sql, type RawBuilder } from "kysely";
import { formatNumber } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { DayNumbers, ListingNumbers, NumberSort, SellerMonth } from "./types";
import { csvOf } from "~/platform/http/csv.server";

/** Days of a seller's month, today among them. */
const MONTH_DAYS = 30;

type Whose = {
  sellerId: string;
  /** Only this one of the seller's listings. */
  listingId?: string;
};

/**
 * Looks and saves of a seller's listings in the last thirty days. A save that was taken back does not count.
 *
 * @param today the calendar day in Baku
 */
export function listSellerMonth(db: Db, sellerId: string, today: string, locale: Locale): Promise<SellerMonth> {
  return readMonth(db, { sellerId }, today, locale);
}

/** The same of one listing, with what it is called; undefined for another seller's. */
export async function findListingMonth(
  db: Db,
  { sellerId, listingId }: Required<Whose>,
  today: string,
  locale: Locale,
): Promise<{ title: string; month: SellerMonth } | undefined> {
  const listing = await db
    .selectFrom("listings")
    .select(titleIn(locale).as("title"))
    .where("id", "=", listingId)
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  if (!listing) return undefined;
  return { title: listing.title, month: await readMonth(db, { sellerId, listingId }, today, locale) };
}

async function readMonth(db: Db, whose: Whose, today: string, locale: Locale): Promise<SellerMonth> {
  const { rows } = await sql<Omit<DayNumbers, "label">>`
    select days.day, coalesce(looked.views, 0) as views, coalesce(kept.saves, 0) as saves
    from (select (${firstDay(today)} + n) as day from generate_series(0, ${MONTH_DAYS - 1}) as n) as days
    left join (
      select day, sum(views)::int as views from (${selectViews(whose, today)}) as views group by day
    ) as looked on looked.day = days.day
    left join (
      select day, count(*)::int as saves from (${selectSaves(whose, today)}) as saves group by day
    ) as kept on kept.day = days.day
    order by days.day`.execute(db);
  const format = dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
  const views = rows.reduce((sum, day) => sum + day.views, 0);
  const saves = rows.reduce((sum, day) => sum + day.saves, 0);
  return {
    days: rows.map((row) => ({ ...row, label: format.format(new Date(`${row.day}T00:00:00Z`)) })),
    views,
    saves,
    texts: { views: formatNumber(views, locale), saves: formatNumber(saves, locale) },
  };
}

const firstDay = (today: string) => sql`(${today}::date - ${MONTH_DAYS - 1}::int)`;

const titleIn = (locale: Locale) => sql<string>`coalesce((
  select title from listing_texts where listing_id = listings.id and title <> ''
  order by locale = ${locale} desc, locale = 'az' desc limit 1), '')`;

function ofWhom({ sellerId, listingId }: Whose): RawBuilder<unknown> {
  const one = listingId === undefined ? sql`` : sql`and listings.id = ${listingId}`;
  return sql`listings.seller_id = ${sellerId} ${one}`;
}

function selectViews(whose: Whose, today: string): RawBuilder<unknown> {
  return sql`
    select listings.id as listing_id, d.day, d.views
    from listing_view_days as d join listings on listings.id = d.listing_id
    where ${ofWhom(whose)} and d.day between ${firstDay(today)} and ${today}::date`;
}

/** A team that keeps its own work does not count as interest in it. */
function selectSaves(whose: Whose, today: string): RawBuilder<unknown> {
  const day = sql`(s.saved_at at time zone 'Asia/Baku')::date`;
  return sql`
    select listings.id as listing_id, ${day} as day
    from saved_listings as s join listings on listings.id = s.listing_id
    where ${ofWhom(whose)} and ${day} between ${firstDay(today)} and ${today}::date
      and not exists (
        select from members join sellers on sellers.organisation_id = members.organisation_id
        where sellers.id = listings.seller_id and members.user_id = s.user_id)`;
}

const ORDERS: Readonly<Record<NumberSort, RawBuilder<unknown>>> = {
  views: sql`views desc, saves desc, title, listing_id`,
  saves: sql`saves desc, views desc, title, listing_id`,
  title: sql`title, listing_id`,
};

export const NUMBERS_PAGE_SIZE = 50;

/** A page of a seller's listings with what the last thirty days brought each of them. */
export async function listListingNumbers(
  db: Db,
  { sellerId, today, locale, sort, page }: Whose & { today: string; locale: Locale; sort: NumberSort; page: number },
): Promise<{ listings: ListingNumbers[]; total: number }> {
  const whose = { sellerId };
  const [{ rows }, { total }] = await Promise.all([
    sql<ListingNumbers>`
      select listing_id, title, views, saves from (
        select listings.id as listing_id, ${titleIn(locale)} as title,
          coalesce((select sum(views)::int from (${selectViews(whose, today)}) as v where v.listing_id = listings.id), 0)
            as views,
          (select count(*)::int from (${selectSaves(whose, today)}) as s where s.listing_id = listings.id) as saves
        from listings where ${ofWhom(whose)}
      ) as numbers
      order by ${ORDERS[sort]}
      limit ${NUMBERS_PAGE_SIZE} offset ${(page - 1) * NUMBERS_PAGE_SIZE}`.execute(db),
    db
      .selectFrom("listings")
      .select((eb) => eb.fn.countAll<bigint>().as("total"))
      .where("sellerId", "=", sellerId)
      .executeTakeFirstOrThrow(),
  ]);
  return { listings: rows, total: Number(total) };
}

/** Rows of the file; a shop of three hundred listings that are all looked at every day has nine thousand. */
const MOST_ROWS = 50_000;

/** Everything behind the month as a table for a spreadsheet: a row per day and listing on which something happened. */
export async function makeNumbersFile(db: Db, sellerId: string, today: string, locale: Locale): Promise<string> {
  const whose = { sellerId };
  const { rows } = await sql<{ day: string; title: string; views: number; saves: number }>`
    select day, ${titleIn(locale)} as title, sum(views)::int as views, sum(saves)::int as saves
    from (
      select listing_id, day, views, 0 as saves from (${selectViews(whose, today)}) as looked
      union all
      select listing_id, day, 0, 1 from (${selectSaves(whose, today)}) as kept
    ) as numbers
    join listings on listings.id = numbers.listing_id
    group by day, listings.id
    order by day, title, listings.id
    limit ${MOST_ROWS}`.execute(db);
  const words = { locale };
  const head = [
    m["reporting.numbers.day"]({}, words),
    m["reporting.numbers.listing"]({}, words),
    m["reporting.numbers.views"]({}, words),
    m["reporting.numbers.saves"]({}, words),
  ];
  return csvOf([head, ...rows.map(({ day, title, views, saves }) => [day, title, String(views), String(saves)])]);
}
