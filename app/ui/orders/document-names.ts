import type { EXPORT_REASONS, PACKAGE_KINDS } from "~/modules/documents";
import { m } from "~/paraglide/messages.js";

export const REASON_NAMES: Readonly<Record<(typeof EXPORT_REASONS)[number], () => string>> = {
  sale: m["documents.reason.sale"],
  gift: m["documents.reason.gift"],
  documents: m["documents.reason.documents"],
  commercial_sample: m["documents.reason.commercial_sample"],
  return: m["documents.reason.return"],
  exhibition: m["documents.reason.exhibition"],
  other: m["documents.reason.other"],
};

export const PACKAGE_NAMES: Readonly<Record<(typeof PACKAGE_KINDS)[number], () => string>> = {
  carton: m["documents.package.carton"],
  tube: m["documents.package.tube"],
  crate: m["documents.package.crate"],
  roll: m["documents.package.roll"],
  envelope: m["documents.package.envelope"],
  pallet: m["documents.package.pallet"],
  other: m["documents.package.other"],
};
