import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextField } from "~/ui/forms/fields";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { LOCALES } from "~/platform/i18n/locales";

type Meta = ComponentProps<typeof TextField>["meta"];
type Options = readonly { value: string; label: string }[];

type Props = {
  fields: Record<
    "name" | "locale" | "currency" | "destination" | "companyName" | "companyTaxId" | "companyCountry",
    Meta
  >;
  destinations: Options;
  countries: Options;
  currencies: Options;
};

export function ProfileFields({ fields, destinations, countries, currencies }: Props) {
  const none = m["accounts.field.notChosen"]();
  return (
    <>
      <TextField meta={fields.name} label={m["accounts.field.name"]()} autoComplete="name" />
      <SelectField
        meta={fields.locale}
        label={m["accounts.field.language"]()}
        hint={m["accounts.field.languageHint"]()}
        options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          meta={fields.destination}
          label={m["accounts.field.destination"]()}
          none={none}
          options={destinations}
        />
        <SelectField meta={fields.currency} label={m["accounts.field.currency"]()} none={none} options={currencies} />
      </div>
      <fieldset className="flex flex-col gap-5 rounded border border-line p-4 sm:p-5">
        <legend className="px-2 font-semibold">{m["accounts.profile.company"]()}</legend>
        <TextField
          meta={fields.companyName}
          label={m["accounts.field.companyName"]()}
          hint={m["accounts.field.companyHint"]()}
          autoComplete="organization"
          isOptional
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField meta={fields.companyTaxId} label={m["accounts.field.taxId"]()} autoComplete="off" isOptional />
          <SelectField
            meta={fields.companyCountry}
            label={m["accounts.field.companyCountry"]()}
            none={none}
            options={countries}
            isOptional
          />
        </div>
      </fieldset>
    </>
  );
}
