import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { LOCALES, type LocaleTexts } from "~/platform/i18n/locales";
import { MOST_ANSWERS } from "./types";

export type SavedAnswer = { answerId: string; title: string; version: number; texts: LocaleTexts<string> };

function selectAnswers(db: Db, sellerId: string) {
  return db
    .selectFrom("savedAnswers")
    .where("sellerId", "=", sellerId)
    .select([
      "id as answerId",
      "title",
      "version",
      sql<Partial<Record<string, string>>>`(
        select jsonb_object_agg(locale, body) from saved_answer_texts where answer_id = saved_answers.id)`.as("texts"),
    ]);
}

/** A shop's saved answers by their titles. */
export async function listSavedAnswers(db: Db, sellerId: string): Promise<SavedAnswer[]> {
  const rows = await selectAnswers(db, sellerId).orderBy("title").orderBy("id").limit(MOST_ANSWERS).execute();
  return rows.map(answerOf);
}

export async function findSavedAnswer(
  db: Db,
  { sellerId, answerId }: { sellerId: string; answerId: string },
): Promise<SavedAnswer | undefined> {
  const row = await selectAnswers(db, sellerId).where("id", "=", answerId).executeTakeFirst();
  return row && answerOf(row);
}

function answerOf({ texts, ...row }: Omit<SavedAnswer, "texts"> & { texts: Partial<Record<string, string>> }) {
  const known = LOCALES.flatMap((locale) => (texts[locale] === undefined ? [] : [[locale, texts[locale]] as const]));
  // An answer is written with its Azerbaijani text, in one transaction.
  return { ...row, texts: { az: "", ...Object.fromEntries(known) } };
}
