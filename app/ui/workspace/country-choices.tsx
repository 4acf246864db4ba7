import type { ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import type { TextField } from "~/ui/forms/fields";

type Props = {
  /** Those that another zone of the same way reaches cannot be chosen again. */
  countries: readonly { value: string; label: string; isTaken: boolean }[];
  chosen: readonly string[];
  meta: ComponentProps<typeof TextField>["meta"];
};

/** Countries of a zone, folded when there are some. */
export function CountryChoices({ countries, chosen, meta }: Props) {
  const names = countries.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <fieldset aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend className="font-medium">{m["sellers.routes.countries"]()}</legend>
      {meta.errors ? (
        <p id={meta.errorId} className="text-sm font-medium text-pomegranate">
          {meta.errors[0]}
        </p>
      ) : null}
      <details
        open={chosen.length === 0 || meta.errors !== undefined}
        className="mt-2 rounded border border-line bg-surface px-4 py-2"
      >
        <summary className="min-h-9 cursor-pointer py-1.5">
          {names.length > 0 ? names.join(", ") : m["sellers.routes.choose"]()}
        </summary>
        <ul className="grid gap-x-6 pb-2 sm:grid-cols-3">
          {countries.map(({ value, label, isTaken }) => (
            <li key={value}>
              <label className={`flex min-h-11 items-center gap-3 ${isTaken ? "text-muted" : ""}`}>
                <input
                  type="checkbox"
                  name="countries"
                  value={value}
                  disabled={isTaken}
                  defaultChecked={!isTaken && chosen.includes(value)}
                  className="size-5 shrink-0 accent-madder"
                />
                <span>
                  {label}
                  {isTaken ? <span className="block text-xs">{m["sellers.routes.elsewhere"]()}</span> : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
