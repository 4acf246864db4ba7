import { Link } from "@remix-run/react";
import type { CriterionPlace, CriterionStanding, CriterionView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { pathOfPlace } from "./place-path";

export const STANDING_NAMES: Readonly<Record<CriterionStanding, () => string>> = {
  met: m["readiness.standing.met"],
  partly: m["readiness.standing.partly"],
  open: m["readiness.standing.open"],
  "in-review": m["readiness.standing.inReview"],
  expired: m["readiness.standing.expired"],
  rejected: m["readiness.standing.rejected"],
};

/** Criteria of one dimension, each with what it brings, why it matters and what to do. */
export function CriterionList({ criteria }: { criteria: readonly CriterionView[] }) {
  return (
    <ul className="divide-y divide-line">
      {criteria.map((criterion) => (
        <li key={criterion.id} id={criterion.id} className="scroll-mt-24 py-4">
          <Criterion criterion={criterion} />
        </li>
      ))}
    </ul>
  );
}

function Criterion({ criterion }: { criterion: CriterionView }) {
  const { title, why, nextAction, standing, points, counted, isGate, place, sources } = criterion;
  const paths = useAllPaths();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-semibold">{title}</h3>
        <span className="flex flex-wrap items-center gap-2">
          {isGate ? <Badge tone="plain">{m["readiness.own.gate"]()}</Badge> : null}
          <Badge tone={standing === "met" ? "verified" : "plain"}>{STANDING_NAMES[standing]()}</Badge>
        </span>
      </div>
      <p className="mt-1 text-sm text-muted tabular-nums">
        {m["readiness.own.points"](points)}
        {counted ? ` · ${m["readiness.own.counted"](counted)}` : null}
      </p>
      {standing === "met" ? null : (
        <p className="mt-2">
          {nextAction}{" "}
          {place ? (
            <Link to={pathOfPlace(place, paths)} className={linkStyle}>
              {wordsOfPlace(place)}
              <span className="sr-only">: {title}</span>
            </Link>
          ) : null}
        </p>
      )}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-indigo">
          {m["readiness.own.why"]()}
        </summary>
        <p className="text-sm">{why}</p>
        {sources.length > 0 ? (
          <ul className="mt-2 list-disc pl-5 text-xs break-words text-muted">
            {sources.map((source) => (
              <li key={source.title}>
                {source.url ? (
                  <a href={source.url} rel="noreferrer" className="underline">
                    {source.title}
                  </a>
                ) : (
                  source.title
                )}{" "}
                ({source.asOf === "undated" ? m["passports.asOf.undated"]() : source.asOf})
              </li>
            ))}
          </ul>
        ) : null}
      </details>
    </>
  );
}

function wordsOfPlace(place: CriterionPlace): string {
  switch (place.kind) {
    case "listing":
      return m["readiness.own.toListing"]({ title: place.title });
    case "unsent":
      return m["readiness.own.toUnsent"]({ title: place.title });
    default:
      return m["readiness.own.toPlace"]();
  }
}
