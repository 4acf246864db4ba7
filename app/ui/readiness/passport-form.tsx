import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";

/** Where a code is typed; it asks by an address, so that it works without scripts. */
export function PassportForm({ typed }: { typed?: string }) {
  const paths = usePaths();
  return (
    <Form method="get" action={paths.passports()}>
      <label htmlFor="passport-code" className="font-medium">
        {m["passports.check.field"]()}
      </label>
      <p id="passport-code-hint" className="text-sm text-muted">
        {m["passports.check.hint"]()}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <input
          id="passport-code"
          name="code"
          defaultValue={typed ?? ""}
          required
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="passport-code-hint"
          className={`${fieldStyle} max-w-80 tabular-nums uppercase`}
        />
        <button type="submit" className={buttonStyle.primary}>
          {m["passports.check.button"]()}
        </button>
      </div>
    </Form>
  );
}
