import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

const STARS = [5, 4, 3, 2, 1] as const;

/** Stars, and words that may be left out. */
export function RatingForm({ last, formKey }: { last: SubmissionResult | undefined; formKey: string }) {
  const { form, fields } = usePageForm<"stars" | "words">("rating", last);
  return (
    <FormShell form={form} formKey={formKey}>
      <RadioField
        meta={fields.stars}
        legend={m["orders.rating.stars"]()}
        options={STARS.map((count) => ({ value: String(count), label: m["orders.rating.starsOf"]({ count }) }))}
      />
      <TextAreaField meta={fields.words} label={m["orders.deed.words"]()} rows={5} isOptional />
      <div>
        <SubmitButton>{m["orders.deed.rate"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
