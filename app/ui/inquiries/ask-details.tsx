import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextField } from "~/ui/forms/fields";
import { useSite } from "~/ui/layouts/site";

export type AskField =
  | "destination"
  | "neededBy"
  | "incoterm"
  | "target"
  | "targetCurrency"
  | "message"
  | "files"
  | "name"
  | "company"
  | "email";

type Meta = ComponentProps<typeof TextField>["meta"];
type Choice = { value: string; label: string };
type Props = {
  fields: Record<AskField, Meta>;
  choices: { incoterms: Choice[]; currencies: Choice[] };
  isSample: boolean;
  /** Whether several listings are asked about. */
  hasSeveral: boolean;
};

/** Where to, until when and on which terms: all of it may stay open, but for the country, which decides prices. */
export function AskDetails({ fields, choices, isSample, hasSeveral }: Props) {
  const { destinations } = useSite();
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          meta={fields.destination}
          label={m["inquiries.ask.destination"]()}
          options={destinations.map(({ country, label }) => ({ value: country, label }))}
        />
        <TextField meta={fields.neededBy} type="date" label={m["inquiries.ask.neededBy"]()} isOptional />
      </div>
      {isSample ? null : (
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            meta={fields.incoterm}
            label={m["inquiries.ask.incoterm"]()}
            hint={m["inquiries.ask.incotermHint"]()}
            options={choices.incoterms}
            none={m["inquiries.ask.noIncoterm"]()}
            isOptional
          />
          <div className="grid grid-cols-[1fr_7rem] items-start gap-3">
            <TextField
              meta={fields.target}
              inputMode="decimal"
              label={m["inquiries.ask.target"]()}
              hint={hasSeveral ? m["inquiries.ask.targetSeveral"]() : undefined}
              isOptional
            />
            <SelectField
              meta={fields.targetCurrency}
              label={m["inquiries.ask.currency"]()}
              options={choices.currencies}
            />
          </div>
        </div>
      )}
    </>
  );
}
