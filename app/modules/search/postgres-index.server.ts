import { sql, type RawBuilder } from "kysely";
import { HOME_COUNTRY } from "~/modules/catalog";
import type { Db } from "~/platform/db/db.server";
import { nameCondition, textCondition, type TextCondition } from "./postgres-text.server";
import { CAPACITY_MONTHS, daysAllowed, madeWithin, priceRanges, type SearchContext } from "./search-filters";
import type { FacetCounts, IndexAnswer, SearchIndex, SellerQuestion } from "./search-index";
import {
  LISTING_FACETS,
  SELLER_FACETS,
  type ListingFacet,
  type ListingSearch,
  type ListingSort,
  type SellerFacet,
} from "./types";

/** Answers by the projection in PostgreSQL: one statement for a search. */
export function makePostgresIndex(db: Db): SearchIndex {
  const findSellers = async ({ search, facets }: SellerQuestion) => {
    const text = await textCondition(db, search.text, "all");
    return answer<SellerFacet>(db, {
      table: "search_seller_documents",
      key: "seller_id",
      conditions: [sql`document is not null`, ...(text ? [text.matches] : [])],
      chosen: chosenConditions(SELLER_FACETS, SELLER_COLUMNS, search.chosen),
      facets: facets.map((facet) => [facet, SELLER_COLUMNS[facet]]),
      order: sql`${text ? sql`${text.rank} desc,` : sql``} level_rank desc, fresh_at desc, seller_id`,
      page: search,
    });
  };

  return {
    findListings: async ({ search, matching, facets, sellersBeside }, context) => {
      const text = await textCondition(db, search.text, matching);
      const listings = answer<ListingFacet>(db, {
        table: "search_documents",
        key: "listing_id",
        conditions: listingConditions(search, context, text),
        chosen: chosenConditions(LISTING_FACETS, LISTING_COLUMNS, search.chosen),
        facets: facets.map((facet) => [facet, LISTING_COLUMNS[facet]]),
        order: listingOrder(search, text),
        page: search,
      });
      const sellers =
        sellersBeside === undefined
          ? undefined
          : findSellers({
              search: { text: search.text, locale: search.locale, chosen: {}, page: 1, pageSize: sellersBeside },
              facets: [],
            });
      return { ...(await listings), sellerIds: (await sellers)?.hitIds ?? [] };
    },
    countListings: async (searches, context) => {
      const counts = searches.map(async ({ search, matching }) => {
        const text = await textCondition(db, search.text, matching);
        const chosen = chosenConditions(LISTING_FACETS, LISTING_COLUMNS, search.chosen);
        const all = [...listingConditions(search, context, text), ...chosen.values()];
        const { rows } = await sql<{ total: number }>`
          select count(*)::int as total from search_documents where ${and(all)}`.execute(db);
        return rows[0]?.total ?? 0;
      });
      return Promise.all(counts);
    },
    findSellers,
    suggestNames: async (text, limit) => {
      const condition = nameCondition(text);
      if (!condition) return { listingIds: [], sellerIds: [] };
      const best = (table: string, key: string) => sql<string[]>`array(
        select ${sql.ref(key)} from ${sql.table(table)} where ${condition}
        order by level_rank desc, fresh_at desc, ${sql.ref(key)} limit ${limit})`;
      const { rows } = await sql<{ listingIds: string[]; sellerIds: string[] }>`
        select ${best("search_documents", "listing_id")} as listing_ids,
          ${best("search_seller_documents", "seller_id")} as seller_ids`.execute(db);
      return rows[0] ?? { listingIds: [], sellerIds: [] };
    },
  };
}

type Column = { name: string; isList: boolean };
type Condition = RawBuilder<unknown>;

const LISTING_COLUMNS: Readonly<Record<ListingFacet, Column>> = {
  category: { name: "categories", isList: true },
  kind: { name: "kind", isList: false },
  technique: { name: "technique", isList: false },
  material: { name: "materials", isList: true },
  region: { name: "region", isList: false },
  level: { name: "level", isList: false },
  shipsTo: { name: "ships_to", isList: true },
  canExportTo: { name: "can_export_to", isList: true },
  seller: { name: "seller_id", isList: false },
};

const SELLER_COLUMNS: Readonly<Record<SellerFacet, Column>> = {
  category: { name: "categories", isList: true },
  region: { name: "region", isList: false },
  level: { name: "level", isList: false },
  language: { name: "languages", isList: true },
  market: { name: "markets", isList: true },
};

function chosenConditions<Facet extends string>(
  facets: readonly Facet[],
  columns: Readonly<Record<Facet, Column>>,
  chosen: Partial<Record<Facet, readonly string[]>>,
): Map<Facet, Condition> {
  const found = new Map<Facet, Condition>();
  for (const facet of facets) {
    const values = chosen[facet];
    if (!values?.length) continue;
    const column = sql.ref(columns[facet].name);
    const list = sql`${[...values]}::text[]`;
    found.set(
      facet,
      columns[facet].isList ? sql`${column} && ${list}` : sql`coalesce(${column}::text = any(${list}), false)`,
    );
  }
  return found;
}

