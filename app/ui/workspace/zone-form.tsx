import type { SubmissionResult } from "@conform-to/react";
import type { RateRow } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { CountryChoices } from "./country-choices";
import { RateRows } from "./rate-rows";

type Name = "daysMin" | "daysMax" | "heaviest" | "freeOver" | "asksForFreight" | "countries";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  version: number;
  /** Picked up or sent over the net: nothing is weighed. */
  isFree: boolean;
  currency: string;
  stored: Partial<Record<Exclude<Name, "countries">, string | undefined>> & { countries: string[]; rows: RateRow[] };
  countries: readonly { value: string; label: string; isTaken: boolean }[];
};

/** How a group of countries is reached: which, in how many days, for how much. */
export function ZoneForm({ last, formKey, version, isFree, currency, stored, countries }: Props) {
  const { countries: chosen, rows, ...fieldsStored } = stored;
  const { form, fields } = usePageForm<Name>(`zone-${version}`, last, fieldsStored);
  const typed = last?.initialValue?.countries;
  // One country comes as a text, several as a list, none as nothing.
  const ticked = Array.isArray(typed) ? typed.map(String) : typeof typed === "string" ? [typed] : [];
  return (
    <FormShell form={form} formKey={formKey}>
      <input type="hidden" name="version" value={version} />
      {/* Enter in a field saves; without it the first button, which takes a row away, would be pressed. */}
      <button type="submit" name="deed" value="save" tabIndex={-1} aria-hidden="true" className="sr-only">
        {m["accounts.save"]()}
      </button>
      <CountryChoices countries={countries} chosen={last ? ticked : chosen} meta={fields.countries} />
      <fieldset className="grid grid-cols-2 gap-4">
        <legend className="col-span-2 mb-2 font-medium">{m["sellers.routes.days"]()}</legend>
        <TextField meta={fields.daysMin} label={m["sellers.routes.daysMin"]()} inputMode="numeric" />
        <TextField meta={fields.daysMax} label={m["sellers.routes.daysMax"]()} inputMode="numeric" />
      </fieldset>
      {isFree ? (
        <p className="text-muted">{m["sellers.routes.free"]()}</p>
      ) : (
        <>
          <CheckboxField
            meta={fields.asksForFreight}
            label={m["sellers.routes.ask"]()}
            hint={m["sellers.routes.askHint"]()}
          />
          <RateRows last={last} stored={rows} currency={currency} />
          <TextField
            meta={fields.heaviest}
            label={m["sellers.routes.heaviest"]()}
            hint={m["sellers.routes.heaviestHint"]()}
            inputMode="decimal"
            className="max-w-40"
            isOptional
          />
          <TextField
            meta={fields.freeOver}
            label={m["sellers.routes.freeOver"]({ currency })}
            hint={m["sellers.routes.freeOverHint"]()}
            inputMode="decimal"
            className="max-w-40"
            isOptional
          />
        </>
      )}
      <div>
        <SubmitButton>{m["accounts.save"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
