import { sql, type RawBuilder } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { READINESS_LEVELS, type LevelName } from "../types";
import { JUDGED_SELLERS, nameOfSeller, sliceOf, whereAsked, type PageOf } from "./sellers-asked.server";
import type { Mover, ReadinessQuestion } from "./types";

/** How far back sellers are compared with themselves. */
const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

const rankOf = (level: RawBuilder<unknown>) => sql`array_position(${[...READINESS_LEVELS]}::text[], ${level})`;

/** Sellers of whom a level is known from before, with the one that they had then; who joined since has not moved. */
const moved = (question: ReadinessQuestion, now: Date) => sql`
  from ${JUDGED_SELLERS}
  cross join lateral (
    select level from readiness_history
    where seller_id = sellers.id and computed_at <= ${new Date(now.getTime() - DAYS_BACK * DAY_MS)}
    order by computed_at desc limit 1) as earlier
  where ${whereAsked(question)} and readiness_results.level <> earlier.level`;

const isUp = sql<boolean>`${rankOf(sql`readiness_results.level`)} > ${rankOf(sql`earlier.level`)}`;

/** How many sellers stand higher, and how many lower, than three months ago. */
export async function countMovers(
  db: Db,
  question: ReadinessQuestion,
  now: Date,
): Promise<{ up: number; down: number }> {
  const { rows } = await sql<{ up: number; down: number }>`
    select count(*) filter (where ${isUp})::int as up, count(*) filter (where not ${isUp})::int as down
    ${moved(question, now)}`.execute(db);
  return rows[0] ?? { up: 0, down: 0 };
}

/** Who stands on another level than three months ago: who fell first. */
export async function listMovers(
  db: Db,
  { question, locale, ...slice }: { question: ReadinessQuestion; locale: Locale } & PageOf,
  now: Date,
): Promise<Mover[]> {
  const { rows } = await sql<{ sellerId: string; seller: string; from: LevelName; to: LevelName; isUp: boolean }>`
    select sellers.id as seller_id, ${nameOfSeller(locale)} as seller, earlier.level as from,
      readiness_results.level as to, ${isUp} as is_up
    ${moved(question, now)}
    order by is_up, seller, sellers.id ${sliceOf(slice)}`.execute(db);
  return rows;
}