/** `delivery.ts` and the price limits as SQL; the facets' own conditions stand apart. */
function listingConditions(
  search: ListingSearch,
  context: SearchContext,
  text: TextCondition | undefined,
): Condition[] {
  const { destination, quantity } = search;
  const found: Condition[] = [sql`document is not null`];
  if (text) found.push(text.matches);
  const prices = priceRanges(search, context.rates);
  if (prices) {
    const isHome = destination === HOME_COUNTRY;
    found.push(
      or(
        prices.map(({ currency, lowest, highest }) =>
          isHome
            ? sql`home_minor between ${lowest} and ${highest}`
            : sql`(export_currency = ${currency} and export_minor between ${lowest} and ${highest})`,
        ),
      ),
    );
  }
  if (quantity !== undefined) {
    found.push(sql`minimum_order <= ${quantity}`, sql`supply[cardinality(supply)] >= ${quantity}`);
  }
  const days = daysAllowed(search, context.today);
  if (days !== undefined) found.push(...arrivalConditions(search, days));
  if (search.minimumOrderAtMost !== undefined) found.push(sql`minimum_order <= ${search.minimumOrderAtMost}`);
  if (search.leadTimeDaysAtMost !== undefined) found.push(sql`ready_days <= ${search.leadTimeDaysAtMost}`);
  if (search.madeToOrder) found.push(sql`is_made_to_order`);
  if (search.onlyShipsHere) found.push(sql`ships_to @> ${[destination]}::text[]`);
  return found;
}

function arrivalConditions({ destination, quantity }: ListingSearch, days: number): Condition[] {
  const arrives = (column: string, within: number) => sql`(${sql.ref(column)} ->> ${destination})::int <= ${within}`;
  if (days < 0) return [sql`false`];
  if (quantity === undefined) return [arrives("soonest_days", days)];
  const made = CAPACITY_MONTHS.filter((month) => madeWithin(days, month) >= 0).map(
    // Arrays count from 1, and the first element is the stock.
    (month) => sql`(${arrives("made_days", madeWithin(days, month))} and supply[${month + 1}] >= ${quantity})`,
  );
  return [arrives("stock_days", days), or([sql`supply[1] >= ${quantity}`, ...made])];
}

function listingOrder({ sort, destination }: ListingSearch, text: TextCondition | undefined): Condition {
  const price = sql.ref(destination === HOME_COUNTRY ? "home_minor" : "export_order_minor");
  const first: Readonly<Record<ListingSort, Condition>> = {
    relevance: sql``,
    newest: sql`fresh_at desc,`,
    "price-low": sql`${price} asc nulls last,`,
    "price-high": sql`${price} desc nulls last,`,
    "lead-time": sql`ready_days asc nulls last,`,
  };
  const relevance = text ? sql`${text.rank} desc,` : sql``;
  return sql`${first[sort]} ${relevance} level_rank desc, fresh_at desc, listing_id`;
}

type Statement<Facet extends string> = {
  table: string;
  key: string;
  conditions: readonly Condition[];
  chosen: ReadonlyMap<Facet, Condition>;
  facets: readonly (readonly [Facet, Column])[];
  order: Condition;
  page: { page: number; pageSize: number };
};

/** Hits of one page, size of the hit set and counts of every facet without its own choice, all from one scan. */
async function answer<Facet extends string>(db: Db, statement: Statement<Facet>): Promise<IndexAnswer<Facet>> {
  const { table, key, conditions, chosen, facets, order, page } = statement;
  const marks = [...chosen].map(([facet, condition]) => sql`, ${condition} as ${sql.ref(`m_${facet}`)}`);
  const marked = (except?: Facet) =>
    and([...chosen.keys()].filter((facet) => facet !== except).map((facet) => sql.ref(`m_${facet}`)));
  const counts = facets.map(([facet, { name, isList }]) => {
    const value = sql.ref(name);
    return isList
      ? sql`select ${facet} as facet, value, count(*)::int as count from found, unnest(${value}) as value
          where ${marked(facet)} group by value`
      : sql`select ${facet} as facet, ${value}::text as value, count(*)::int as count from found
          where ${marked(facet)} and ${value} is not null group by ${value}`;
  });
  const { rows } = await sql<{ hitIds: string[]; total: number; counts: FacetCounts<Facet> | null }>`
    with found as materialized (
      select * ${marks.length > 0 ? sql.join(marks, sql` `) : sql``}
      from ${sql.table(table)} where ${and(conditions)}
    )
    select
      array(select ${sql.ref(key)} from found where ${marked()} order by ${order}
        limit ${page.pageSize} offset ${(page.page - 1) * page.pageSize}) as hit_ids,
      (select count(*) from found where ${marked()})::int as total,
      ${facetsJson(counts)} as counts`.execute(db);
  const row = rows[0];
  return { hitIds: row?.hitIds ?? [], total: row?.total ?? 0, counts: row?.counts ?? {} };
}

function facetsJson(counts: readonly Condition[]): Condition {
  if (counts.length === 0) return sql`null::jsonb`;
  return sql`(
    select jsonb_object_agg(facet, per_value) from (
      select facet, jsonb_object_agg(value, count) as per_value
      from (${sql.join(counts, sql` union all `)}) as counted group by facet) as per_facet)`;
}

function and(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

function or(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
}
