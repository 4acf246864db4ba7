import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_RULE_TEXTS,
  INQUIRY_CASE_RULES,
  outcomesOf,
  type InquiryCaseView,
} from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DecideCase } from "~/ui/staff/decide-case";

type Props = Pick<ComponentProps<typeof DecideCase>, "last" | "formKey"> & {
  report: InquiryCaseView;
  sellerId: string;
};

/** What is done about a thread; of a shop more than that is another page's. */
export function DecideThread({ last, formKey, report, sellerId }: Props) {
  const { version, reportedBy, isUnheard, answerBy: when } = report;
  const paths = useAllPaths();
  const unheard = { label: m["inquiryCases.review.unheard"](), hint: m["inquiryCases.review.unheardHint"]({ when }) };
  return (
    <DecideCase
      last={last}
      formKey={formKey}
      version={version}
      outcomes={outcomesOf(reportedBy).map((value) => ({ value, label: INQUIRY_CASE_OUTCOME_TEXTS[value]() }))}
      rules={INQUIRY_CASE_RULES.map((value) => ({ value, label: INQUIRY_CASE_RULE_TEXTS[value]() }))}
      hints={{ rule: m["inquiryCases.review.ruleHint"](), facts: m["inquiryCases.review.factsHint"]() }}
      unheard={isUnheard ? unheard : undefined}
    >
      {reportedBy === "buyer" ? (
        <p className="text-sm text-muted">
          {m["inquiryCases.review.suspendHint"]()}{" "}
          <Link to={paths.suspendSeller(sellerId)} className={linkStyle}>
            {m["inquiryCases.review.suspend"]()}
          </Link>
        </p>
      ) : null}
    </DecideCase>
  );
}
