import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/ui/forms/fields";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Meta = ComponentProps<typeof TextField>["meta"];

type Props = {
  fields: Record<"name" | "email" | "phone" | "company" | "taxNumber", Meta>;
  isGuest: boolean;
  here: string;
};

/** Who orders. A guest needs no account: where she is written to is enough. */
export function BuyerPart({ fields, isGuest, here }: Props) {
  const paths = useAllPaths();
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="mb-3 font-serif text-lg font-semibold">{m["checkout.who"]()}</legend>
      {isGuest ? (
        <p className="-mt-2 text-sm">
          <Link to={paths.login({ next: here })} className={`${linkStyle} inline-flex min-h-11 items-center`}>
            {m["inquiries.ask.orSignIn"]()}
          </Link>
        </p>
      ) : null}
      <TextField meta={fields.name} label={m["checkout.field.name"]()} autoComplete="name" />
      {isGuest ? (
        <TextField
          meta={fields.email}
          type="email"
          inputMode="email"
          autoComplete="email"
          label={m["checkout.field.email"]()}
          hint={m["checkout.field.emailHint"]()}
        />
      ) : null}
      <TextField
        meta={fields.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        label={m["checkout.field.phone"]()}
        hint={m["checkout.field.phoneHint"]()}
        isOptional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField meta={fields.company} label={m["checkout.field.company"]()} autoComplete="organization" isOptional />
        <TextField meta={fields.taxNumber} label={m["checkout.field.taxNumber"]()} isOptional />
      </div>
    </fieldset>
  );
}
