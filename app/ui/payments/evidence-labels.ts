import type { DisputeView, EvidenceFile } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";

/** What a bank is told in words, in the order of the form. */
export const EVIDENCE_TEXT_LABELS: readonly (readonly [keyof DisputeView["texts"], () => string])[] = [
  ["productDescription", m["disputes.form.product"]],
  ["shippingCarrier", m["disputes.form.carrier"]],
  ["trackingNumber", m["disputes.form.tracking"]],
  ["shippedOn", m["disputes.form.shippedOn"]],
  ["words", m["disputes.form.words"]],
  ["refundPolicy", m["disputes.form.refundPolicy"]],
  ["refundRefusal", m["disputes.form.refundRefusal"]],
];

/** What it is shown. */
export const EVIDENCE_FILE_LABELS: Readonly<Record<EvidenceFile, () => string>> = {
  receipt: m["disputes.form.receipt"],
  shipping: m["disputes.form.shipping"],
  communication: m["disputes.form.communication"],
  other: m["disputes.form.other"],
};
