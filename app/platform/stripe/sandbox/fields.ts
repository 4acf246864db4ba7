import type { Sent } from "./form";
import { refuse } from "./refusals";
import { STRIPE_CURRENCIES } from "../currencies";

type TextField = {
  kind: "text";
  isRequired?: boolean;
  most?: number;
  oneOf?: readonly string[];
  is?: "url" | "email" | "currency";
};
type IntegerField = { kind: "integer"; isRequired?: boolean; least?: number };
type BooleanField = { kind: "boolean"; isRequired?: boolean };
type RangeField = { kind: "range" };
type MetadataField = { kind: "metadata" };
type FileField = { kind: "file"; isRequired?: boolean };
/** Stripe knows it, the sandbox refuses it: an answer that ignored it would be untrue. */
type NotImitated = { kind: "not-imitated" };
type ListField<Of> = { kind: "list"; of: Of; isRequired?: boolean };
type HashField<Fields> = { kind: "hash"; fields: Fields; isRequired?: boolean };

type Plain<Value> = Exclude<Value, undefined | null | "">;

type FieldFor<Value> =
  | NotImitated
  | ([Value] extends [boolean]
      ? BooleanField
      : [Value] extends [number]
        ? IntegerField
        : number extends Value
          ? RangeField
          : [Value] extends [string]
            ? TextField
            : [Value] extends [readonly (infer One)[]]
              ? ListField<FieldFor<Plain<One>>>
              : string extends keyof Value
                ? MetadataField
                : [Value] extends [{ data: string | Uint8Array }]
                  ? FileField
                  : HashField<FieldsOf<Value>>);

/**
 * One field for each parameter of the stripe package's own type, no more and no less, each of the kind that the type
 * asks for: a parameter that Stripe renames, adds or changes stops the build.
 */
export type FieldsOf<Params> = {
  [Name in keyof Params]-?: FieldFor<Plain<Params[Name]>> &
    (Partial<Pick<Params, Name>> extends Pick<Params, Name> ? unknown : { isRequired: true });
};

/** A field whatever parameter it is for; the runtime's view of `FieldsOf`. */
export type AnyField =
  | TextField
  | IntegerField
  | BooleanField
  | RangeField
  | MetadataField
  | FileField
  | NotImitated
  | { kind: "list"; of: AnyField; isRequired?: boolean }
  | { kind: "hash"; fields: AnyFields; isRequired?: boolean };

export type AnyFields = { readonly [name: string]: AnyField };

export const notImitated = { kind: "not-imitated" } as const;
export const text = { kind: "text" } as const;
export const metadata = { kind: "metadata" } as const;
export const expand = { kind: "list", of: text } as const;
export const onlyExpand = { expand } as const;
export const pages = {
  limit: { kind: "integer", least: 1 },
  starting_after: text,
  ending_before: text,
  expand,
} as const;

/**
 * Checks what was sent against the fields, in Stripe's order: unknown names, missing ones, then each value.
 *
 * @returns numbers and booleans in place of their texts
 * @throws Refused naming the parameter as Stripe does, `line_items[0][quantity]`
 */
export function readFields(
  sent: Readonly<Record<string, Sent>>,
  fields: AnyFields,
  within = "",
): Record<string, unknown> {
  const nameOf = (name: string) => (within === "" ? name : `${within}[${name}]`);
  for (const name of Object.keys(sent)) {
    if (!(name in fields)) refuse("parameter-unknown", { param: nameOf(name) });
  }
  for (const [name, field] of Object.entries(fields)) {
    if ("isRequired" in field && field.isRequired && sent[name] === undefined) {
      refuse("parameter-missing", { param: nameOf(name) });
    }
  }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = sent[name];
      return value === undefined ? [] : [[name, readValue(value, field, nameOf(name))]];
    }),
  );
}

function readValue(sent: Sent, field: AnyField, param: string): unknown {
  switch (field.kind) {
    case "not-imitated":
      return refuse("not-imitated", { param });
    case "text":
      return readText(sent, field, param);
    case "integer":
      return readInteger(sent, param, field.least ?? 0);
    case "boolean":
      if (sent === "true" || sent === "false") return sent === "true";
      return refuse("parameter-boolean", { param, value: JSON.stringify(sent) });
    case "range":
      if (typeof sent === "string") return { gte: readInteger(sent, param, 0), lte: readInteger(sent, param, 0) };
      return readFields(hashOf(sent, param), RANGE, param);
    case "metadata":
      return readMetadata(hashOf(sent, param), param);
    case "file":
      return sent;
    case "list":
      if (!Array.isArray(sent)) return refuse("parameter-array", { param });
      return sent.map((one, at) => readValue(one, field.of, `${param}[${at}]`));
    case "hash":
      return readFields(hashOf(sent, param), field.fields, param);
  }
}

const bound = { kind: "integer" } as const;
const RANGE = { gt: bound, gte: bound, lt: bound, lte: bound };

function hashOf(sent: Sent, param: string): Record<string, Sent> {
  return typeof sent === "string" || Array.isArray(sent) ? refuse("parameter-object", { param }) : sent;
}

function readInteger(sent: Sent, param: string, least: number): number {
  if (typeof sent !== "string" || !/^-?\d{1,15}$/.test(sent)) {
    return refuse("parameter-integer", { param, value: typeof sent === "string" ? sent : JSON.stringify(sent) });
  }
  return Number(sent) < least ? refuse("parameter-too-small", { param, least: String(least) }) : Number(sent);
}

function readText(sent: Sent, { most = 5000, oneOf, is }: TextField, param: string): string {
  if (typeof sent !== "string") return refuse("parameter-text", { param });
  if (sent === "") return refuse("parameter-empty", { param });
  if (sent.length > most) refuse("parameter-too-long", { param, most: String(most), length: String(sent.length) });
  if (oneOf && !oneOf.includes(sent)) refuse("parameter-choice", { param, choices: oneOf.join(", ") });
  if (is === "url" && !/^https?:\/\/[^\s/]+/.test(sent)) refuse("url-invalid", { param });
  if (is === "email" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sent)) refuse("email-invalid", { param, value: sent });
  if (is === "currency" && !STRIPE_CURRENCIES.includes(sent.toUpperCase())) {
    refuse("currency-unknown", { param, currency: sent });
  }
  return is === "currency" ? sent.toLowerCase() : sent;
}

/** Up to 50 names of 40 letters, values of 500. Source: docs.stripe.com/metadata. */
function readMetadata(sent: Record<string, Sent>, param: string): Record<string, string> {
  const entries = Object.entries(sent);
  if (entries.length > 50) refuse("metadata-too-many", { param });
  for (const [name, value] of entries) {
    if (name.length > 40) refuse("metadata-name", { param, length: String(name.length) });
    if (typeof value !== "string") return refuse("parameter-text", { param: `${param}[${name}]` });
    if (value.length > 500) refuse("metadata-value", { param: `${param}[${name}]`, length: String(value.length) });
  }
  return Object.fromEntries(entries.filter(([, value]) => value !== "")) as Record<string, string>;
}
