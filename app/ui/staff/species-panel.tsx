import type { SubmissionResult } from "@conform-to/react";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";

export type SpeciesFacts = {
  material: string;
  woods: string;
  isStopped: boolean;
  cleared?: { when: string; by?: string | undefined; words?: string | undefined } | undefined;
  /** Until when the shop's verified permit holds. */
  permitUntil?: string | undefined;
};

type Props = {
  species: SpeciesFacts;
  /** Left out for who does not hold the item. */
  form?: { to: string; formKey: string; subjectVersion: number; last: SubmissionResult | undefined } | undefined;
};

/** The protected species that a listing names, what was said of it, and the form that clears it. */
export function SpeciesPanel({ species, form }: Props) {
  const { material, woods, isStopped, cleared, permitUntil } = species;
  return (
    <section aria-labelledby="species-title" className="mt-8 rounded border border-line bg-surface p-4 sm:p-5">
      <h2 id="species-title" className="text-lg">
        {m["reviews.species.title"]()}: {material}
      </h2>
      {woods ? <p>{m["reviews.species.woods"]({ woods })}</p> : null}
      <p className="mt-1 text-muted">
        {permitUntil === undefined
          ? m["reviews.species.noPermit"]()
          : m["reviews.species.permitUntil"]({ when: permitUntil })}
      </p>
      {cleared ? (
        <p className="mt-2 font-medium text-verified">
          {cleared.by === undefined
            ? m["reviews.species.clearedWhen"](cleared)
            : m["reviews.species.clearedBy"]({ name: cleared.by, when: cleared.when })}{" "}
          {cleared.words}
        </p>
      ) : null}
      {isStopped ? <p className="mt-2 font-medium">{m["reviews.species.stopped"]()}</p> : null}
      {isStopped && !form ? <p className="mt-1">{m["reviews.species.takeFirst"]()}</p> : null}
      {isStopped && form ? <ClearForm {...form} hasPermit={permitUntil !== undefined} /> : null}
    </section>
  );
}

type FormProps = NonNullable<Props["form"]> & { hasPermit: boolean };

function ClearForm({ to, formKey, subjectVersion, last, hasPermit }: FormProps) {
  const { form, fields } = usePageForm<"basis" | "words">("clear-species", last, {
    basis: hasPermit ? "permit" : "reason",
  });
  return (
    <div className="mt-4">
      <FormShell form={form} formKey={formKey} action={to} answer={last ?? null}>
        <input type="hidden" name="subjectVersion" value={subjectVersion} />
        <RadioField
          meta={fields.basis}
          legend={m["reviews.species.basis"]()}
          options={[
            ...(hasPermit ? [{ value: "permit", label: m["reviews.species.byPermit"]() }] : []),
            { value: "reason", label: m["reviews.species.byReason"]() },
          ]}
        />
        <TextAreaField
          meta={fields.words}
          label={m["reviews.species.words"]()}
          hint={m["reviews.species.wordsHint"]()}
          rows={3}
        />
        <div>
          <SubmitButton look="secondary">{m["reviews.species.submit"]()}</SubmitButton>
        </div>
      </FormShell>
    </div>
  );
}
