import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Choice = { value: string; label: string };
type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  version: number;
  outcomes: Choice[];
  rules: Choice[];
  hints: { rule: string; facts: string };
  /** What is ticked by who decides while the reported side still has time to answer. */
  unheard: { label: string; hint: string } | undefined;
  /** What stands below the outcomes. */
  children?: ReactNode;
};

/** What is done about a report, by which rule, and the facts that both sides are told. */
export function DecideCase({ last, formKey, version, outcomes, rules, hints, unheard, children }: Props) {
  const { form, fields } = usePageForm<"outcome" | "rule" | "facts" | "unheard">("decide-case", last);
  return (
    <section aria-labelledby="decide-title" className="rounded border border-line p-4 sm:p-5">
      <h2 id="decide-title" className="mb-4 text-lg">
        {m["reviews.report.decide.title"]()}
      </h2>
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="subjectVersion" value={version} />
        <RadioField meta={fields.outcome} legend={m["reviews.report.decide.outcome"]()} options={outcomes} />
        {children}
        <div data-key="r">
          <SelectField
            meta={fields.rule}
            label={m["reviews.report.decide.rule"]()}
            hint={hints.rule}
            none={m["reviews.report.decide.noRule"]()}
            options={rules}
          />
        </div>
        <TextAreaField meta={fields.facts} label={m["reviews.report.decide.facts"]()} hint={hints.facts} rows={5} />
        {unheard ? <CheckboxField meta={fields.unheard} label={unheard.label} hint={unheard.hint} /> : null}
        <div>
          <SubmitButton>{m["reviews.report.decide.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </section>
  );
}
