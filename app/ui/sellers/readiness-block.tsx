import type { ReadinessView } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { LevelBadge } from "./level-badge";
import { VerifiedFacts } from "./seller-block";

/** What the Federation promises of a seller: the level with its meaning, verified papers, markets. */
export function ReadinessBlock({ readiness }: { readiness: ReadinessView }) {
  return (
    <section aria-labelledby="readiness-heading" className="rounded border border-line bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="readiness-heading" className="text-lg">
          {m["readiness.title"]()}
        </h2>
        {readiness.level ? <LevelBadge level={readiness.level} /> : null}
      </div>
      {readiness.meaning ? <p className="mt-2">{readiness.meaning}</p> : null}
      {readiness.asOf ? <p className="mt-1 text-xs text-muted">{readiness.asOf}</p> : null}
      <VerifiedFacts badges={readiness.badges} />
      <p className="mt-2 text-xs text-muted">{m["readiness.guidance"]()}</p>
    </section>
  );
}
