import type { CriteriaVersion, ModelStatus } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";

const STATUS_NAMES: Readonly<Record<ModelStatus, () => string>> = {
  draft: m["staffReadiness.criteria.status.draft"],
  published: m["staffReadiness.criteria.status.published"],
  retired: m["staffReadiness.criteria.status.retired"],
};

const TONES = { draft: "featured", published: "verified", retired: "plain" } as const;

/** Versions of the criteria with who made and who published each; the first one came with the site. */
export function VersionList({ versions }: { versions: readonly CriteriaVersion[] }) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {versions.map((one) => (
        <li key={one.version} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-1 px-5 py-3">
          <div className="min-w-0">
            <p className="font-semibold break-words">
              {one.version}
              {one.basedOn ? (
                <span className="font-normal text-muted">
                  {" "}
                  · {m["staffReadiness.criteria.basedOn"]({ version: one.basedOn })}
                </span>
              ) : null}
            </p>
            <p className="text-sm text-muted">{historyOf(one).join(" · ")}</p>
          </div>
          <Badge tone={TONES[one.status]}>{STATUS_NAMES[one.status]()}</Badge>
        </li>
      ))}
    </ul>
  );
}

function historyOf({ created, createdBy, published, publishedBy }: CriteriaVersion): string[] {
  const made = createdBy
    ? m["staffReadiness.criteria.madeBy"]({ day: created, name: createdBy })
    : m["staffReadiness.criteria.made"]({ day: created });
  if (!published) return [made];
  const shown = publishedBy
    ? m["staffReadiness.criteria.publishedBy"]({ day: published, name: publishedBy })
    : m["staffReadiness.criteria.publishedOn"]({ day: published });
  return [made, shown];
}
