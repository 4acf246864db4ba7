import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";

type Meta = Pick<
  FieldMetadata<unknown, Record<string, unknown>>,
  "id" | "name" | "errors" | "errorId" | "descriptionId" | "initialValue" | "key"
>;

type Options = readonly { value: string; label: string }[];

type GroupProps = { meta: Meta; legend: string; hint?: ReactNode; children: ReactNode };

function Group({ meta, legend, hint, children }: GroupProps) {
  const ids = [hint ? meta.descriptionId : undefined, meta.errors ? meta.errorId : undefined].filter(Boolean);
  return (
    <fieldset aria-describedby={ids.join(" ") || undefined}>
      <legend className="font-medium">{legend}</legend>
      {hint ? (
        <p id={meta.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      {meta.errors ? (
        <p id={meta.errorId} className="mt-1 text-sm font-medium text-pomegranate">
          {meta.errors[0]}
        </p>
      ) : null}
    </fieldset>
  );
}

type RadioProps = { meta: Meta; legend: string; hint?: ReactNode; options: Options };

/** One of a few, all of them seen at once. */
export function RadioField({ meta, legend, hint, options }: RadioProps) {
  return (
    <Group meta={meta} legend={legend} hint={hint}>
      <div key={meta.key} className="mt-1.5 flex flex-wrap gap-2">
        {options.map(({ value, label }, index) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded border border-field bg-surface px-4 py-2 has-checked:border-ink has-checked:bg-sunken has-checked:font-semibold"
          >
            <input
              type="radio"
              id={index === 0 ? meta.id : undefined}
              name={meta.name}
              value={value}
              defaultChecked={meta.initialValue === value}
              className="size-5 shrink-0 accent-madder"
            />
            {label}
          </label>
        ))}
      </div>
    </Group>
  );
}

type CheckListProps = RadioProps & {
  chosen: readonly string[];
  /** Opens the rest; without it the whole list is seen. */
  more?: string;
  /** What is usually chosen, and is seen besides what is. */
  usual?: readonly string[];
};

/** Any of a longer list; what is chosen or usual stands first. */
export function CheckListField({ meta, legend, hint, options, chosen, more, usual }: CheckListProps) {
  const isChosen = ({ value }: { value: string }) => chosen.includes(value);
  const isSeen = (one: { value: string }) => !more || isChosen(one) || usual?.includes(one.value);
  const [first, rest] = [options.filter(isSeen), options.filter((one) => !isSeen(one))];
  return (
    <Group meta={meta} legend={legend} hint={hint}>
      <div key={meta.key} className="mt-1.5">
        <CheckList name={meta.name} options={first} isChosen={isChosen} />
        {more ? (
          <details open={first.length === 0} className="mt-2 rounded border border-line bg-surface px-4 py-2">
            <summary className="min-h-9 cursor-pointer py-1.5 font-medium">{more}</summary>
            <CheckList name={meta.name} options={rest} isChosen={isChosen} />
          </details>
        ) : null}
      </div>
    </Group>
  );
}

type ListProps = { name: string; options: Options; isChosen: (option: { value: string }) => boolean };

function CheckList({ name, options, isChosen }: ListProps) {
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {options.map((option) => (
        <li key={option.value}>
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={isChosen(option)}
              className="size-5 shrink-0 accent-madder"
            />
            {option.label}
          </label>
        </li>
      ))}
    </ul>
  );
}
