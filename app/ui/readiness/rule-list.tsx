import { Link } from "@remix-run/react";
import type { RuleView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";
import { pathOfPlace } from "./place-path";

const STATE_NAMES: Readonly<Record<RuleView["state"], () => string>> = {
  met: m["readiness.rule.met"],
  missing: m["readiness.rule.missing"],
  advice: m["readiness.rule.advice"],
};

const BY_NAMES: Readonly<Record<RuleView["by"], () => string>> = {
  seller: m["readiness.rule.bySeller"],
  staff: m["readiness.rule.byStaff"],
  facts: m["readiness.rule.byFacts"],
  order: m["readiness.rule.byOrder"],
};

/** What only an order can show is advice until there is one. */
function RuleBadge({ state }: Pick<RuleView, "state">) {
  return <Badge tone={state === "met" ? "verified" : "plain"}>{STATE_NAMES[state]()}</Badge>;
}

/** Rules of a market, each with whether it is met, by what that is known, and where it comes from. */
export function RuleList({ rules }: { rules: readonly RuleView[] }) {
  const paths = useAllPaths();
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface px-4">
      {rules.map(({ id, text, state, level, by, isConfirmed, open, sources, asOf }) => (
        <li key={id} className="py-4">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 flex-1 basis-64 font-medium">{text}</p>
            <RuleBadge state={by === "order" ? "advice" : state} />
          </div>
          <p className="mt-1 text-sm text-muted">
            {level === "mandatory" ? m["readiness.rule.mandatory"]() : m["readiness.rule.advised"]()} · {BY_NAMES[by]()}
          </p>
          {by === "seller" ? (
            <label className="mt-2 flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="rules"
                value={id}
                defaultChecked={isConfirmed}
                className="size-5 shrink-0 accent-madder"
              />
              {m["readiness.rule.acknowledge"]()}
            </label>
          ) : null}
          {open.length > 0 ? (
            <ul className="mt-2 list-disc pl-5 text-sm">
              {open.map(({ title, place }) => (
                <li key={title}>
                  {place ? (
                    <Link to={pathOfPlace(place, paths)} className={linkStyle}>
                      {title}
                    </Link>
                  ) : (
                    title
                  )}
                </li>
              ))}
            </ul>
          ) : null}
          {sources.length > 0 ? (
            <p className="mt-2 text-xs break-words text-muted">
              {m["readiness.rule.source"]()}{" "}
              {sources.map(({ title, url }, at) => (
                <span key={title}>
                  {at > 0 ? "; " : null}
                  {url ? (
                    <a href={url} rel="noreferrer" className="underline">
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                </span>
              ))}
              {` (${asOf})`}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
