import { describe, expect, it } from "vitest";
import type { Judgement } from "~/modules/export-readiness/judge";
import { isFelt, levelChange } from "~/modules/export-readiness/preview/level-change";
import { scoreReadiness, type CriterionState, type ReadinessModel } from "~/modules/export-readiness/rules";

const criterion = (id: string, appliesWhen?: string) => ({
  id,
  appliesTo: "both" as const,
  appliesWhen,
  method: "computed" as const,
  weight: 1,
});
const MODEL: ReadinessModel = {
  criteria: [criterion("A"), criterion("B"), criterion("C", "odd")],
  levels: [
    { id: "exploring", minimumScore: 0, gates: [] },
    { id: "ready", minimumScore: 50, gates: [["B", 100]] },
  ],
};
const ratio = (met: number, total: number): CriterionState => ({ kind: "ratio", met, total });

type Given = { states: Record<string, CriterionState>; conditions?: string[]; open?: string[] };

function judgement({ states, conditions = [], open = [] }: Given): Judgement {
  const input = { offering: "both" as const, conditions, states, asOf: "2026-11-27" };
  const markets = ["EU", "US"].map((market) => ({ market, isOpen: open.includes(market), rules: [] }));
  return { input, score: scoreReadiness(MODEL, input), markets };
}

const WHOLE = { A: ratio(3, 3), B: ratio(3, 3) };

describe("what a deed changes about a level", () => {
  it("is nothing when both judgements are the same", () => {
    const change = levelChange(judgement({ states: WHOLE }), judgement({ states: WHOLE }), MODEL);
    expect(change).toMatchObject({ lost: [], gained: [], opened: [], closed: [] });
    expect(isFelt(change)).toBe(false);
  });

  it("names what is lost, that which closes the level first, with how many are counted", () => {
    const after = judgement({ states: { A: ratio(3, 4), B: ratio(1, 4) } });
    expect(levelChange(judgement({ states: WHOLE }), after, MODEL)).toEqual({
      before: { level: "ready", score: 100 },
      after: { level: "exploring", score: 50 },
      lost: [
        { id: "B", counted: { met: 1, total: 4 } },
        { id: "A", counted: { met: 3, total: 4 } },
      ],
      gained: [],
      opened: [],
      closed: [],
    });
  });

  it("names what is gained, and what is asked for only now and not met", () => {
    const before = judgement({ states: { A: ratio(1, 2), B: ratio(1, 1) } });
    const after = judgement({ states: { A: ratio(2, 2), B: ratio(1, 1) }, conditions: ["odd"] });
    const change = levelChange(before, after, MODEL);
    expect(change.gained).toEqual([{ id: "A", counted: { met: 2, total: 2 } }]);
    expect(change.lost).toEqual([{ id: "C", counted: undefined }]);
    // What is asked for no more is neither.
    expect(levelChange(after, before, MODEL).gained).toEqual([]);
  });

  it("names the markets that open and close, and is felt by them alone", () => {
    const change = levelChange(
      judgement({ states: WHOLE, open: ["EU"] }),
      judgement({ states: WHOLE, open: ["US"] }),
      MODEL,
    );
    expect(change).toMatchObject({ opened: ["US"], closed: ["EU"] });
    expect(isFelt(change)).toBe(true);
  });

  it.each(["level", "score"])("is felt by the %s alone", (part) => {
    const same = { level: "ready", score: 80 };
    const other = part === "level" ? { ...same, level: "exploring" } : { ...same, score: 81 };
    const change = { before: same, after: other, lost: [], gained: [], opened: [], closed: [] };
    expect(isFelt(change)).toBe(true);
  });
});
