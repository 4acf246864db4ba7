import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { collectFacts } from "../collect-facts.server";
import { judge, type Judgement } from "../judge";
import { readinessReference, type ReadinessReference } from "../reference.server";
import { OF_EDITORS, type CriterionPlace, type CriterionView, type LevelView } from "../types";
import { criterionViews, levelViews } from "./criterion-views";
import { placeOf, soughtIn } from "./places";

export type ReadinessPage = {
  score: number;
  level: LevelView | undefined;
  next: LevelView | undefined;
  ladder: LevelView[];
  /** What raises the level most, best first, at most three. */
  steps: CriterionView[];
  /** How many criteria keep the next level closed, besides the score. */
  gateCount: number;
  /** Whether the score itself is too low for the next level. */
  isScoreShort: boolean;
  dimensions: { id: string; label: string; metCount: number; criteria: CriterionView[] }[];
  history: { day: string; label: string; score: number; level: string }[];
};

/** Most points of the chart: a year of weekly changes. */
const MOST_POINTS = 52;

/**
 * A seller's readiness as it is this moment, with everything that explains it; the stored judgement that buyers see follows
 * within seconds. Undefined when there is no such seller.
 */
export async function openReadiness(
  db: Db,
  { sellerId, locale, mayManage }: { sellerId: string; locale: Locale; mayManage: boolean },
  now = clock(),
): Promise<ReadinessPage | undefined> {
  const [reference, [facts], history] = await Promise.all([
    readinessReference(db),
    collectFacts(db, [sellerId]),
    listHistory(db, sellerId),
  ]);
  if (!facts) return undefined;
  const judgement = judge(facts, reference, dayInBaku(now));
  const sought = soughtIn(facts, reference);
  return readinessPage({ reference, judgement, history }, locale, (id) => {
    const place = placeOf(id, sought);
    return place && (mayManage || OF_EDITORS.has(place.kind)) ? place : undefined;
  });
}

type Judged = {
  reference: ReadinessReference;
  judgement: Pick<Judgement, "input" | "score">;
  history: readonly { computedAt: Date; score: number; level: string }[];
};

/** A judgement with everything that explains it, in the reader's words. */
export function readinessPage(
  { reference: { model }, judgement, history }: Judged,
  locale: Locale,
  placeFor: (id: string) => CriterionPlace | undefined,
): ReadinessPage {
  const { score } = judgement;
  const views = criterionViews(model, judgement, locale, placeFor);
  const ladder = levelViews(model, score.level, locale);
  const byId = new Map(views.map((view) => [view.id, view]));
  return {
    score: score.score,
    level: ladder.find(({ standing }) => standing === "now"),
    next: ladder.find(({ standing }) => standing === "next"),
    ladder,
    steps: score.nextSteps.slice(0, 3).flatMap((id) => byId.get(id) ?? []),
    gateCount: score.blockedBy.filter((id) => byId.has(id)).length,
    isScoreShort: score.blockedBy.some((id) => !byId.has(id)),
    dimensions: model.dimensions.flatMap(({ id, label }) => {
      const criteria = views.filter((view) => model.words.get(view.id)?.dimension === id);
      const metCount = criteria.filter(({ standing }) => standing === "met").length;
      return criteria.length === 0 ? [] : [{ id, label: label[locale], metCount, criteria }];
    }),
    history: history.map(({ computedAt, score: then, level }) => {
      const day = dayInBaku(computedAt);
      return {
        day,
        label: formatDay(day, locale),
        score: then,
        level: model.levelWords.get(level)?.label[locale] ?? level,
      };
    }),
  };
}

/** The way of a seller's score, from the earliest point of the chart on. */
export async function listHistory(db: Db, sellerId: string) {
  const rows = await db
    .selectFrom("readinessHistory")
    .select(["computedAt", "score", "level"])
    .where("sellerId", "=", sellerId)
    .orderBy("computedAt", "desc")
    .limit(MOST_POINTS)
    .execute();
  return rows.toReversed();
}
