import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

type Name =
  "year" | "url" | "title" | "role" | "client" | "titleEn" | "roleEn" | "clientEn" | "titleRu" | "roleRu" | "clientRu";

export type WorkValues = Partial<Record<Name, string>>;

type Props = {
  formKey: string;
  version: number;
  stored?: WorkValues;
  last: SubmissionResult | undefined;
};

const LANGUAGES = [
  { legend: m["portfolio.in.az"], title: "title", role: "role", client: "client", isOptional: false },
  { legend: m["portfolio.in.en"], title: "titleEn", role: "roleEn", client: "clientEn", isOptional: true },
  { legend: m["portfolio.in.ru"], title: "titleRu", role: "roleRu", client: "clientRu", isOptional: true },
] as const;

/** A finished work: when, where it can be seen, and in each language what it was and who did what. */
export function WorkForm({ formKey, version, stored, last }: Props) {
  const { form, fields } = usePageForm<Name>(`work-${version}`, last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <HiddenField name="version" value={String(version)} />
      <TextField meta={fields.year} label={m["portfolio.field.year"]()} inputMode="numeric" className="max-w-40" />
      <TextField
        meta={fields.url}
        label={m["portfolio.field.url"]()}
        hint={m["portfolio.field.urlHint"]()}
        isOptional
      />
      {LANGUAGES.map(({ legend, title, role, client, isOptional }) => (
        <fieldset key={title} className="flex flex-col gap-4 rounded border border-line p-4">
          <legend className="px-1 font-semibold">{legend()}</legend>
          <TextField meta={fields[title]} label={m["portfolio.field.title"]()} isOptional={isOptional} />
          <TextField
            meta={fields[role]}
            label={m["portfolio.field.role"]()}
            hint={isOptional ? undefined : m["portfolio.field.roleHint"]()}
            isOptional={isOptional}
          />
          <TextField meta={fields[client]} label={m["portfolio.field.client"]()} isOptional />
        </fieldset>
      ))}
      <div>
        <SubmitButton>{m["portfolio.save"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
