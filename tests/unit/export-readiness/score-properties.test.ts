import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreReadiness, type CriterionState, type ReadinessInput } from "~/modules/export-readiness/rules";
import { readReadinessModel } from "~db/reference/readiness";

const model = readReadinessModel();
const levels = model.levels.map(({ id }) => id);
const conditions = [...new Set(model.criteria.flatMap(({ appliesWhen }) => appliesWhen ?? []))];

const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

const stateOf = (method: string): fc.Arbitrary<CriterionState> =>
  method === "evidence"
    ? fc.record({
        kind: fc.constant("evidence" as const),
        status: fc.constantFrom("submitted" as const, "verified" as const, "rejected" as const),
        expiresOn: day,
      })
    : method === "declared"
      ? fc.record({ kind: fc.constant("declared" as const), isDeclared: fc.boolean(), isConfirmed: fc.boolean() })
      : fc.oneof(
          fc.record({ kind: fc.constant("fact" as const), holds: fc.boolean() }),
          fc
            .tuple(fc.nat(20), fc.nat(20))
            .map(([a, b]) => ({ kind: "ratio" as const, met: Math.min(a, b), total: Math.max(a, b) })),
        );

const states = fc.record(Object.fromEntries(model.criteria.map(({ id, method }) => [id, stateOf(method)] as const)), {
  requiredKeys: [],
});

const input: fc.Arbitrary<ReadinessInput> = fc.record({
  offering: fc.constantFrom("goods" as const, "services" as const, "both" as const),
  conditions: fc.subarray(conditions),
  states: states as fc.Arbitrary<Record<string, CriterionState>>,
  asOf: day,
});

const papers = model.criteria.filter(({ method }) => method === "evidence").map(({ id }) => id);
const rankOf = (level: string) => levels.indexOf(level);

describe("the readiness score", () => {
  it("never falls by another verified paper that holds", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...papers), (asked, id) => {
        const before = scoreReadiness(model, asked);
        const paper: CriterionState = { kind: "evidence", status: "verified", expiresOn: asked.asOf };
        const after = scoreReadiness(model, { ...asked, states: { ...asked.states, [id]: paper } });
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(rankOf(after.level)).toBeGreaterThanOrEqual(rankOf(before.level));
      }),
    );
  });

  it("never rises by the clock alone", () => {
    fc.assert(
      fc.property(input, day, (asked, later) => {
        const [early, late] = [asked.asOf, later].toSorted();
        const before = scoreReadiness(model, { ...asked, asOf: early ?? "" });
        const after = scoreReadiness(model, { ...asked, asOf: late ?? "" });
        expect(after.score).toBeLessThanOrEqual(before.score);
        expect(rankOf(after.level)).toBeLessThanOrEqual(rankOf(before.level));
      }),
    );
  });

  it("lies between nothing and a hundred, and its points are those of its criteria", () => {
    fc.assert(
      fc.property(input, (asked) => {
        const { score, points, weightTotal } = scoreReadiness(model, asked);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(points).toBeLessThanOrEqual(weightTotal * 100);
      }),
    );
  });
});
