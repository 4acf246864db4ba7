import type { SubmissionResult } from "@conform-to/react";
import { EVIDENCE_FILES, type DisputeView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, FileField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";
import { buttonStyle } from "~/ui/primitives/button";
import { EVIDENCE_FILE_LABELS } from "./evidence-labels";

const ACCEPTED = ["application/pdf", "image/jpeg", "image/png"] as const;

type Props = { dispute: DisputeView; last: SubmissionResult | undefined; formKey: string };

/** What the bank is told: a draft until it is sent, which is once. */
export function EvidenceForm({ dispute, last, formKey }: Props) {
  const { form, fields } = usePageForm<string>("evidence", last, dispute.texts);
  const field = (name: string) => fieldOf(fields, name);
  return (
    <FormShell form={form} formKey={formKey} encType="multipart/form-data">
      <TextAreaField meta={field("productDescription")} label={m["disputes.form.product"]()} rows={4} isOptional />
      <TextField meta={field("shippingCarrier")} label={m["disputes.form.carrier"]()} isOptional />
      <TextField meta={field("trackingNumber")} label={m["disputes.form.tracking"]()} isOptional />
      <TextField
        meta={field("shippedOn")}
        type="date"
        label={m["disputes.form.shippedOn"]()}
        className="max-w-48"
        isOptional
      />
      <TextAreaField meta={field("words")} label={m["disputes.form.words"]()} rows={6} isOptional />
      <TextAreaField meta={field("refundPolicy")} label={m["disputes.form.refundPolicy"]()} rows={3} isOptional />
      <TextAreaField meta={field("refundRefusal")} label={m["disputes.form.refundRefusal"]()} rows={3} isOptional />
      {EVIDENCE_FILES.map((kind) => {
        const name = dispute.files[kind];
        return (
          <FileField
            key={kind}
            meta={field(kind)}
            label={EVIDENCE_FILE_LABELS[kind]()}
            hint={name === undefined ? m["disputes.form.fileHint"]() : m["disputes.form.fileKept"]({ name })}
            accept={ACCEPTED}
            isOptional
          />
        );
      })}
      <CheckboxField meta={field("isSure")} label={m["disputes.form.sure"]()} hint={m["disputes.form.sendLead"]()} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" name="intent" value="save" className={buttonStyle.secondary}>
          {m["disputes.form.save"]()}
        </button>
        <button type="submit" name="intent" value="send" className={buttonStyle.primary}>
          {m["disputes.form.send"]()}
        </button>
      </div>
    </FormShell>
  );
}
