import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/ui/forms/fields";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import type { AskDetails } from "./ask-details";

type Props = Pick<ComponentProps<typeof AskDetails>, "fields"> & { name: string | undefined; here: string };

/** Who asks: of an account it is known, a guest says it. */
export function AskerFields({ fields, name, here }: Props) {
  const paths = useAllPaths();
  if (name !== undefined) {
    return (
      <>
        <TextField meta={fields.company} autoComplete="organization" label={m["inquiries.ask.company"]()} isOptional />
        <p className="text-sm text-muted">{m["inquiries.ask.asAccount"]({ name })}</p>
      </>
    );
  }
  return (
    <fieldset className="flex flex-col gap-5">
      <legend className="sr-only">{m["inquiries.ask.who"]()}</legend>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField meta={fields.name} autoComplete="name" label={m["inquiries.ask.name"]()} />
        <TextField meta={fields.company} autoComplete="organization" label={m["inquiries.ask.company"]()} isOptional />
      </div>
      <TextField
        meta={fields.email}
        type="email"
        inputMode="email"
        autoComplete="email"
        label={m["inquiries.ask.email"]()}
        hint={m["inquiries.ask.emailHint"]()}
      />
      <p>
        <Link to={paths.login({ next: here })} className={linkStyle}>
          {m["inquiries.ask.orSignIn"]()}
        </Link>
      </p>
    </fieldset>
  );
}
