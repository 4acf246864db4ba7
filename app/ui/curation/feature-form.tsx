import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Props = {
  id: string;
  formKey: string;
  last: SubmissionResult | undefined;
  stored: { startsAt: string; endsAt: string; reason?: string };
  version?: number;
};

/** From when until when something is featured, on the clocks of Baku, and why. */
export function FeatureForm({ id, formKey, last, stored, version }: Props) {
  const paths = useAllPaths();
  const { form, fields } = usePageForm<"startsAt" | "endsAt" | "reason">(id, last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <HiddenField name="version" value={version?.toString()} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField meta={fields.startsAt} type="datetime-local" label={m["curation.field.starts"]()} />
        <TextField meta={fields.endsAt} type="datetime-local" label={m["curation.field.ends"]()} />
      </div>
      <p className="text-sm text-muted">{m["curation.field.bakuTime"]()}</p>
      <TextField meta={fields.reason} label={m["curation.field.reason"]()} hint={m["curation.field.reasonHint"]()} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{version === undefined ? m["curation.pick.feature"]() : m["accounts.save"]()}</SubmitButton>
        <Link to={paths.curation()} className={linkStyle}>
          {m["accounts.cancel"]()}
        </Link>
      </div>
    </FormShell>
  );
}
