import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import type { ModelContent } from "../model";
import { findDraft, type DraftRow } from "./draft-row.server";
import { CHOSEN_LEVELS, MODEL_STATUSES, type CriteriaVersion, type PreviewState } from "./types";

/** Versions of many years. */
const MOST_VERSIONS = 200;

/** All versions of the criteria, the draft first and then the latest. */
export async function listCriteriaVersions(db: Db, locale: Locale): Promise<CriteriaVersion[]> {
  const rows = await db
    .selectFrom("readinessModels")
    .leftJoin("users as maker", "maker.id", "readinessModels.createdBy")
    .leftJoin("users as publisher", "publisher.id", "readinessModels.publishedBy")
    .select([
      ...(["version", "status", "basedOn", "publishedAt"] as const),
      "readinessModels.createdAt as madeAt",
      "maker.name as createdBy",
      "publisher.name as publishedBy",
    ])
    .orderBy(sql`published_at desc nulls first`)
    .orderBy("version")
    .limit(MOST_VERSIONS)
    .execute();
  const dayOf = (at: Date) => formatDay(dayInBaku(at), locale);
  return rows.map(({ version, status, basedOn, madeAt, createdBy, publishedAt, publishedBy }) => ({
    version,
    // The table's check allows no other.
    status: MODEL_STATUSES.find((known) => known === status) ?? "retired",
    basedOn: basedOn ?? undefined,
    created: dayOf(madeAt),
    createdBy: createdBy ?? undefined,
    published: publishedAt === null ? undefined : dayOf(publishedAt),
    publishedBy: publishedBy ?? undefined,
  }));
}

type Written = ModelContent["criteria"][number];

const rowOf = (one: Written, locale: Locale) => ({
  id: one.id,
  title: one.title[locale],
  weight: one.weight,
  months: one.document_type === null ? undefined : (one.validity_months ?? undefined),
  isOn: one.is_on !== false,
});

/** The draft as its page shows it; criteria by the dimensions to which they belong. */
export async function openDraft(db: Db, locale: Locale) {
  const draft = await findDraft(db);
  if (!draft) return undefined;
  const { version, revision, basedOn, content } = draft;
  const scoreOf = (level: string) => content.levels.find(({ id }) => id === level)?.min_score ?? 0;
  return {
    ...{ version, revision, basedOn },
    levels: CHOSEN_LEVELS.map((id) => ({
      id,
      label: content.levels.find((level) => level.id === id)?.label[locale] ?? id,
      score: String(scoreOf(id)),
    })),
    dimensions: content.dimensions.map(({ id, label }) => ({
      id,
      label: label[locale],
      criteria: content.criteria.filter(({ dimension }) => dimension === id).map((one) => rowOf(one, locale)),
    })),
    preview: await findPreview(db, draft, locale),
  };
}

/** One criterion of the draft as a form shows it, with the levels of which it is a condition. */
export async function openDraftCriterion(db: Db, criterionId: string, locale: Locale) {
  const draft = await findDraft(db);
  const own = draft?.content.criteria.find(({ id }) => id === criterionId);
  if (!draft || !own) return undefined;
  return {
    version: draft.version,
    revision: draft.revision,
    criterion: rowOf(own, locale),
    gateOf: draft.content.levels
      .filter(({ gates }) => gates.some(([id]) => id === criterionId))
      .map(({ label }) => label[locale]),
    stored: {
      weight: String(own.weight),
      validityMonths: own.validity_months === null ? undefined : String(own.validity_months),
      isOn: own.is_on === false ? undefined : "on",
      ...{ titleAz: own.title.az, titleEn: own.title.en, titleRu: own.title.ru },
      ...{ whyAz: own.why.az, whyEn: own.why.en, whyRu: own.why.ru },
      ...{ nextActionAz: own.next_action.az, nextActionEn: own.next_action.en, nextActionRu: own.next_action.ru },
    },
  };
}

/** How far the preview of a draft has come, and whether it is of the state in which the draft is. */
export async function findPreview(
  db: Db,
  { version, revision }: Pick<DraftRow, "version" | "revision">,
  locale: Locale,
): Promise<PreviewState> {
  const row = await db
    .selectFrom("readinessPreviews")
    .select(["id", "revision", "sellerCount", "judgedCount", "finishedAt"])
    .where("version", "=", version)
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!row) return { status: "none" };
  if (row.revision !== revision) return { status: "outdated" };
  if (row.finishedAt === null) return { status: "under-way", judged: row.judgedCount, total: row.sellerCount };
  const moment = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return { status: "finished", previewId: row.id, when: moment.format(row.finishedAt) };
}
