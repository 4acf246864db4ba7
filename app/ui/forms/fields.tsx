import type { FieldMetadata } from "@conform-to/react";
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { fieldStyle } from "~/ui/primitives/button";

type Meta = FieldMetadata<unknown, Record<string, unknown>>;

type CommonProps = {
  // Each field's value has a type of its own; what a control needs is the same for all.
  meta: Pick<Meta, "id" | "name" | "errors" | "errorId" | "descriptionId" | "initialValue" | "key">;
  label: string;
  hint?: ReactNode;
  isOptional?: boolean;
};

function describedBy({ meta, hint }: Pick<CommonProps, "meta" | "hint">): string | undefined {
  const ids = [hint ? meta.descriptionId : undefined, meta.errors ? meta.errorId : undefined].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function controlProps({ meta, hint }: Pick<CommonProps, "meta" | "hint">) {
  return {
    id: meta.id,
    name: meta.name,
    "aria-invalid": meta.errors ? true : undefined,
    "aria-describedby": describedBy({ meta, hint }),
  } as const;
}

/** Label above, hint between, mistake below: the eye and a reader meet them in this order. */
function Field({ meta, label, hint, isOptional = false, children }: CommonProps & { children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={meta.id} className="font-medium">
        {label}
        {isOptional ? <span className="font-normal text-muted"> · {m["site.optional"]()}</span> : null}
      </label>
      {hint ? (
        <p id={meta.descriptionId} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      {children}
      <Mistake meta={meta} />
    </div>
  );
}

function Mistake({ meta }: Pick<CommonProps, "meta">) {
  return meta.errors ? (
    <p id={meta.errorId} className="text-sm font-medium text-pomegranate">
      {meta.errors[0]}
    </p>
  ) : null;
}

type TextFieldProps = CommonProps & {
  type?: "text" | "email" | "tel" | "password" | "date" | "datetime-local" | "time";
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "numeric" | "decimal" | "tel" | "email" | "text";
  /** The first field of a page that asks for one thing. */
  isFirst?: boolean;
  className?: string;
};

export function TextField({
  type = "text",
  autoComplete,
  inputMode,
  isFirst,
  className = "",
  ...common
}: TextFieldProps) {
  const { meta } = common;
  return (
    <Field {...common}>
      <input
        key={meta.key}
        {...controlProps(common)}
        type={type}
        defaultValue={typeof meta.initialValue === "string" ? meta.initialValue : undefined}
        autoComplete={autoComplete}
        inputMode={inputMode}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page asks for this one thing, or this is the first mistake
        autoFocus={isFirst === true}
        className={`${fieldStyle} aria-[invalid]:border-pomegranate ${className}`}
      />
    </Field>
  );
}

export function TextAreaField({ rows, ...common }: CommonProps & { rows: number }) {
  const { meta } = common;
  return (
    <Field {...common}>
      <textarea
        key={meta.key}
        {...controlProps(common)}
        rows={rows}
        defaultValue={typeof meta.initialValue === "string" ? meta.initialValue : undefined}
        className={`${fieldStyle} aria-[invalid]:border-pomegranate`}
      />
    </Field>
  );
}

type SelectFieldProps = CommonProps & {
  options: readonly { value: string; label: string }[];
  /** What stands for no choice; left out where one has to be made. */
  none?: string;
};

export function SelectField({ options, none, ...common }: SelectFieldProps) {
  const { meta } = common;
  return (
    <Field {...common}>
      <select
        key={meta.key}
        {...controlProps(common)}
        defaultValue={typeof meta.initialValue === "string" ? meta.initialValue : ""}
        className={`${fieldStyle} aria-[invalid]:border-pomegranate`}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** @param accept content types, and endings of names, that may be chosen */
export function FileField({
  accept,
  isMany = false,
  ...common
}: CommonProps & { accept: readonly string[]; isMany?: boolean }) {
  return (
    <Field {...common}>
      <input
        {...controlProps(common)}
        type="file"
        accept={accept.join(",")}
        multiple={isMany}
        className={`${fieldStyle} file:mr-4 file:min-h-9 file:rounded file:border-0 file:bg-sunken file:px-4 file:font-semibold aria-[invalid]:border-pomegranate`}
      />
    </Field>
  );
}

type Groups = readonly { label: string; choices: readonly { value: string; label: string }[] }[];

/** A long list below the headings that people know it by. */
export function GroupedSelectField({ groups, none, ...common }: CommonProps & { groups: Groups; none?: string }) {
  const { meta } = common;
  return (
    <Field {...common}>
      <select
        key={meta.key}
        {...controlProps(common)}
        defaultValue={typeof meta.initialValue === "string" ? meta.initialValue : ""}
        className={`${fieldStyle} aria-[invalid]:border-pomegranate`}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {groups.map(({ label, choices }) => (
          <optgroup key={label} label={label}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

export function CheckboxField({ meta, label, hint }: CommonProps) {
  return (
    <div className="flex flex-col gap-1">
      <label className="flex items-start gap-3 py-1">
        <input
          key={meta.key}
          {...controlProps({ meta, hint })}
          type="checkbox"
          value="on"
          defaultChecked={meta.initialValue === "on"}
          className="mt-1 size-5 shrink-0 accent-madder"
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={meta.descriptionId} className="pl-8 text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <Mistake meta={meta} />
    </div>
  );
}

export function HiddenField({ name, value }: { name: string; value: string | undefined }) {
  return value === undefined ? null : <input type="hidden" name={name} value={value} />;
}
