import { m } from "~/paraglide/messages.js";
import type { Words } from "./word-for";

/** What entries of the audit log are about; what waits for staff goes by the name of its queue. */
export const KIND_NAMES: Words = {
  person: m["reviews.audit.kind.person"],
  mailbox: m["reviews.audit.kind.mailbox"],
  address: m["reviews.audit.kind.address"],
  seller: m["reviews.audit.kind.seller"],
  listing: m["reviews.audit.kind.listing"],
  report: m["reviews.audit.kind.report"],
  inquiry: m["inquiries.audit.kind"],
  order: m["orders.audit.kind"],
  dispute: m["disputes.audit.kind"],
  collection: m["reviews.audit.kind.collection"],
  feature: m["reviews.audit.kind.feature"],
  paper: m["reviews.audit.kind.paper"],
  "audit-log": m["reviews.audit.kind.auditLog"],
  sellers: m["reviews.audit.kind.sellers"],
  seller_changes: m["reviews.audit.kind.sellerChanges"],
  listings: m["reviews.audit.kind.listings"],
  listing_changes: m["reviews.audit.kind.listingChanges"],
  listing_checks: m["reviews.audit.kind.listingChecks"],
  reports: m["reviews.audit.kind.reports"],
  inquiry_reports: m["inquiryCases.audit.kind"],
  "payout-batch": m["payments.payout.audit.kind"],
  difference: m["payments.reconciliation.audit.kind"],
  terms: m["payments.terms.audit.kind"],
  evidence: m["evidence.audit.kind"],
  criteria: m["staffReadiness.audit.kindCriteria"],
  "readiness-list": m["staffReadiness.audit.kindList"],
  evidence_rechecks: m["evidence.audit.recheckKind"],
};
