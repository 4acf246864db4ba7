import { Link } from "@remix-run/react";
import { INQUIRY_CASE_OUTCOME_TEXTS, INQUIRY_CASE_RULE_TEXTS, type InquiryCaseView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

type Props = { decision: NonNullable<InquiryCaseView["decision"]> };

/** The statement of reasons: what was done, the facts, the rule, and where one may object. */
export function CaseDecision({ decision: { outcome, rule, facts, when } }: Props) {
  const paths = usePaths();
  return (
    <section aria-labelledby="decision-title" className="mb-8 rounded border border-ink bg-surface p-5">
      <h2 id="decision-title" className="text-lg">
        {INQUIRY_CASE_OUTCOME_TEXTS[outcome]()}
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
            <dd>{INQUIRY_CASE_RULE_TEXTS[rule]()}</dd>
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
