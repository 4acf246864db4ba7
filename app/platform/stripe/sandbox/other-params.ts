import type Stripe from "stripe";
import { expand, metadata, notImitated, pages, text, type FieldsOf } from "./fields";

const created = { kind: "range" } as const;

export const lineItemsList = { ...pages } as const satisfies FieldsOf<Stripe.Checkout.SessionListLineItemsParams>;

export const sessionList = {
  ...pages,
  created,
  customer: notImitated,
  customer_account: notImitated,
  customer_details: notImitated,
  payment_intent: text,
  payment_link: notImitated,
  status: { kind: "text", oneOf: ["open", "complete", "expired"] },
  subscription: notImitated,
} as const satisfies FieldsOf<Stripe.Checkout.SessionListParams>;

export const intentCancel = {
  cancellation_reason: {
    kind: "text",
    oneOf: ["abandoned", "duplicate", "fraudulent", "requested_by_customer"],
  },
  expand,
} as const satisfies FieldsOf<Stripe.PaymentIntentCancelParams>;

export const chargeList = {
  ...pages,
  created,
  customer: notImitated,
  payment_intent: text,
  transfer_group: notImitated,
} as const satisfies FieldsOf<Stripe.ChargeListParams>;

export const refundCreate = {
  amount: { kind: "integer", least: 1 },
  charge: text,
  currency: notImitated,
  customer: notImitated,
  expand,
  instructions_email: notImitated,
  metadata,
  origin: notImitated,
  payment_intent: text,
  reason: { kind: "text", oneOf: ["duplicate", "fraudulent", "requested_by_customer"] },
  refund_application_fee: notImitated,
  reverse_transfer: notImitated,
} as const satisfies FieldsOf<Stripe.RefundCreateParams>;

export const refundList = {
  ...pages,
  charge: text,
  created,
  payment_intent: text,
} as const satisfies FieldsOf<Stripe.RefundListParams>;

/** Texts of evidence together have 150,000 letters at Stripe, each at most 20,000. */
const words = { kind: "text", most: 20_000 } as const;

const evidence = {
  access_activity_log: words,
  appeal: notImitated,
  billing_address: words,
  cancellation_policy: text,
  cancellation_policy_disclosure: words,
  cancellation_rebuttal: words,
  customer_communication: text,
  customer_email_address: { kind: "text", is: "email" },
  customer_name: words,
  customer_purchase_ip: words,
  customer_signature: text,
  duplicate_charge_documentation: text,
  duplicate_charge_explanation: words,
  duplicate_charge_id: text,
  enhanced_evidence: notImitated,
  product_description: words,
  receipt: text,
  refund_policy: text,
  refund_policy_disclosure: words,
  refund_refusal_explanation: words,
  service_date: words,
  service_documentation: text,
  shipping_address: words,
  shipping_carrier: words,
  shipping_date: words,
  shipping_documentation: text,
  shipping_tracking_number: words,
  uncategorized_file: text,
  uncategorized_text: words,
} as const satisfies FieldsOf<Stripe.DisputeUpdateParams.Evidence>;

export const disputeUpdate = {
  evidence: { kind: "hash", fields: evidence },
  expand,
  intended_submission_method: notImitated,
  metadata,
  submit: { kind: "boolean" },
} as const satisfies FieldsOf<Stripe.DisputeUpdateParams>;

export const disputeList = {
  ...pages,
  charge: text,
  created,
  payment_intent: text,
} as const satisfies FieldsOf<Stripe.DisputeListParams>;

export const fileCreate = {
  file: { kind: "file", isRequired: true },
  purpose: { kind: "text", oneOf: ["dispute_evidence"], isRequired: true },
  expand,
  file_link_data: notImitated,
} as const satisfies FieldsOf<Stripe.FileCreateParams>;

export const transactionList = {
  ...pages,
  created,
  currency: { kind: "text", is: "currency" },
  payout: notImitated,
  source: text,
  type: text,
} as const satisfies FieldsOf<Stripe.BalanceTransactionListParams>;

export const payoutCreate = {
  amount: { kind: "integer", isRequired: true, least: 1 },
  currency: { kind: "text", is: "currency", isRequired: true },
  description: text,
  destination: notImitated,
  expand,
  metadata,
  method: notImitated,
  payout_method: notImitated,
  source_type: notImitated,
  statement_descriptor: { kind: "text", most: 22 },
} as const satisfies FieldsOf<Stripe.PayoutCreateParams>;

export const payoutList = {
  ...pages,
  arrival_date: created,
  created,
  destination: notImitated,
  status: { kind: "text", oneOf: ["pending", "in_transit", "paid", "failed", "canceled"] },
} as const satisfies FieldsOf<Stripe.PayoutListParams>;

export const eventList = {
  ...pages,
  created,
  delivery_success: notImitated,
  type: text,
  types: { kind: "list", of: text },
} as const satisfies FieldsOf<Stripe.EventListParams>;

export const endpointCreate = {
  enabled_events: { kind: "list", of: text, isRequired: true },
  url: { kind: "text", is: "url", isRequired: true },
  api_version: text,
  connect: notImitated,
  description: text,
  expand,
  metadata,
} as const satisfies FieldsOf<Stripe.WebhookEndpointCreateParams>;

export const endpointList = { ...pages } as const satisfies FieldsOf<Stripe.WebhookEndpointListParams>;
