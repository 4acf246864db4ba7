import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";

/** What a form shows of itself: text as people type it, lists of rows below their name. */
export type TypedValues = { [name: string]: string | undefined | readonly string[] | readonly TypedValues[] };

/** The entries that a browser posts of such a form. */
export function entriesOf(values: TypedValues, prefix = ""): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const path = `${prefix}${name}`;
    if (value === undefined) return [];
    if (typeof value === "string") return [[path, value]];
    return value.flatMap((one, index): [string, string][] =>
      typeof one === "string" ? [[path, one]] : entriesOf(one, `${path}[${index}].`),
    );
  });
}

/** A form as it comes in at its schema: its value, or the names of the fields that have a sentence. */
export function typed<Schema extends z.ZodType>(
  schema: Schema,
  values: TypedValues,
): { value: z.output<Schema> | undefined; mistakes: string[] } {
  const submission = parseWithZod(new URLSearchParams(entriesOf(values)), { schema });
  return submission.status === "success"
    ? { value: submission.value, mistakes: [] }
    : { value: undefined, mistakes: Object.keys(submission.error ?? {}) };
}

/** What a schema says of such a form, one sentence after the other. */
export function sentencesOf(schema: z.ZodType, values: TypedValues): string[] {
  const submission = parseWithZod(new URLSearchParams(entriesOf(values)), { schema });
  return submission.status === "success" ? [] : Object.values(submission.error ?? {}).flatMap((said) => said ?? []);
}
