import { sql } from "kysely";
import { nameIn, referenceBook } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { WordedModel } from "../model";
import { readinessReference } from "../reference.server";
import { SCORE_GATE } from "../rules";
import { JUDGED_SELLERS, nameOfSeller, sliceOf, whereAsked, type PageOf } from "./sellers-asked.server";
import type { NearReady, ReadinessQuestion } from "./types";

/** Sellers whom one condition of the next level, which is "Export-ready", keeps from it. */
const oneShort = (question: ReadinessQuestion) => sql`
  from ${JUDGED_SELLERS}
  where ${whereAsked(question)} and readiness_results.breakdown ->> 'nextLevel' = 'ready'
    and jsonb_array_length(readiness_results.breakdown -> 'blockedBy') = 1`;

export async function countNearReady(db: Db, question: ReadinessQuestion): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${oneShort(question)}`.execute(db);
  return rows[0]?.count ?? 0;
}

type Row = { sellerId: string; seller: string; regionId: string; score: number; lacking: string };

/** Who is one step from "Export-ready", by what the last judgement kept; the highest scores first. */
export async function listNearReady(
  db: Db,
  { question, locale, ...slice }: { question: ReadinessQuestion; locale: Locale } & PageOf,
): Promise<NearReady[]> {
  const [{ rows }, book, { model }] = await Promise.all([
    sql<Row>`
      select sellers.id as seller_id, ${nameOfSeller(locale)} as seller, places.region_id as region_id,
        readiness_results.score as score, readiness_results.breakdown -> 'blockedBy' ->> 0 as lacking
      ${oneShort(question)}
      order by readiness_results.score desc, sellers.id ${sliceOf(slice)}`.execute(db),
    referenceBook(db),
    readinessReference(db),
  ]);
  return rows.map(({ regionId, lacking, ...row }) => ({
    ...row,
    region: nameIn(book.regions.get(regionId), locale),
    lacking: lackingText(model, { lacking, score: row.score }, locale),
  }));
}

function lackingText(model: WordedModel, { lacking, score }: Pick<Row, "lacking" | "score">, locale: Locale): string {
  if (lacking !== SCORE_GATE) return model.words.get(lacking)?.title[locale] ?? lacking;
  const least = model.levels.find(({ id }) => id === "ready")?.minimumScore ?? score;
  return m["staffReadiness.near.scoreShort"]({ count: least - score }, { locale });
}
