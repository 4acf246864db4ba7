import { m } from "~/paraglide/messages.js";
import type { DocumentKind } from "../kinds";
import { EXPORT_REASONS, HANDLINGS, PACKAGE_KINDS } from "../input";

/** A text of the message catalogues. */
export type Message = (inputs: Record<string, never>, options: { locale: "az" | "en" | "ru" }) => string;

export const KIND_NAMES: Readonly<Record<DocumentKind, Message>> = {
  proforma_invoice: m["documents.kind.proforma_invoice"],
  commercial_invoice: m["documents.kind.commercial_invoice"],
  packing_list: m["documents.kind.packing_list"],
  cn22: m["documents.kind.cn22"],
  cn23: m["documents.kind.cn23"],
  certificate_of_origin_ct1: m["documents.kind.certificate_of_origin_ct1"],
  service_contract: m["documents.kind.service_contract"],
};

export function documentName(kind: DocumentKind, locale: "az" | "en" | "ru"): string {
  return KIND_NAMES[kind]({}, { locale });
}

export const PACKAGE_NAMES: Readonly<Record<(typeof PACKAGE_KINDS)[number], Message>> = {
  carton: m["documents.package.carton"],
  tube: m["documents.package.tube"],
  crate: m["documents.package.crate"],
  roll: m["documents.package.roll"],
  envelope: m["documents.package.envelope"],
  pallet: m["documents.package.pallet"],
  other: m["documents.package.other"],
};

export const HANDLING_NAMES: Readonly<Record<(typeof HANDLINGS)[number], Message>> = {
  fragile: m["documents.handling.fragile"],
  keep_dry: m["documents.handling.keep_dry"],
  this_side_up: m["documents.handling.this_side_up"],
};

export const REASON_NAMES: Readonly<Record<(typeof EXPORT_REASONS)[number], Message>> = {
  sale: m["documents.reason.sale"],
  gift: m["documents.reason.gift"],
  documents: m["documents.reason.documents"],
  commercial_sample: m["documents.reason.commercial_sample"],
  return: m["documents.reason.return"],
  exhibition: m["documents.reason.exhibition"],
  other: m["documents.reason.other"],
};
