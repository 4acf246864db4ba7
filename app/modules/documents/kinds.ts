import type { Locale } from "~/platform/i18n/locales";

/**
 * Documents that are made of an order or a quote. The pro-forma invoice is a commercial invoice of goods that are not packed
 * yet; the last two are sheets of data for a form that an agency, or the parties' lawyers, write themselves.
 */
export const DOCUMENT_KINDS = [
  "proforma_invoice",
  "commercial_invoice",
  "packing_list",
  "cn22",
  "cn23",
  "certificate_of_origin_ct1",
  "service_contract",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export function isDocumentKind(value: string | undefined): value is DocumentKind {
  return DOCUMENT_KINDS.some((kind) => kind === value);
}

/** Forms of `db/reference/document-fields.json`. */
export type FormId = Exclude<DocumentKind, "proforma_invoice">;

export function formOf(kind: DocumentKind): FormId {
  return kind === "proforma_invoice" ? "commercial_invoice" : kind;
}

/** The other language of a document; the first one is Azerbaijani. */
export const SECOND_LANGUAGES = ["en", "ru"] as const satisfies readonly Locale[];
export type SecondLanguage = (typeof SECOND_LANGUAGES)[number];

/** Beginnings of numbers, the same in every language. */
const PREFIXES: Readonly<Record<DocumentKind, string>> = {
  proforma_invoice: "PF",
  commercial_invoice: "CI",
  packing_list: "PL",
  cn22: "CN22",
  cn23: "CN23",
  certificate_of_origin_ct1: "CT1",
  service_contract: "SC",
};

/** The number as it is printed and quoted: `CI-2026-0007`, the seventh commercial invoice of a seller in 2026. */
export function referenceOf(kind: DocumentKind, year: number, number: number): string {
  return `${PREFIXES[kind]}-${year}-${String(number).padStart(4, "0")}`;
}
