import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { LOCALES, type Locale } from "~/platform/i18n/locales";
import { CheckboxField, HiddenField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Texts = "title" | "why" | "nextAction";
type Name = "weight" | "validityMonths" | "isOn" | `${Texts}${"Az" | "En" | "Ru"}`;

type Props = {
  formKey: string;
  revision: number;
  stored: Partial<Record<Name, string | undefined>>;
  last: SubmissionResult | undefined;
};

const SUFFIXES = { az: "Az", en: "En", ru: "Ru" } as const satisfies Record<Locale, string>;

const TEXT_LABELS: Readonly<Record<Texts, () => string>> = {
  title: m["staffReadiness.criteria.field.title"],
  why: m["staffReadiness.criteria.field.why"],
  nextAction: m["staffReadiness.criteria.field.nextAction"],
};

/** What a criterion weighs, how long its paper counts, whether it is on, and what people read of it in three languages. */
export function CriterionForm({ formKey, revision, stored, last }: Props) {
  const paths = useAllPaths();
  const { form, fields } = usePageForm<Name>("criterion", last, stored);
  return (
    <FormShell form={form} formKey={formKey}>
      <HiddenField name="revision" value={String(revision)} />
      <CheckboxField
        meta={fields.isOn}
        label={m["staffReadiness.criteria.field.isOn"]()}
        hint={m["staffReadiness.criteria.field.isOnHint"]()}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          meta={fields.weight}
          label={m["staffReadiness.criteria.field.weight"]()}
          hint={m["staffReadiness.criteria.field.weightHint"]()}
          inputMode="numeric"
        />
        {stored.validityMonths === undefined ? null : (
          <TextField
            meta={fields.validityMonths}
            label={m["staffReadiness.criteria.field.months"]()}
            hint={m["staffReadiness.criteria.field.monthsHint"]()}
            inputMode="numeric"
          />
        )}
      </div>
      {(["title", "why", "nextAction"] as const).map((text) => (
        <fieldset key={text} className="flex flex-col gap-4 rounded border border-line p-4">
          <legend className="px-1 font-semibold">{TEXT_LABELS[text]()}</legend>
          {LOCALES.map((locale) => (
            <TextAreaField
              key={locale}
              meta={fieldOf(fields, `${text}${SUFFIXES[locale]}`)}
              label={LANGUAGE_NAMES[locale]}
              rows={text === "title" ? 2 : 3}
            />
          ))}
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{m["accounts.save"]()}</SubmitButton>
        <Link to={paths.criteriaDraft()} className={linkStyle}>
          {m["accounts.cancel"]()}
        </Link>
      </div>
    </FormShell>
  );
}
