import { sql } from "kysely";
import { headingIn, nameIn, referenceBook, type ReferenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { READINESS_LEVELS, type LevelName } from "../types";
import { JUDGED_SELLERS, whereAsked } from "./sellers-asked.server";
import type { LevelBar, LevelCounts, ReadinessQuestion } from "./types";

type Row = { id: string; level: string | null; count: number };

const NOBODY: LevelCounts = { exploring: 0, preparing: 0, ready: 0, exporting: 0 };

/**
 * Sellers by level: in every region, and in every field of what they make, most sellers first; whom nobody
 * has judged explores.
 */
export async function countByLevel(db: Db, question: ReadinessQuestion, locale: Locale) {
  const [regions, crafts, book] = await Promise.all([
    sql<Row>`
      select places.region_id as id, readiness_results.level as level, count(*)::int as count
      from ${JUDGED_SELLERS} where ${whereAsked(question)} group by 1, 2`.execute(db),
    sql<Row>`
      with recursive fields as (
        select id, id as field_id from categories where parent_id is null
        union all
        select categories.id, fields.field_id from categories join fields on categories.parent_id = fields.id)
      select fields.field_id as id, readiness_results.level as level, count(distinct sellers.id)::int as count
      from ${JUDGED_SELLERS}
      join seller_categories as kinds on kinds.seller_id = sellers.id
      join fields on fields.id = kinds.category_id
      where ${whereAsked(question)} group by 1, 2`.execute(db),
    referenceBook(db),
  ]);
  const regionBars = barsOf(regions.rows, (id) => nameIn(book.regions.get(id), locale));
  return {
    total: regionBars.reduce((sum, { total }) => sum + total, 0),
    levels: sumOf(regionBars),
    regions: regionBars,
    crafts: barsOf(crafts.rows, (id) => headingIn(book.categories.get(id)?.names, locale)),
  };
}

function sumOf(bars: readonly LevelBar[]): LevelCounts {
  const counts: Record<LevelName, number> = { ...NOBODY };
  for (const bar of bars) for (const level of READINESS_LEVELS) counts[level] += bar.counts[level];
  return counts;
}

function barsOf(rows: readonly Row[], labelOf: (id: string) => string): LevelBar[] {
  const found = new Map<string, Record<LevelName, number>>();
  for (const { id, level, count } of rows) {
    const counts = found.get(id) ?? { ...NOBODY };
    counts[READINESS_LEVELS.find((known) => known === level) ?? "exploring"] += count;
    found.set(id, counts);
  }
  return [...found]
    .map(([id, counts]) => ({
      id,
      label: labelOf(id),
      counts,
      total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    }))
    .toSorted((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1));
}

type Choice = { value: string; label: string };

/** What the overview can be narrowed to, in the reader's words. */
export async function readinessChoices(db: Db, locale: Locale): Promise<{ regions: Choice[]; crafts: Choice[] }> {
  const book: ReferenceBook = await referenceBook(db);
  return {
    regions: [...book.regions].map(([value, names]) => ({ value, label: nameIn(names, locale) })),
    crafts: [...book.categories.values()].map(({ id, parentId, names }) => ({
      value: id,
      label: `${parentId === undefined ? "" : "— "}${headingIn(names, locale)}`,
    })),
  };
}
