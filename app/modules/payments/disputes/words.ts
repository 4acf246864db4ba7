import { m } from "~/paraglide/messages.js";
import type { DisputeStatus } from "~/platform/stripe/port";

export const DISPUTE_STATUS_TEXTS: Readonly<Record<DisputeStatus, () => string>> = {
  warning_needs_response: m["disputes.status.warning_needs_response"],
  warning_under_review: m["disputes.status.warning_under_review"],
  warning_closed: m["disputes.status.warning_closed"],
  needs_response: m["disputes.status.needs_response"],
  under_review: m["disputes.status.under_review"],
  won: m["disputes.status.won"],
  lost: m["disputes.status.lost"],
  prevented: m["disputes.status.prevented"],
};

/** Source of the codes: docs.stripe.com/disputes/categories. */
const REASONS: Readonly<Record<string, () => string>> = {
  fraudulent: m["disputes.reason.fraudulent"],
  product_not_received: m["disputes.reason.product_not_received"],
  product_unacceptable: m["disputes.reason.product_unacceptable"],
  duplicate: m["disputes.reason.duplicate"],
  credit_not_processed: m["disputes.reason.credit_not_processed"],
  unrecognized: m["disputes.reason.unrecognized"],
  general: m["disputes.reason.general"],
};

export function disputeReasonText(code: string): string {
  return REASONS[code]?.() ?? m["disputes.reason.other"]({ code });
}
