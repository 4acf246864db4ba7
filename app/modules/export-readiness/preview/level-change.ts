import type { Judgement } from "../judge";
import { isApplicable, valueOf, type ReadinessInput, type ReadinessModel } from "../rules";

export type CriterionChange = {
  id: string;
  /** Of criteria that are counted. */
  counted: { met: number; total: number } | undefined;
};

/** What a deed changes about a seller's readiness. */
export type LevelChange = {
  before: { level: string; score: number };
  after: { level: string; score: number };
  /** Criteria that are met less than before, or asked for only now and not met; those that close a level first. */
  lost: CriterionChange[];
  gained: CriterionChange[];
  opened: string[];
  closed: string[];
};

/** Puts two judgements of one seller beside each other. Pure, as they are. */
export function levelChange(before: Judgement, after: Judgement, model: ReadinessModel): LevelChange {
  const ofLevel = (id: string) => after.score.blockedBy.includes(id);
  const changes = model.criteria
    .filter((criterion) => isApplicable(criterion, after.input))
    .map((criterion) => {
      const { id } = criterion;
      const was = isApplicable(criterion, before.input) ? valueIn(before.input, id) : undefined;
      const state = after.input.states[id];
      const counted = state?.kind === "ratio" ? { met: state.met, total: state.total } : undefined;
      return { id, counted, was, is: valueIn(after.input, id) };
    });
  const openIn = ({ markets }: Judgement) => markets.flatMap(({ market, isOpen }) => (isOpen ? [market] : []));
  const [openBefore, openAfter] = [openIn(before), openIn(after)];
  return {
    before: standing(before),
    after: standing(after),
    lost: changes
      .filter(({ was = 100, is }) => is < was)
      .toSorted((a, b) => Number(ofLevel(b.id)) - Number(ofLevel(a.id)))
      .map(({ id, counted }) => ({ id, counted })),
    gained: changes.filter(({ was, is }) => was !== undefined && is > was).map(({ id, counted }) => ({ id, counted })),
    opened: openAfter.filter((market) => !openBefore.includes(market)),
    closed: openBefore.filter((market) => !openAfter.includes(market)),
  };
}

/** Whether there is something to say: a level, a score or a market is another. */
export function isFelt({ before, after, opened, closed }: LevelChange): boolean {
  return before.level !== after.level || before.score !== after.score || opened.length > 0 || closed.length > 0;
}

const valueIn = ({ states, asOf }: ReadinessInput, id: string) => valueOf(states[id], asOf);
const standing = ({ score: { level, score } }: Judgement) => ({ level, score });
