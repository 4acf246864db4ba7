import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, SelectField, TextField } from "~/ui/forms/fields";

type Meta = ComponentProps<typeof TextField>["meta"];
export type AddressField =
  "recipient" | "company" | "line1" | "line2" | "city" | "region" | "postalCode" | "country" | "phone" | "isDefault";

type Props = {
  fields: Record<AddressField, Meta>;
  countries: readonly { value: string; label: string }[];
};

export function AddressFields({ fields, countries }: Props) {
  return (
    <>
      <SelectField
        meta={fields.country}
        label={m["accounts.field.country"]()}
        none={m["accounts.field.notChosen"]()}
        options={countries}
      />
      <TextField meta={fields.recipient} label={m["accounts.field.recipient"]()} autoComplete="name" />
      <TextField
        meta={fields.company}
        label={m["accounts.field.companyName"]()}
        autoComplete="organization"
        isOptional
      />
      <TextField meta={fields.line1} label={m["accounts.field.line1"]()} autoComplete="address-line1" />
      <TextField meta={fields.line2} label={m["accounts.field.line2"]()} autoComplete="address-line2" isOptional />
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <TextField meta={fields.postalCode} label={m["accounts.field.postalCode"]()} autoComplete="postal-code" />
        <TextField meta={fields.city} label={m["accounts.field.city"]()} autoComplete="address-level2" />
      </div>
      <TextField meta={fields.region} label={m["accounts.field.region"]()} autoComplete="address-level1" isOptional />
      <TextField
        meta={fields.phone}
        label={m["accounts.field.phone"]()}
        hint={m["accounts.field.courierPhone"]()}
        type="tel"
        autoComplete="tel"
        isOptional
      />
      <CheckboxField meta={fields.isDefault} label={m["accounts.field.isDefault"]()} />
    </>
  );
}
