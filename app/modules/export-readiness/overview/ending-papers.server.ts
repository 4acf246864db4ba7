import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { paperName } from "../evidence/paper-names";
import { JUDGED_SELLERS, nameOfSeller, sliceOf, whereAsked, type PageOf } from "./sellers-asked.server";
import type { EndingDays, EndingPaper, ReadinessQuestion } from "./types";

type Asked = { question: ReadinessQuestion; days: EndingDays };

/** Papers that count and end soon; one that a newer verified paper has taken the place of ends unnoticed. */
const ending = ({ question, days }: Asked, today: string) => sql`
  from ${JUDGED_SELLERS}
  join evidence on evidence.seller_id = sellers.id and evidence.status = 'verified'
  where ${whereAsked(question)}
    and evidence.expires_on between ${today}::date and ${dayAfter(today, days)}::date
    and not exists (
      select from evidence as newer
      where newer.seller_id = evidence.seller_id and newer.document_type = evidence.document_type
        and newer.status = 'verified' and newer.expires_on >= ${today}::date
        and newer.submitted_at > evidence.submitted_at
        and (newer.category_ids = '{}'
          or (evidence.category_ids <> '{}' and evidence.category_ids <@ newer.category_ids)))`;

export async function countEndingPapers(
  db: Db,
  question: ReadinessQuestion,
  now: Date,
): Promise<Readonly<Record<EndingDays, number>>> {
  const today = dayInBaku(now);
  const { rows } = await sql<{ soon: number; later: number }>`
    select count(*) filter (where evidence.expires_on <= ${dayAfter(today, 30)}::date)::int as soon,
      count(*)::int as later
    ${ending({ question, days: 90 }, today)}`.execute(db);
  return { 30: rows[0]?.soon ?? 0, 90: rows[0]?.later ?? 0 };
}

type Row = {
  evidenceId: string;
  sellerId: string;
  seller: string;
  documentType: string;
  expiresOn: string;
  remindedAt: Date | null;
  isNewerWaiting: boolean;
};

/** Papers that end within some days, those that end first at the beginning. */
export async function listEndingPapers(
  db: Db,
  { question, days, locale, ...slice }: Asked & { locale: Locale } & PageOf,
  now: Date,
): Promise<EndingPaper[]> {
  const { rows } = await sql<Row>`
    select evidence.id as evidence_id, sellers.id as seller_id, ${nameOfSeller(locale)} as seller,
      evidence.document_type as document_type, evidence.expires_on as expires_on,
      (select max(reminded_at) from evidence_reminders where evidence_id = evidence.id) as reminded_at,
      exists (
        select from evidence as waiting
        where waiting.seller_id = evidence.seller_id and waiting.document_type = evidence.document_type
          and waiting.status = 'submitted') as is_newer_waiting
    ${ending({ question, days }, dayInBaku(now))}
    order by evidence.expires_on, evidence.id ${sliceOf(slice)}`.execute(db);
  return rows.map(({ documentType, remindedAt, ...row }) => ({
    ...row,
    paper: paperName(documentType, { locale }),
    day: formatDay(row.expiresOn, locale),
    remindedOn: remindedAt === null ? undefined : formatDay(dayInBaku(remindedAt), locale),
  }));
}
