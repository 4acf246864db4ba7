import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { scoreReadiness, type CriterionState, type ReadinessInput } from "~/modules/export-readiness/rules";
import { readReadinessModel } from "~db/reference/readiness";

const state = z.union([
  z.strictObject({ ratio: z.tuple([z.int(), z.int()]) }),
  z.strictObject({ bool: z.boolean() }),
  z.strictObject({ declared: z.boolean(), confirmed: z.boolean().optional() }),
  z.strictObject({ evidence: z.enum(["submitted", "verified", "rejected"]), expires: z.string().optional() }),
]);
const file = z.looseObject({
  vectors: z.array(
    z.strictObject({
      id: z.string(),
      description: z.string(),
      input: z.strictObject({
        seller_type: z.enum(["goods", "services", "both"]),
        as_of: z.string(),
        conditions: z.array(z.string()),
        states: z.record(z.string(), state),
      }),
      expected: z.strictObject({
        applicable_count: z.int(),
        weight_total: z.int(),
        points: z.int(),
        score: z.int(),
        level: z.string(),
        next_level: z.string().nullable(),
        blocked_by: z.array(z.string()),
        next_steps: z.array(z.string()),
        in_review: z.array(z.string()),
        renew_soon: z.array(z.string()),
      }),
    }),
  ),
});

function stateOf(given: z.infer<typeof state>): CriterionState {
  if ("ratio" in given) return { kind: "ratio", met: given.ratio[0], total: given.ratio[1] };
  if ("bool" in given) return { kind: "fact", holds: given.bool };
  if ("declared" in given) {
    return { kind: "declared", isDeclared: given.declared, isConfirmed: given.confirmed ?? false };
  }
  return { kind: "evidence", status: given.evidence, expiresOn: given.expires ?? "2000-01-01" };
}

const model = readReadinessModel();
const { vectors } = file.parse(JSON.parse(readFileSync("db/reference/readiness-vectors.json", "utf8")));

describe("the readiness score", () => {
  it("is tried on all sixteen vectors", () => expect(vectors).toHaveLength(16));

  it.each(vectors.map((vector) => [`${vector.id}: ${vector.description}`, vector] as const))("%s", (_title, vector) => {
    const { seller_type, as_of, conditions, states } = vector.input;
    const input: ReadinessInput = {
      offering: seller_type,
      asOf: as_of,
      conditions,
      states: Object.fromEntries(Object.entries(states).map(([id, given]) => [id, stateOf(given)])),
    };

    const result = scoreReadiness(model, input);

    expect({
      applicable_count: result.applicableCount,
      weight_total: result.weightTotal,
      points: result.points,
      score: result.score,
      level: result.level,
      next_level: result.nextLevel ?? null,
      blocked_by: result.blockedBy,
      next_steps: result.nextSteps.slice(0, 3),
      in_review: result.inReview,
      renew_soon: result.renewSoon,
    }).toEqual(vector.expected);
  });
});
