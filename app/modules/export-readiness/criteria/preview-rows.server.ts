import { sql } from "kysely";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Db } from "~/platform/db/db.server";
import { m } from "~/paraglide/messages.js";
import { csvOf } from "~/platform/http/csv.server";
import type { Locale } from "~/platform/i18n/locales";
import type { StaffActor } from "~/platform/session/actors.server";
import { nameOfSeller, sliceOf, type PageOf } from "../overview/sellers-asked.server";
import { READINESS_LEVELS } from "../types";
import { findDraft, findFinishedPreview, type DraftRow } from "./draft-row.server";
import type { PreviewCounts, PreviewRow } from "./types";
import { findPreview } from "./views.server";

const rank = (column: string) => sql`array_position(${[...READINESS_LEVELS]}::text[], ${sql.ref(column)})`;
const isUp = sql<boolean>`${rank("to_level")} > ${rank("from_level")}`;
const isDown = sql<boolean>`${rank("to_level")} < ${rank("from_level")}`;

/** How many sellers would move by a draft. */
async function countPreview(db: Db, previewId: string): Promise<PreviewCounts> {
  const { rows } = await sql<PreviewCounts>`
    select count(*) filter (where ${isUp})::int as up, count(*) filter (where ${isDown})::int as down,
      count(*) filter (where to_level = from_level and to_score <> from_score)::int as score_only,
      count(*) filter (where to_level = from_level and to_score = from_score)::int as unmoved
    from readiness_preview_outcomes where preview_id = ${previewId}`.execute(db);
  return rows[0] ?? { up: 0, down: 0, scoreOnly: 0, unmoved: 0 };
}

type Row = Omit<PreviewRow, "from" | "to"> & { fromLevel: string; toLevel: string };

/** Who would move: who falls first, then who rises, then whose score alone is another, the farthest first. */
async function listPreview(
  db: Db,
  { previewId, draft, locale, ...slice }: { previewId: string; draft: DraftRow; locale: Locale } & PageOf,
): Promise<PreviewRow[]> {
  const { rows } = await sql<Row>`
    select sellers.id as seller_id, ${nameOfSeller(locale)} as seller, from_level, to_level, from_score, to_score,
      case when ${isDown} then 'down' when ${isUp} then 'up' else 'same' end as direction
    from readiness_preview_outcomes join sellers on sellers.id = readiness_preview_outcomes.seller_id
    where preview_id = ${previewId} and (to_level <> from_level or to_score <> from_score)
    order by ${isDown} desc, ${isUp} desc, abs(to_score - from_score) desc, sellers.id ${sliceOf(slice)}`.execute(db);
  const nameOf = (level: string) => draft.content.levels.find(({ id }) => id === level)?.label[locale] ?? level;
  return rows.map(({ fromLevel, toLevel, ...row }) => ({ ...row, from: nameOf(fromLevel), to: nameOf(toLevel) }));
}

/** Rows of the file. */
const MOST_ROWS = 5_000;

/** Who would move, as a table for a spreadsheet. Undefined while there is no finished preview. */
export async function exportPreview(db: Db, staff: StaffActor, locale: Locale): Promise<string | undefined> {
  const draft = await findDraft(db);
  const previewId = draft && (await findFinishedPreview(db, draft));
  if (!draft || previewId === undefined) return undefined;
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "export-readiness-list",
      subject: { kind: "readiness-list", id: "preview" },
      after: { version: draft.version },
    }),
  );
  const rows = await listPreview(db, { previewId, draft, locale, page: 1, pageSize: MOST_ROWS });
  const head = [
    m["staffReadiness.seller"],
    m["staffReadiness.movers.from"],
    m["staffReadiness.movers.to"],
    m["staffReadiness.preview.scoreNow"],
    m["staffReadiness.preview.scoreThen"],
  ];
  return csvOf([
    head.map((text) => text({}, { locale })),
    ...rows.map(({ seller, from, to, fromScore, toScore }) => [seller, from, to, String(fromScore), String(toScore)]),
  ]);
}

/** The preview of the draft as its page shows it: how far it has come, and who would move. Undefined when there is no draft. */
export async function openPreview(db: Db, { locale, ...slice }: { locale: Locale } & PageOf) {
  const draft = await findDraft(db);
  if (!draft) return undefined;
  const { version, revision } = draft;
  const state = await findPreview(db, draft, locale);
  if (state.status !== "finished") return { version, revision, state, counts: undefined, rows: [] };
  const { previewId } = state;
  const [counts, rows] = await Promise.all([
    countPreview(db, previewId),
    listPreview(db, { previewId, draft, locale, ...slice }),
  ]);
  return { version, revision, state, counts, rows };
}
