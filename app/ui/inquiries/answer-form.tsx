import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { HiddenField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Stored = { title?: string; az?: string; en?: string | undefined; ru?: string | undefined };
type Props = {
  formKey: string;
  version: number;
  stored?: Stored;
  last: SubmissionResult | undefined;
};

/** A saved answer with its texts: Azerbaijani first, the others when there is time. */
export function AnswerForm({ formKey, version, stored, last }: Props) {
  const { form, fields } = usePageForm<"title" | "az" | "en" | "ru">(`answer-${version}`, last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <HiddenField name="version" value={String(version)} />
      <TextField meta={fields.title} label={m["inquiries.answers.name"]()} hint={m["inquiries.answers.nameHint"]()} />
      <TextAreaField meta={fields.az} label={m["inquiries.answers.az"]()} rows={4} />
      <TextAreaField meta={fields.en} label={m["inquiries.answers.en"]()} rows={4} isOptional />
      <TextAreaField meta={fields.ru} label={m["inquiries.answers.ru"]()} rows={4} isOptional />
      <div>
        <SubmitButton>{m["inquiries.answers.save"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
