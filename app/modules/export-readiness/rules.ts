/** The readiness model: criteria, gates and the scoring rule of `db/reference/readiness-criteria.json`. */
export type ReadinessModel = {
  criteria: readonly ReadinessCriterion[];
  levels: readonly ReadinessLevel[];
};

export type ReadinessCriterion = {
  id: string;
  appliesTo: "goods" | "services" | "both";
  /** Name of the condition that must hold; always applicable when undefined. */
  appliesWhen: string | undefined;
  method: "computed" | "evidence" | "declared";
  weight: number;
};

export type ReadinessLevel = {
  id: string;
  minimumScore: number;
  /** Least value of a criterion; `READY` stands for all gates of the level `ready`. */
  gates: readonly (readonly [criterionId: string, minimumValue: number])[];
};

/** What is established about one criterion. A criterion without a state is unanswered, which counts as nothing. */
export type CriterionState =
  | { kind: "ratio"; met: number; total: number }
  | { kind: "fact"; holds: boolean }
  | { kind: "declared"; isDeclared: boolean; isConfirmed: boolean }
  | { kind: "evidence"; status: "submitted" | "verified" | "rejected"; expiresOn: string };

export type ReadinessInput = {
  offering: "goods" | "services" | "both";
  /** Names of the conditions that hold. */
  conditions: readonly string[];
  states: Readonly<Record<string, CriterionState>>;
  /** Calendar day on which papers must still be valid. */
  asOf: string;
};

export type ReadinessScore = {
  applicableCount: number;
  weightTotal: number;
  points: number;
  score: number;
  level: string;
  nextLevel: string | undefined;
  /** Gates of the next level that are closed, by id, and last `SCORE` when the score is too low. */
  blockedBy: string[];
  /** What raises the level most, best first. */
  nextSteps: string[];
  inReview: string[];
  /** Verified papers that end within a month. */
  renewSoon: string[];
};

const RENEWAL_NOTICE_DAYS = 30;
/** Stands for a score that is too low, among the gates that are closed. */
export const SCORE_GATE = "SCORE";

/**
 * Score and level of a seller: a pure function of criteria, what is established, and the day. Integers only, so that
 * every implementation gives the same answer. Source: the scoring rule in `db/reference/readiness-criteria.json`.
 */
export function scoreReadiness(model: ReadinessModel, input: ReadinessInput): ReadinessScore {
  const applicable = model.criteria.filter((criterion) => isApplicable(criterion, input));
  const values = new Map(applicable.map(({ id }) => [id, valueOf(input.states[id], input.asOf)]));
  const weightTotal = applicable.reduce((sum, { weight }) => sum + weight, 0);
  const points = applicable.reduce((sum, { id, weight }) => sum + weight * (values.get(id) ?? 0), 0);
  const score = weightTotal === 0 ? 0 : Math.floor(points / weightTotal);

  const closedGates = (level: ReadinessLevel) =>
    gatesOf(level, model)
      .filter(([id, minimum]) => (values.get(id) ?? 100) < minimum)
      .map(([id]) => id);
  const firstClosed = model.levels.findIndex((level) => score < level.minimumScore || closedGates(level).length > 0);
  const reached = firstClosed === -1 ? model.levels.length - 1 : Math.max(0, firstClosed - 1);
  const next = model.levels[reached + 1];
  const closed = next ? closedGates(next).toSorted() : [];
  const open = applicable.filter(({ id }) => (values.get(id) ?? 0) < 100);
  const gain = ({ id, weight }: ReadinessCriterion) => weight * (100 - (values.get(id) ?? 0));
  const steps = open.toSorted(
    (a, b) =>
      Number(closed.includes(b.id)) - Number(closed.includes(a.id)) || gain(b) - gain(a) || (a.id < b.id ? -1 : 1),
  );
  const evidence = applicable.flatMap(({ id }) => {
    const state = input.states[id];
    return state?.kind === "evidence" ? [{ id, state }] : [];
  });
  return {
    applicableCount: applicable.length,
    weightTotal,
    points,
    score,
    level: model.levels[reached]?.id ?? "",
    nextLevel: next?.id,
    blockedBy: next && score < next.minimumScore ? [...closed, SCORE_GATE] : closed,
    nextSteps: steps.map(({ id }) => id),
    inReview: evidence.filter(({ state }) => state.status === "submitted").map(({ id }) => id),
    renewSoon: evidence.filter(({ state }) => endsSoon(state, input.asOf)).map(({ id }) => id),
  };
}

export function isApplicable(criterion: ReadinessCriterion, { offering, conditions }: ReadinessInput): boolean {
  const concerns = criterion.appliesTo === "both" || offering === "both" || criterion.appliesTo === offering;
  return concerns && (criterion.appliesWhen === undefined || conditions.includes(criterion.appliesWhen));
}

/** 0 to 100. A paper is in date on the day it expires. */
export function valueOf(state: CriterionState | undefined, asOf: string): number {
  switch (state?.kind) {
    case "ratio":
      return state.total === 0 ? 0 : Math.floor((100 * state.met) / state.total);
    case "fact":
      return state.holds ? 100 : 0;
    case "declared":
      if (!state.isDeclared) return 0;
      return state.isConfirmed ? 100 : 50;
    case "evidence":
      return state.status === "verified" && asOf <= state.expiresOn ? 100 : 0;
    default:
      return 0;
  }
}

function gatesOf(level: ReadinessLevel, model: ReadinessModel): ReadinessLevel["gates"] {
  return level.gates.flatMap((gate) => {
    if (gate[0] !== "READY") return [gate];
    const ready = model.levels.find(({ id }) => id === "ready");
    return ready ? gatesOf(ready, model) : [];
  });
}

function endsSoon({ status, expiresOn }: Extract<CriterionState, { kind: "evidence" }>, asOf: string): boolean {
  const notice = new Date(Date.parse(`${asOf}T00:00:00Z`) + RENEWAL_NOTICE_DAYS * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return status === "verified" && asOf <= expiresOn && expiresOn <= notice;
}
