import { z } from "zod";
import type { Locale } from "~/platform/i18n/locales";
import type { ReadinessModel } from "./rules";

const texts = z.object({ az: z.string().min(1), en: z.string().min(1), ru: z.string().min(1) });

const content = z.looseObject({
  meta: z.looseObject({ version: z.string().min(1) }),
  dimensions: z.array(z.looseObject({ id: z.string(), label: texts })),
  levels: z.array(
    z.looseObject({
      id: z.string(),
      label: texts,
      meaning: texts,
      min_score: z.int().min(0).max(100),
      gates: z.array(z.tuple([z.string(), z.int()])),
    }),
  ),
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      dimension: z.string(),
      title: texts,
      applies_to: z.enum(["goods", "services", "both"]),
      applies_when: z.string().nullable(),
      method: z.enum(["computed", "evidence", "declared"]),
      weight: z.int().positive(),
      document_type: z.string().nullable(),
      validity_months: z.int().positive().nullable(),
      why: texts,
      next_action: texts,
      sources: z.array(z.string()),
      /** Off: it stands in the version and concerns nobody. On when it is not said. */
      is_on: z.boolean().optional(),
    }),
  ),
  sources: z.record(z.string(), z.looseObject({ title: z.string(), url: z.string().nullable(), as_of: z.string() })),
});

/** A version as it is written, with everything in it that only people read. */
export type ModelContent = z.output<typeof content>;

/** @throws when it is not written so */
export function readModelContent(json: unknown): ModelContent {
  return content.parse(json);
}

type Texts = Readonly<Record<Locale, string>>;

export type CriterionWords = {
  id: string;
  dimension: string;
  title: Texts;
  why: Texts;
  nextAction: Texts;
  /** What kind of paper it asks for; undefined where it asks for none. */
  documentType: string | undefined;
  /** How long such a paper counts from the day of its issue. */
  validityMonths: number | undefined;
  sources: readonly ModelSource[];
};

export type ModelSource = {
  title: string;
  url: string | undefined;
  /** As the source bears it: a day, a year, "undated". */ asOf: string;
};

/** A version of the criteria with everything that people read of it. */
export type WordedModel = ReadinessModel & {
  version: string;
  dimensions: readonly { id: string; label: Texts }[];
  levelWords: ReadonlyMap<string, { label: Texts; meaning: Texts }>;
  words: ReadonlyMap<string, CriterionWords>;
  /** Kinds of paper by the id of the criterion that asks for them. */
  papers: ReadonlyMap<string, string>;
  /** What the criteria and the rules of the markets rest on, by the ids that they name. */
  sources: ReadonlyMap<string, ModelSource>;
};

/**
 * Reads a version of the criteria as `db/reference/readiness-criteria.json` and `readiness_models.content` are written.
 *
 * @throws when it is not written so: such a version must not be published
 */
export function parseReadinessModel(json: unknown): WordedModel {
  const { meta, dimensions, levels, criteria: written, sources } = content.parse(json);
  const criteria = written.filter(({ is_on }) => is_on !== false);
  const named = new Map(
    Object.entries(sources).map(([id, { title, url, as_of }]) => [id, { title, url: url ?? undefined, asOf: as_of }]),
  );
  return {
    version: meta.version,
    dimensions,
    levels: levels.map(({ id, min_score, gates }) => ({ id, minimumScore: min_score, gates })),
    levelWords: new Map(levels.map(({ id, label, meaning }) => [id, { label, meaning }])),
    criteria: criteria.map(({ id, applies_to, applies_when, method, weight }) => ({
      id,
      appliesTo: applies_to,
      appliesWhen: applies_when ?? undefined,
      method,
      weight,
    })),
    words: new Map(
      criteria.map((one) => [
        one.id,
        {
          id: one.id,
          dimension: one.dimension,
          title: one.title,
          why: one.why,
          nextAction: one.next_action,
          documentType: one.document_type ?? undefined,
          validityMonths: one.validity_months ?? undefined,
          sources: one.sources.flatMap((id) => named.get(id) ?? []),
        },
      ]),
    ),
    sources: named,
    papers: new Map(criteria.flatMap(({ id, document_type }) => (document_type === null ? [] : [[id, document_type]]))),
  };
}
