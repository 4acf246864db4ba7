import type { ComponentProps } from "react";
import type { TextField } from "~/ui/forms/fields";
import { m } from "~/paraglide/messages.js";

type Props = {
  groups: readonly { label: string; kind: "good" | "service"; choices: readonly { value: string; label: string }[] }[];
  chosen: readonly string[];
  meta: ComponentProps<typeof TextField>["meta"];
};

/** What the shop does not offer is not in the way, unless something in it is chosen. */
const UNLESS_OFFERED = {
  good: "group-has-[[value=services]:checked]/making:not-has-[:checked]:hidden",
  service: "group-has-[[value=goods]:checked]/making:not-has-[:checked]:hidden",
} as const;

/** What a shop makes: groups that open when something in them is chosen. */
export function CategoryChoices({ groups, chosen, meta }: Props) {
  return (
    <fieldset aria-describedby={meta.errors ? meta.errorId : meta.descriptionId}>
      <legend className="font-medium">{m["sellers.field.making"]()}</legend>
      <p id={meta.descriptionId} className="text-sm text-muted">
        {m["sellers.field.makingHint"]()}
      </p>
      {meta.errors ? (
        <p id={meta.errorId} className="text-sm font-medium text-pomegranate">
          {meta.errors[0]}
        </p>
      ) : null}
      <div className="mt-3 flex flex-col gap-2">
        {groups.map(({ label, kind, choices }) => (
          <details
            key={label}
            open={choices.some(({ value }) => chosen.includes(value))}
            className={`rounded border border-line bg-surface px-4 py-2 ${UNLESS_OFFERED[kind]}`}
          >
            <summary className="min-h-9 cursor-pointer py-1.5 font-medium">{label}</summary>
            <ul className="grid gap-x-6 pb-2 sm:grid-cols-2">
              {choices.map((choice) => (
                <li key={choice.value}>
                  <label className="flex min-h-11 items-center gap-3">
                    <input
                      type="checkbox"
                      name="categoryIds"
                      value={choice.value}
                      defaultChecked={chosen.includes(choice.value)}
                      className="size-5 shrink-0 accent-madder"
                    />
                    {choice.label}
                  </label>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </fieldset>
  );
}
