import type { ComponentProps } from "react";
import { TextField } from "~/ui/forms/fields";

/** Six digits from an SMS or an authenticator; the browser may offer the one that has just come. */
export function CodeField({ meta, label, hint }: Pick<ComponentProps<typeof TextField>, "meta" | "label" | "hint">) {
  return (
    <TextField
      meta={meta}
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      isFirst
      className="text-center text-2xl tracking-[0.4em] tabular-nums"
    />
  );
}
