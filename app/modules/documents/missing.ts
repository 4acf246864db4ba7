import reference from "~db/reference/document-fields.json" with { type: "json" };
import type { Locale } from "~/platform/i18n/locales";
import { FIELD_SOURCES, isNeededFor, type FieldSource, type FilledBy } from "./fields";
import type { InvoiceData, KindWithData } from "./input";
import { formOf, type FormId, type SecondLanguage } from "./kinds";

type ReferenceField = { id: string; label: Record<Locale, string>; required: boolean };

/** A field that a form cannot do without and that is empty. */
export type MissingField = {
  field: string;
  /** Its name in the reader's language, of `db/reference/document-fields.json`. */
  label: string;
  by: FilledBy;
  /** Numbers of the lines, or packages, of which it is missing, from 1 on; empty when it is of the whole document. */
  lines: number[];
  /** Paths of the input that are empty. */
  paths: string[];
};

export function fieldsOf(form: FormId): readonly ReferenceField[] {
  const found = reference.forms.find(({ id }) => id === form);
  if (!found) throw new Error(`there is no form ${form}`);
  return found.fields;
}

/** Union members whose business buyers need a number of theirs on an invoice: the reference says the EU and the UK. */
const NUMBER_OF_BUYER = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GB".split(
  " ",
);

/** The two fields of an invoice that are needed on a condition, which the reference says in words. */
function isNeededHere(field: string, { buyer, lines }: InvoiceData): boolean {
  if (field === "buyer_tax_id") return buyer.isBusiness === true && NUMBER_OF_BUYER.includes(buyer.country ?? "");
  return field === "cultural_certificate" && lines.some(({ needsCulturalCheck }) => needsCulturalCheck === true);
}

function isRequired(of: KindWithData, source: FieldSource, required: boolean): boolean {
  if (!isNeededFor(of.kind, source)) return false;
  if (required) return true;
  return (of.kind === "proforma_invoice" || of.kind === "commercial_invoice") && isNeededHere(source.field, of.data);
}

/**
 * Required fields of a form that are empty, in the form's order. Words are there when they are there in the document's
 * second language: customs abroad read no Azerbaijani.
 */
export function missingFields(of: KindWithData, lang: Locale, second: SecondLanguage): MissingField[] {
  const form = formOf(of.kind);
  const named = new Map(fieldsOf(form).map((field) => [field.id, field]));
  return FIELD_SOURCES[form].flatMap((source) => {
    const { label, required } = named.get(source.field) ?? {};
    if (!label || !isRequired(of, source, required ?? false)) return [];
    const empty = source.feeds.flatMap((path) => emptyAt(of.data, path, second).map((at) => ({ path, at })));
    if (empty.length === 0) return [];
    const lines = [...new Set(empty.flatMap(({ at }) => (at === undefined ? [] : [at])))].toSorted((a, b) => a - b);
    const paths = [...new Set(empty.map(({ path }) => path))];
    return [{ field: source.field, label: label[lang], by: source.by, lines, paths }];
  });
}

/** What issuing gives and what is the same in every document is never empty. */
const GIVEN = /^(?:issued|fixed)\./;

/** Where a path is empty: numbers of the first list's entries, undefined for the whole; nothing when it is filled. */
function emptyAt(data: unknown, path: string, second: SecondLanguage): (number | undefined)[] {
  if (GIVEN.test(path)) return [];
  const [own = "", ...below] = path.split("[]");
  const found = valueAt(data, own);
  if (below.length === 0) return isEmpty(found, second) ? [undefined] : [];
  if (!Array.isArray(found) || found.length === 0) return [undefined];
  const rest = below.join("[]").replace(/^\./, "");
  if (rest === "") return [];
  return found.flatMap((entry, index) => (emptyAt(entry, rest, second).length > 0 ? [index + 1] : []));
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, name) => (at !== null && typeof at === "object" ? Reflect.get(at, name) : undefined), data);
}

function isEmpty(value: unknown, second: SecondLanguage): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value) || typeof value !== "object") return false;
  return Reflect.get(value, second) === undefined;
}
