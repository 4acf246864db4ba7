import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/ui/forms/fields";

type Meta = ComponentProps<typeof TextField>["meta"];

type Props = {
  fields: Record<"recipient" | "line1" | "line2" | "city" | "region" | "postalCode", Meta>;
  country: string;
};

/** Where it goes; the country was chosen before, since it decides price and carriage. */
export function AddressPart({ fields, country }: Props) {
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">{m["checkout.where"]()}</legend>
      <p className="-mt-2">
        <span className="text-muted">{m["checkout.field.country"]()}: </span>
        <strong className="font-semibold">{country}</strong>
      </p>
      <TextField
        meta={fields.recipient}
        label={m["accounts.field.recipient"]()}
        hint={m["checkout.field.recipientHint"]()}
        autoComplete="section-ship shipping name"
        isOptional
      />
      <TextField
        meta={fields.line1}
        label={m["accounts.field.line1"]()}
        autoComplete="section-ship shipping address-line1"
      />
      <TextField
        meta={fields.line2}
        label={m["accounts.field.line2"]()}
        autoComplete="section-ship shipping address-line2"
        isOptional
      />
      <div className="grid gap-5 sm:grid-cols-[1fr_2fr]">
        <TextField
          meta={fields.postalCode}
          label={m["accounts.field.postalCode"]()}
          autoComplete="section-ship shipping postal-code"
        />
        <TextField
          meta={fields.city}
          label={m["accounts.field.city"]()}
          autoComplete="section-ship shipping address-level2"
        />
      </div>
      <TextField
        meta={fields.region}
        label={m["accounts.field.region"]()}
        autoComplete="section-ship shipping address-level1"
        isOptional
      />
    </fieldset>
  );
}
