import type { Locale } from "~/platform/i18n/locales";
import type { Judgement } from "../judge";
import type { WordedModel } from "../model";
import { isApplicable, valueOf, type CriterionState, type ReadinessLevel } from "../rules";
import type { CriterionPlace, CriterionStanding, CriterionView, LevelView } from "../types";
import { READINESS_LEVELS } from "../types";

/** Every criterion that concerns a seller, in the order of the reference, with what it brings and where it is met. */
export function criterionViews(
  model: WordedModel,
  { input, score }: Pick<Judgement, "input" | "score">,
  locale: Locale,
  placeOf: (id: string) => CriterionPlace | undefined,
): CriterionView[] {
  const gates = new Set(score.blockedBy);
  return model.criteria
    .filter((criterion) => isApplicable(criterion, input))
    .map(({ id, weight }) => {
      const state = input.states[id];
      const value = valueOf(state, input.asOf);
      const words = model.words.get(id);
      return {
        id,
        title: words?.title[locale] ?? id,
        why: words?.why[locale] ?? "",
        nextAction: words?.nextAction[locale] ?? "",
        standing: standingOf(state, value, input.asOf),
        value,
        weight,
        points: {
          earned: shareOf(weight * value, score.weightTotal, locale),
          most: shareOf(weight * 100, score.weightTotal, locale),
        },
        counted: state?.kind === "ratio" ? { met: state.met, total: state.total } : undefined,
        isGate: gates.has(id),
        place: value === 100 ? undefined : placeOf(id),
        sources: words?.sources ?? [],
      };
    });
}

/** Points of a hundred, with one digit after the point or comma. */
function shareOf(points: number, weightTotal: number, locale: Locale): string {
  const share = weightTotal === 0 ? "0" : (points / weightTotal).toFixed(1);
  return locale === "en" ? share : share.replace(".", ",");
}

export function standingOf(state: CriterionState | undefined, value: number, asOf: string): CriterionStanding {
  if (value === 100) return "met";
  if (state?.kind === "evidence") {
    if (state.status === "submitted") return "in-review";
    if (state.status === "rejected") return "rejected";
    return state.expiresOn < asOf ? "expired" : "open";
  }
  return value > 0 ? "partly" : "open";
}

/** The ladder from its lowest step up. */
export function levelViews(model: WordedModel, level: string, locale: Locale): LevelView[] {
  const at = model.levels.findIndex(({ id }) => id === level);
  return model.levels.flatMap(({ id, minimumScore }: ReadinessLevel, position) => {
    const name = READINESS_LEVELS.find((known) => known === id);
    const words = model.levelWords.get(id);
    if (!name || !words) return [];
    const standing = position < at ? "reached" : position === at ? "now" : position === at + 1 ? "next" : "later";
    return [{ id: name, label: words.label[locale], meaning: words.meaning[locale], minimumScore, standing }];
  });
}
