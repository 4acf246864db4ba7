import { REPORT_OUTCOME_TEXTS, REPORT_REASON_TEXTS, REPORT_RULE_TEXTS } from "~/modules/catalog";
import { INQUIRY_CASE_OUTCOME_TEXTS, INQUIRY_CASE_RULE_TEXTS, INQUIRY_REPORT_REASON_TEXTS } from "~/modules/inquiries";
import { CANCEL_REASON_TEXTS, ORDER_STATUS_TEXTS } from "~/modules/orders";
import { LEGAL_FORM_NAMES, SUSPENSION_REASON_TEXTS } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { LOCALES } from "~/platform/i18n/locales";
import { SHOP_ROLE_NAMES } from "~/ui/accounts/role-names";
import { SLOT_NAMES } from "~/ui/curation/slot-names";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { LISTING_STATUS_NAMES, PAGE_NAMES } from "~/ui/workspace/listing-labels";
import { SERVICE_NAMES } from "~/ui/workspace/shipping-labels";
import { OFFERING_NAMES, STATUS_NAMES } from "~/ui/workspace/shop-labels";
import { ACTION_NAMES } from "./action-names";
import { KIND_NAMES } from "./kind-names";
import type { Words } from "./word-for";

/** Codes among the values of a field, in words. */
export const VALUE_NAMES: Readonly<Record<string, Words>> = {
  action: ACTION_NAMES,
  confirmed: { paperless: m["reviews.audit.value.paperless"] },
  by: {
    password: m["reviews.audit.value.password"],
    "second-factor": m["reviews.audit.value.secondFactor"],
    "recovery-code": m["reviews.audit.value.recoveryCode"],
    "phone-code": m["reviews.audit.value.phoneCode"],
  },
  caseOutcome: INQUIRY_CASE_OUTCOME_TEXTS,
  decision: {
    approved: m["reviews.outcome.approved"],
    changes_requested: m["reviews.outcome.changesRequested"],
    rejected: m["reviews.outcome.rejected"],
  },
  deed: {
    on: m["reviews.audit.value.on"],
    off: m["reviews.audit.value.off"],
    remove: m["reviews.audit.value.remove"],
  },
  kind: {
    ...KIND_NAMES,
    good: m["catalog.kind.good"],
    service: m["catalog.kind.service"],
    seller: m["payments.audit.cause.seller"],
    staff: m["payments.audit.cause.staff"],
    problem: m["orders.problem.kind.problem"],
    refund: m["orders.problem.kind.refund"],
    withdrawal: m["orders.problem.kind.withdrawal"],
  },
  legalForm: LEGAL_FORM_NAMES,
  // The state of the listing that a report is about.
  listing: LISTING_STATUS_NAMES,
  locale: Object.fromEntries(LOCALES.map((locale) => [locale, () => LANGUAGE_NAMES[locale]])),
  offering: OFFERING_NAMES,
  outcome: REPORT_OUTCOME_TEXTS,
  part: PAGE_NAMES,
  priceKind: {
    fixed: m["catalog.priceKind.fixed"],
    tiers: m["catalog.priceKind.tiers"],
    on_request: m["catalog.priceKind.onRequest"],
  },
  reason: {
    ...CANCEL_REASON_TEXTS,
    ...INQUIRY_REPORT_REASON_TEXTS,
    ...REPORT_REASON_TEXTS,
    ...SUSPENSION_REASON_TEXTS,
  },
  role: SHOP_ROLE_NAMES,
  rule: { ...INQUIRY_CASE_RULE_TEXTS, ...REPORT_RULE_TEXTS },
  service: SERVICE_NAMES,
  services: SERVICE_NAMES,
  slot: SLOT_NAMES,
  status: {
    ...ORDER_STATUS_TEXTS,
    ...STATUS_NAMES,
    ...LISTING_STATUS_NAMES,
    open: m["reviews.outcome.open"],
    decided: m["reviews.audit.value.decided"],
    verified: m["evidence.status.verified"],
    withdrawn: m["evidence.status.withdrawn"],
  },
  stockPolicy: {
    in_stock: m["catalog.stockPolicy.inStock"],
    made_to_order: m["catalog.stockPolicy.madeToOrder"],
    one_of_a_kind: m["catalog.stockPolicy.oneOfAKind"],
  },
};
