import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Names = "carrier" | "trackingCode" | "trackingUrl";
type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  stored: { carrier: string; trackingCode?: string | undefined; trackingUrl?: string | undefined };
};

/** Who carries a parcel that has left, and how it is followed. */
export function CorrectParcelForm({ last, formKey, stored }: Props) {
  const { form, fields } = usePageForm<Names>("correct-parcel", last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <TextField meta={fields.carrier} label={m["orders.deed.ship.carrier"]()} />
      <TextField meta={fields.trackingCode} label={m["orders.deed.ship.code"]()} isOptional />
      <TextField meta={fields.trackingUrl} label={m["orders.deed.ship.link"]()} hint="https://" isOptional />
      <div>
        <SubmitButton>{m["orders.deed.correctParcel.submit"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
