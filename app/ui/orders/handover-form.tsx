import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, FileField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

const ACCEPTED = ["application/pdf", "image/jpeg", "image/png", "image/heic", ".heic"] as const;

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  isDigital: boolean;
  /** What is paid at the door: the seller says that she was paid. */
  asksForMoney: boolean;
};

/** What is handed over: digitally with words, a link or files; over the counter with the money, where that was agreed. */
export function HandoverForm({ last, formKey, isDigital, asksForMoney }: Props) {
  const { form, fields } = usePageForm<"words" | "link" | "files" | "isPaidAtDoor">("handover", last);
  return (
    <FormShell form={form} formKey={formKey} encType="multipart/form-data">
      <TextAreaField
        meta={fields.words}
        label={m["orders.deed.words"]()}
        hint={m["orders.deed.wordsRead"]()}
        rows={5}
        isOptional
      />
      {isDigital ? (
        <>
          <TextField
            meta={fields.link}
            label={m["orders.deed.deliver.link"]()}
            hint={m["orders.deed.deliver.linkHint"]()}
            isOptional
          />
          <FileField
            meta={fields.files}
            label={m["orders.deed.deliver.files"]()}
            hint={m["orders.deed.deliver.filesHint"]()}
            accept={ACCEPTED}
            isMany
            isOptional
          />
        </>
      ) : null}
      {asksForMoney ? <CheckboxField meta={fields.isPaidAtDoor} label={m["orders.deed.deliver.paid"]()} /> : null}
      <div>
        <SubmitButton>{m["orders.deed.deliver"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
