import type { CriterionView, LevelView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";

type Page = {
  score: number;
  level: LevelView | undefined;
  next: LevelView | undefined;
  isScoreShort: boolean;
  dimensions: readonly { criteria: readonly CriterionView[] }[];
};

/** Level and score of a seller, and what keeps the next level closed, each with the way to it on the page. */
export function ReadinessSum({ page }: { page: Page }) {
  const { score, level, next, isScoreShort, dimensions } = page;
  const gates = dimensions.flatMap(({ criteria }) => criteria.filter(({ isGate }) => isGate));
  return (
    <div>
      <p className="text-lg">{m["staffReadiness.sum"]({ level: level?.label ?? "", score: String(score) })}</p>
      {next ? (
        <>
          <p className="mt-2">{m["staffReadiness.missingTo"]({ level: next.label })}</p>
          <ul className="mt-1 list-disc pl-5">
            {gates.map(({ id, title }) => (
              <li key={id} className="py-0.5">
                <a href={`#${id}`} className="underline underline-offset-4">
                  {title}
                </a>
              </li>
            ))}
            {isScoreShort ? (
              <li>{m["readiness.own.scoreShort"]({ level: next.label, score: next.minimumScore })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
    </div>
  );
}
