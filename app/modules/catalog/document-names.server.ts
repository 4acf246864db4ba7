import { m } from "~/paraglide/messages.js";

/** Names of the papers that staff verify; the types are those of `db/reference/document-fields.json`. */
const DOCUMENT_NAMES: Readonly<Record<string, () => string>> = {
  tax_registration_certificate: m["readiness.document.tax_registration_certificate"],
  bank_letter: m["readiness.document.bank_letter"],
  sales_terms: m["readiness.document.sales_terms"],
  export_proof: m["readiness.document.export_proof"],
  training_certificate: m["readiness.document.training_certificate"],
  food_contact_test: m["readiness.document.food_contact_test"],
  product_safety_file: m["readiness.document.product_safety_file"],
  eu_rp_mandate: m["readiness.document.eu_rp_mandate"],
  certificate_of_origin: m["readiness.document.certificate_of_origin"],
  cultural_export_certificate: m["readiness.document.cultural_export_certificate"],
  wildlife_permit: m["readiness.document.wildlife_permit"],
  packing_photos: m["readiness.document.packing_photos"],
  gi_right_to_use: m["readiness.document.gi_right_to_use"],
  ip_registration: m["readiness.document.ip_registration"],
};

export function documentName(type: string): string {
  return DOCUMENT_NAMES[type]?.() ?? type;
}
