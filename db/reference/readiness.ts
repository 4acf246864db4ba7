import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ReadinessModel } from "~/modules/export-readiness/rules";

const file = z.looseObject({
  meta: z.looseObject({ version: z.string() }),
  levels: z.array(
    z.looseObject({ id: z.string(), min_score: z.int(), gates: z.array(z.tuple([z.string(), z.int()])) }),
  ),
  criteria: z.array(
    z.looseObject({
      id: z.string(),
      applies_to: z.enum(["goods", "services", "both"]),
      applies_when: z.string().nullable(),
      method: z.enum(["computed", "evidence", "declared"]),
      weight: z.int(),
      document_type: z.string().nullable(),
    }),
  ),
});

/** The readiness model as its reference file says it, with the paper that each evidence criterion asks for. */
export function readReadinessModel(): ReadinessModel & { version: string; papers: ReadonlyMap<string, string> } {
  const { meta, levels, criteria } = file.parse(
    JSON.parse(readFileSync(new URL("readiness-criteria.json", import.meta.url), "utf8")),
  );
  return {
    version: meta.version,
    levels: levels.map(({ id, min_score, gates }) => ({ id, minimumScore: min_score, gates })),
    criteria: criteria.map(({ id, applies_to, applies_when, method, weight }) => ({
      id,
      appliesTo: applies_to,
      appliesWhen: applies_when ?? undefined,
      method,
      weight,
    })),
    papers: new Map(criteria.flatMap(({ id, document_type }) => (document_type === null ? [] : [[id, document_type]]))),
  };
}
