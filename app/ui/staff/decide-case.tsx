import type { SubmissionResult } from "@conform-to/react";
import { REPORT_OUTCOME_TEXTS, REPORT_OUTCOMES, REPORT_RULE_TEXTS, REPORT_RULES } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  version: number;
  /** Until when the seller was promised that she may answer, while she has not. */
  answerBy: string | undefined;
};

/** What is done, by which rule, and the facts that both sides are told. */
export function DecideCase({ last, formKey, version, answerBy }: Props) {
  const { form, fields } = usePageForm<"outcome" | "rule" | "facts" | "unheard">("decide-case", last);
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
          options={REPORT_OUTCOMES.map((value) => ({ value, label: REPORT_OUTCOME_TEXTS[value]() }))}
        />
        <div data-key="r">
          <SelectField
            meta={fields.rule}
            label={m["reviews.report.decide.rule"]()}
            hint={m["reviews.report.decide.ruleHint"]()}
            none={m["reviews.report.decide.noRule"]()}
            options={REPORT_RULES.map((value) => ({ value, label: REPORT_RULE_TEXTS[value]() }))}
          />
        </div>
        <TextAreaField
          meta={fields.facts}
          label={m["reviews.report.decide.facts"]()}
          hint={m["reviews.report.decide.factsHint"]()}
          rows={5}
        />
        {answerBy === undefined ? null : (
          <CheckboxField
            meta={fields.unheard}
            label={m["reviews.report.decide.unheard"]()}
            hint={m["reviews.report.decide.unheardHint"]({ when: answerBy })}
          />
        )}
        <div>
          <SubmitButton>{m["reviews.report.decide.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </section>
  );
}
