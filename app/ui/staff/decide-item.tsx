import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, SelectField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";

/** A field that may be sent back, with what can be wrong with it. */
export type JudgedField = { field: string; label: string; reasons: readonly { value: string; label: string }[] };

/** What has to be ticked beside the approval. */
export type Confirmation = { name: string; label: string };

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  subjectVersion: number;
  /** What there is to judge. */
  judged: readonly JudgedField[];
  confirmation?: Confirmation | undefined;
};

/** Approve, or send back with a reason per field: two forms, so that Enter in a reason never approves. */
export function DecideItem({ last, formKey, subjectVersion, judged, confirmation }: Props) {
  const wasApproval = last?.initialValue?.decision === "approved";
  const approval = usePageForm<string>("approve", wasApproval ? last : undefined);
  const { form, fields } = usePageForm<"note" | `code-${string}` | `words-${string}`>(
    "send-back",
    wasApproval ? undefined : last,
  );
  return (
    <div className="flex flex-col gap-8">
      <FormShell form={approval.form} formKey={formKey} answer={wasApproval ? last : null}>
        <input type="hidden" name="subjectVersion" value={subjectVersion} />
        <input type="hidden" name="decision" value="approved" />
        {/* Outside of what the key presses: it approves nothing that was not ticked. */}
        {confirmation ? (
          <CheckboxField meta={fieldOf(approval.fields, confirmation.name)} label={confirmation.label} />
        ) : null}
        <div data-key="a">
          <SubmitButton>{m["reviews.item.approve"]()}</SubmitButton>
        </div>
      </FormShell>
      <section aria-labelledby="send-back-title" className="rounded border border-line p-4 sm:p-5">
        <h2 id="send-back-title" className="mb-4 text-lg">
          {m["reviews.item.sendBack"]()}
        </h2>
        <FormShell form={form} formKey={formKey} answer={wasApproval ? null : last}>
          <input type="hidden" name="subjectVersion" value={subjectVersion} />
          <input type="hidden" name="decision" value="changes_requested" />
          <p className="measure text-sm text-muted">{m["reviews.item.sendBackHint"]()}</p>
          {judged.map(({ field, label, reasons }, index) => (
            <div key={field} data-key={index === 0 ? "r" : undefined} className="grid gap-3 sm:grid-cols-2">
              <SelectField
                meta={fieldOf(fields, `code-${field}`)}
                label={label}
                none={m["reviews.item.fine"]()}
                options={reasons}
              />
              {/* Of several lines: Enter in a field of one line would send the whole decision. */}
              <TextAreaField
                meta={fieldOf(fields, `words-${field}`)}
                label={m["reviews.item.words"]()}
                rows={1}
                isOptional
              />
            </div>
          ))}
          <TextAreaField meta={fields.note} label={m["reviews.item.note"]()} rows={3} isOptional />
          <div>
            <SubmitButton look="secondary">{m["reviews.item.sendBack"]()}</SubmitButton>
          </div>
        </FormShell>
      </section>
    </div>
  );
}
