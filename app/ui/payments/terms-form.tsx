import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Name = "commission" | "holdDays" | "depositShare";

type Props = {
  formKey: string;
  /** Of the terms that the form is filled with. */
  revision: number;
  stored: Readonly<Record<Name, string>>;
  last: SubmissionResult | undefined;
};

/** What the Federation keeps of an order, how long it holds the rest, and what of a deposit it gives at once. */
export function TermsForm({ formKey, revision, stored, last }: Props) {
  const { form, fields } = usePageForm<Name | "isSure">(`terms-${revision}`, last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <input type="hidden" name="revision" value={revision} />
      <TextField
        meta={fields.commission}
        label={m["payments.terms.commission"]()}
        hint={m["payments.terms.percentHint"]()}
        inputMode="decimal"
      />
      <TextField meta={fields.holdDays} label={m["payments.terms.holdDays"]()} inputMode="numeric" />
      <TextField
        meta={fields.depositShare}
        label={m["payments.terms.depositShare"]()}
        hint={m["payments.terms.percentHint"]()}
        inputMode="decimal"
      />
      {fields.isSure.errors || fields.isSure.initialValue ? (
        <CheckboxField meta={fields.isSure} label={m["payments.terms.sureYes"]()} />
      ) : null}
      <div>
        <SubmitButton>{m["payments.terms.save"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
