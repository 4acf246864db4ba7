import type { ComponentProps } from "react";
import type { TextField } from "./fields";

type Props = {
  meta: ComponentProps<typeof TextField>["meta"];
  label: string;
  options: readonly { value: string; label: string }[];
};

/** One of a few, all of them in sight. */
export function ChoiceField({ meta, label, options }: Props) {
  return (
    <fieldset aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend className="font-medium">{label}</legend>
      <ul className="mt-1.5 flex flex-col">
        {options.map((option, index) => (
          <li key={option.value}>
            <label className="flex min-h-11 items-center gap-3">
              <input
                key={meta.key}
                type="radio"
                name={meta.name}
                id={index === 0 ? meta.id : undefined}
                value={option.value}
                defaultChecked={meta.initialValue === option.value}
                className="size-5 shrink-0 accent-madder"
              />
              {option.label}
            </label>
          </li>
        ))}
      </ul>
      {meta.errors ? (
        <p id={meta.errorId} className="text-sm font-medium text-pomegranate">
          {meta.errors[0]}
        </p>
      ) : null}
    </fieldset>
  );
}
