import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";

type Text = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** What is to be brought, by the types of `db/reference/document-fields.json`. */
const PAPER_NAMES: Readonly<Record<string, Text>> = {
  tax_registration_certificate: m["evidence.paper.tax_registration_certificate"],
  bank_letter: m["evidence.paper.bank_letter"],
  cultural_export_certificate: m["evidence.paper.cultural_export_certificate"],
  wildlife_permit: m["evidence.paper.wildlife_permit"],
  product_safety_file: m["evidence.paper.product_safety_file"],
  eu_rp_mandate: m["evidence.paper.eu_rp_mandate"],
  food_contact_test: m["evidence.paper.food_contact_test"],
  sales_terms: m["evidence.paper.sales_terms"],
  packing_photos: m["evidence.paper.packing_photos"],
  certificate_of_origin: m["evidence.paper.certificate_of_origin"],
  ip_registration: m["evidence.paper.ip_registration"],
  gi_right_to_use: m["evidence.paper.gi_right_to_use"],
  export_proof: m["evidence.paper.export_proof"],
  training_certificate: m["evidence.paper.training_certificate"],
};

/** A type that staff have added to the criteria and that has no words yet is called by its code. */
export function paperName(documentType: string, options?: { locale?: Locale }): string {
  return PAPER_NAMES[documentType]?.({}, options) ?? documentType;
}
