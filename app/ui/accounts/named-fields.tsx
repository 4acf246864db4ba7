import type { ComponentProps } from "react";
import { PASSWORD_LENGTH } from "~/modules/accounts";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/ui/forms/fields";

type Props = Pick<ComponentProps<typeof TextField>, "meta" | "isFirst">;

/** A mobile number to which a code is sent. */
export function PhoneField({ meta }: Props) {
  return (
    <TextField
      meta={meta}
      label={m["accounts.field.phone"]()}
      hint={m["accounts.field.phoneHint"]()}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      isFirst
    />
  );
}

/** The password that one has. */
export function PasswordField({ meta, isFirst, label }: Props & { label?: string }) {
  return (
    <TextField
      meta={meta}
      label={label ?? m["accounts.field.password"]()}
      type="password"
      autoComplete="current-password"
      isFirst={isFirst === true}
    />
  );
}

/** A password that is chosen now, with what it must be like. */
export function NewPasswordField({ meta, isFirst, label }: Props & { label: string }) {
  return (
    <TextField
      meta={meta}
      label={label}
      hint={m["accounts.field.passwordHint"]({ least: PASSWORD_LENGTH.least })}
      type="password"
      autoComplete="new-password"
      isFirst={isFirst === true}
    />
  );
}
