import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_RULE_TEXTS,
  INQUIRY_CASE_RULES,
  outcomesOf,
  type InquiryCaseView,
} from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  report: InquiryCaseView;
  sellerId: string;
};

/** What is done about a thread, by which rule, and the facts that both sides are told. */
export function DecideInquiryCase({ last, formKey, report, sellerId }: Props) {
  const { version, reportedBy, isUnheard, answerBy } = report;
  const { form, fields } = usePageForm<"outcome" | "rule" | "facts" | "unheard">("decide-case", last);
  const paths = usePaths();
  return (
    <section aria-labelledby="decide-title" className="rounded border border-line p-4 sm:p-5">
      <h2 id="decide-title" className="mb-4 text-lg">
        {m["reviews.report.decide.title"]()}
      </h2>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="subjectVersion" value={version} />
        <RadioField
          meta={fields.outcome}
          legend={m["reviews.report.decide.outcome"]()}
          options={outcomesOf(reportedBy).map((value) => ({ value, label: INQUIRY_CASE_OUTCOME_TEXTS[value]() }))}
        />
        {reportedBy === "buyer" ? (
          <p className="text-sm text-muted">
            {m["inquiryCases.review.suspendHint"]()}{" "}
            <Link to={paths.suspendSeller(sellerId)} className={linkStyle}>
              {m["inquiryCases.review.suspend"]()}
            </Link>
          </p>
        ) : null}
        <div data-key="r">
          <SelectField
            meta={fields.rule}
            label={m["reviews.report.decide.rule"]()}
            hint={m["inquiryCases.review.ruleHint"]()}
            none={m["reviews.report.decide.noRule"]()}
            options={INQUIRY_CASE_RULES.map((value) => ({ value, label: INQUIRY_CASE_RULE_TEXTS[value]() }))}
          />
        </div>
        <TextAreaField
          meta={fields.facts}
          label={m["reviews.report.decide.facts"]()}
          hint={m["inquiryCases.review.factsHint"]()}
          rows={5}
        />
        {isUnheard ? (
          <CheckboxField
            meta={fields.unheard}
            label={m["inquiryCases.review.unheard"]()}
            hint={m["inquiryCases.review.unheardHint"]({ when: answerBy })}
          />
        ) : null}
        <div>
          <SubmitButton>{m["reviews.report.decide.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </section>
  );
}
