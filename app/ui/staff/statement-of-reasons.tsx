import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

/** A decision in the reader's words; the rule is left out where nothing was done. */
export type Reasons = { outcome: string; rule: string | undefined; facts: string; when: string };

/** What was done about a report, the facts, the rule, and where one may object. */
export function StatementOfReasons({ reasons: { outcome, rule, facts, when } }: { reasons: Reasons }) {
  const paths = usePaths();
  return (
    <section aria-labelledby="decision-title" className="mb-8 rounded border border-ink bg-surface p-5">
      <h2 id="decision-title" className="text-lg">
        {outcome}
      </h2>
      <p className="text-sm text-muted">{when}</p>
      <dl className="mt-3 flex flex-col gap-3">
        <div>
          <dt className="font-semibold">{m["reviews.report.decide.facts"]()}</dt>
          <dd className="whitespace-pre-line break-words">{facts}</dd>
        </div>
        {rule ? (
          <div>
            <dt className="font-semibold">{m["reviews.report.decide.rule"]()}</dt>
            <dd>{rule}</dd>
          </div>
        ) : null}
      </dl>
      <p className="mt-3">
        {m["reviews.report.letter.redress"]()}{" "}
        <Link to={paths.text("complaints")} className={linkStyle}>
          {m["reviews.suspend.letter.complain"]()}
        </Link>
      </p>
    </section>
  );
}
