import type { SubmissionResult } from "@conform-to/react";
import { CANCEL_REASON_TEXTS, SELLER_CANCEL_REASONS } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = {
  id: string;
  last: SubmissionResult | undefined;
  formKey: string;
  submit: string;
  isOptional?: boolean;
  /** A seller who cancels or declines says why. */
  hasReason?: boolean;
  /** A buyer who wants money says how much of which currency, and no more than is left. */
  wanted?: { currency: string; most: string | undefined } | undefined;
};

/** Words for the other side, and what goes with them. */
export function WordsForm({ id, last, formKey, submit, isOptional = false, hasReason = false, wanted }: Props) {
  const { form, fields } = usePageForm<"words" | "reason" | "wanted">(id, last);
  return (
    <FormShell form={form} formKey={formKey}>
      {hasReason ? (
        <RadioField
          meta={fields.reason}
          legend={m["orders.deed.reason"]()}
          options={SELLER_CANCEL_REASONS.map((value) => ({ value, label: CANCEL_REASON_TEXTS[value]() }))}
        />
      ) : null}
      <TextAreaField
        meta={fields.words}
        label={m["orders.deed.words"]()}
        hint={m["orders.deed.wordsRead"]()}
        rows={5}
        isOptional={isOptional}
      />
      {wanted === undefined ? null : (
        <TextField
          meta={fields.wanted}
          label={m["orders.problem.wantedLabel"]({ currency: wanted.currency })}
          hint={wanted.most === undefined ? undefined : m["orders.problem.wantedHint"]({ most: wanted.most })}
          inputMode="decimal"
          className="max-w-48"
          isOptional
        />
      )}
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
