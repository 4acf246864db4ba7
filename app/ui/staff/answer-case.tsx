import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  /** Times that the side has spoken: after each the form is empty again. */
  said: number;
};

/** Where the reported side writes what it has to say. */
export function AnswerCase({ last, formKey, said }: Props) {
  const { form, fields } = usePageForm<"words">(`answer-${said}`, last);
  return (
    <FormShell form={form} formKey={formKey}>
      <TextAreaField
        meta={fields.words}
        label={m["reviews.report.field.answer"]()}
        hint={m["reviews.report.field.answerHint"]()}
        rows={6}
      />
      <div>
        <SubmitButton>{m["reviews.report.answer"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
