import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { DECLARATION_OF } from "../collect-facts.server";
import { wordsOf } from "../confirm/seller-readiness.server";
import type { WaitingDeclaration } from "../confirm/types";
import { readinessReference } from "../reference.server";
import { JUDGED_SELLERS, nameOfSeller, sliceOf, whereAsked, type PageOf } from "./sellers-asked.server";
import type { ReadinessQuestion } from "./types";

const CRITERION_OF = new Map<string, string>(Object.entries(DECLARATION_OF).map(([id, name]) => [name, id]));

/** What approved sellers declare and nobody of staff has confirmed. */
const waiting = (question: ReadinessQuestion) => sql`
  from ${JUDGED_SELLERS}
  join seller_declarations as said on said.seller_id = sellers.id
  where ${whereAsked(question)} and said.is_declared and said.confirmed_at is null`;

export async function countWaitingDeclarations(db: Db, question: ReadinessQuestion): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${waiting(question)}`.execute(db);
  return rows[0]?.count ?? 0;
}

type Row = { sellerId: string; seller: string; name: string; words: string | null; declaredAt: Date | null };

/** What waits for a confirmation, who waits longest first. */
export async function listWaitingDeclarations(
  db: Db,
  { question, locale, ...slice }: { question: ReadinessQuestion; locale: Locale } & PageOf,
): Promise<WaitingDeclaration[]> {
  const [{ rows }, { model }] = await Promise.all([
    sql<Row>`
      select sellers.id as seller_id, ${nameOfSeller(locale)} as seller, said.name as name, said.words as words,
        said.declared_at as declared_at
      ${waiting(question)}
      order by said.declared_at nulls first, sellers.id, said.name ${sliceOf(slice)}`.execute(db),
    readinessReference(db),
  ]);
  return rows.map(({ declaredAt, ...row }) => ({
    ...row,
    title: model.words.get(CRITERION_OF.get(row.name) ?? "")?.title[locale] ?? row.name,
    words: wordsOf(row, locale),
    declaredOn: declaredAt === null ? undefined : formatDay(dayInBaku(declaredAt), locale),
  }));
}
