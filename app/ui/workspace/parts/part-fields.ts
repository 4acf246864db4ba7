import type { FieldMetadata } from "@conform-to/react";
import type { PartChoices, StoredValues } from "~/modules/catalog";

type Meta = FieldMetadata<string | undefined, Record<string, string | undefined>>;

/** What the fields of a part are made from. */
export type PartFieldsProps = {
  /** The field of a name, such as `home[0].amount`. */
  field: (name: string) => Meta;
  stored: StoredValues;
  choices: PartChoices;
  kind: "good" | "service";
};

/** Values of a name that has several. */
export function chosenOf(field: Meta, stored: StoredValues): readonly string[] {
  const typed: unknown = field.initialValue;
  const values = Array.isArray(typed) ? typed : typed === undefined ? stored[field.name] : [typed];
  return Array.isArray(values) ? values.filter((value): value is string => typeof value === "string") : [];
}

/** Rows of a table of fields. */
export function rowsOf(stored: StoredValues, name: string): readonly StoredValues[] {
  const rows = stored[name];
  return Array.isArray(rows) ? rows.filter((row): row is StoredValues => typeof row === "object") : [];
}
