import type { SubmissionResult } from "@conform-to/react";
import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ListingPart, OriginalText, PartChoices, StoredValues } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAutosave } from "~/ui/forms/autosave";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { AutosaveNote } from "./autosave-note";
import { ConflictBox, type Difference } from "./conflict-box";
import { AboutFields } from "./parts/about-fields";
import { ConditionsFields } from "./parts/conditions-fields";
import { ExportFields, type HsCodes } from "./parts/export-fields";
import { labelOf } from "./parts/field-labels";
import type { PartFieldsProps } from "./parts/part-fields";
import { PriceFields } from "./parts/price-fields";
import { StockFields } from "./parts/stock-fields";
import { TranslationFields } from "./parts/translation-fields";

/** What the other of two editors saved. */
export type Conflict = { base: string; values: StoredValues };

type Props = {
  part: ListingPart;
  listingId: string;
  kind: "good" | "service";
  formKey: string;
  base: string;
  stored: StoredValues;
  choices: PartChoices;
  original: OriginalText;
  /** For the part that customs ask about. */
  hsCodes: HsCodes | undefined;
  last: SubmissionResult | undefined;
  conflict: Conflict | undefined;
  /** Where the form posts itself; undefined where half a number would be public. */
  autosavePath: string | undefined;
};

/** The form of one part of a listing. */
export function PartForm({
  part,
  listingId,
  formKey,
  base,
  last,
  conflict,
  autosavePath,
  original,
  hsCodes,
  ...rest
}: Props) {
  const formId = `listing-${part}-${listingId}`;
  // The form's fields are read by names that rows make, which its type cannot list.
  const { form, fields } = usePageForm<string>(formId, last, rest.stored as Record<string, string | undefined>);
  const autosave = useAutosave({ formId, path: autosavePath, base });
  const { pathname, search } = useLocation();
  const inputs: PartFieldsProps = { ...rest, field: (name) => fieldOf(fields, name) };
  return (
    <div className="flex flex-col gap-6">
      {conflict ? (
        <ConflictBox differences={differencesOf(conflict.values, last)} reload={`${pathname}${search}`} />
      ) : null}
      {(part === "en" || part === "ru") && (rest.stored.title === "" || original.isDraft) ? (
        <DraftButton listingId={listingId} language={part} formKey={formKey} />
      ) : null}
      <FormShell form={form} formKey={formKey}>
        <input type="hidden" name="base" value={conflict?.base ?? autosave.base} />
        {fieldsOf(part, inputs, original, hsCodes)}
        <AutosaveNote state={autosave.state} />
        <div>
          <SubmitButton>{m["catalog.save.goOn"]()}</SubmitButton>
        </div>
      </FormShell>
    </div>
  );
}

/** A text to begin with; the page shows it as a draft. */
function DraftButton({ listingId, language, formKey }: { listingId: string; language: string; formKey: string }) {
  const paths = useAllPaths();
  return (
    <Form method="post" action={paths.draftListingText(listingId, language)} reloadDocument>
      <input type="hidden" name="formKey" value={formKey} />
      <SubmitButton look="secondary">{m["catalog.translation.make"]()}</SubmitButton>
    </Form>
  );
}

function fieldsOf(
  part: ListingPart,
  inputs: PartFieldsProps,
  original: OriginalText,
  hsCodes: HsCodes | undefined,
): ReactNode {
  if (part === "about") return <AboutFields {...inputs} />;
  if (part === "price") return <PriceFields {...inputs} />;
  if (part === "stock") return <StockFields {...inputs} />;
  if (part === "conditions") return <ConditionsFields {...inputs} />;
  if (part === "export") return hsCodes ? <ExportFields {...inputs} hsCodes={hsCodes} /> : null;
  return <TranslationFields {...inputs} original={original} />;
}

/** What a row carries besides its fields. */
const NO_FIELDS = ["variantId", "currency"];

/** Fields that say something else than what was typed. */
function differencesOf(stored: StoredValues, last: SubmissionResult | undefined): Difference[] {
  const typed = new Map(flat(last?.initialValue ?? {}));
  return flat(stored)
    .filter(
      ([path, value]) => !NO_FIELDS.some((name) => path.endsWith(`.${name}`)) && (typed.get(path) ?? "") !== value,
    )
    .map(([path, value]) => ({ label: labelOf(path), stored: value }));
}

/** Every text in a form's values with its path, as the form names it. */
function flat(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => flat(one, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => flat(one, path === "" ? name : `${path}.${name}`));
}
