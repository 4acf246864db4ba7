import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";

type Level = { id: "preparing" | "ready" | "exporting"; label: string; score: string };

type Props = {
  formKey: string;
  revision: number;
  levels: readonly Level[];
  last: SubmissionResult | undefined;
};

/** Least scores of the levels; the lowest takes everybody. */
export function LevelsForm({ formKey, revision, levels, last }: Props) {
  const stored = Object.fromEntries(levels.map(({ id, score }) => [id, score]));
  const { form, fields } = usePageForm<Level["id"]>("levels", last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <HiddenField name="revision" value={String(revision)} />
      <div className="grid gap-5 sm:grid-cols-3">
        {levels.map(({ id, label }) => (
          <TextField
            key={id}
            meta={fieldOf(fields, id)}
            label={m["staffReadiness.criteria.leastScore"]({ level: label })}
            inputMode="numeric"
          />
        ))}
      </div>
      <div>
        <SubmitButton look="secondary">{m["accounts.save"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
