import type { SubmissionResult } from "@conform-to/react";
import { SHOP_FIELDS, SHOP_REASONS, type ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { FIELD_NAMES, REASON_NAMES } from "~/ui/workspace/shop-labels";

type Name = "note" | `code-${ShopField}` | `words-${ShopField}`;

type Props = { last: SubmissionResult | undefined; formKey: string; subjectVersion: number };

/** Approve, or send back with a reason per field; both buttons are of one form, so that nothing typed is lost. */
export function DecideShop({ last, formKey, subjectVersion }: Props) {
  const { form, fields } = usePageForm<Name>("decide", last);
  return (
    <FormShell form={form} formKey={formKey}>
      <input type="hidden" name="subjectVersion" value={subjectVersion} />
      <div>
        <SubmitButton name="decision" value="approved">
          {m["reviews.item.approve"]()}
        </SubmitButton>
      </div>
      <fieldset className="flex flex-col gap-5 rounded border border-line p-4 sm:p-5">
        <legend className="px-2 font-semibold">{m["reviews.item.sendBack"]()}</legend>
        {SHOP_FIELDS.map((field) => (
          <div key={field} className="grid gap-3 sm:grid-cols-2">
            <SelectField
              meta={fields[`code-${field}`]}
              label={FIELD_NAMES[field]()}
              none={m["reviews.item.fine"]()}
              options={SHOP_REASONS.map((value) => ({ value, label: REASON_NAMES[value]() }))}
            />
            <TextField meta={fields[`words-${field}`]} label={m["reviews.item.words"]()} isOptional />
          </div>
        ))}
        <TextAreaField meta={fields.note} label={m["reviews.item.note"]()} rows={3} isOptional />
        <div>
          <SubmitButton look="secondary" name="decision" value="changes_requested">
            {m["reviews.item.sendBack"]()}
          </SubmitButton>
        </div>
      </fieldset>
    </FormShell>
  );
}
