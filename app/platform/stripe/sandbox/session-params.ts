import type Stripe from "stripe";
import { expand, metadata, notImitated, text, type FieldsOf } from "./fields";

/** Languages of the hosted page. Source: the stripe package's own type. */
const LOCALES =
  "auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW".split(
    " ",
  );

const lineItem = {
  adjustable_quantity: notImitated,
  metadata,
  price: notImitated,
  price_data: {
    kind: "hash",
    fields: {
      currency: { kind: "text", is: "currency", isRequired: true },
      product: notImitated,
      product_data: {
        kind: "hash",
        fields: {
          description: text,
          images: { kind: "list", of: { kind: "text", is: "url" } },
          metadata,
          name: { kind: "text", isRequired: true },
          tax_code: notImitated,
          tax_details: notImitated,
          unit_label: notImitated,
        },
      },
      recurring: notImitated,
      tax_behavior: notImitated,
      unit_amount: { kind: "integer" },
      unit_amount_decimal: notImitated,
    },
  },
  quantity: { kind: "integer", least: 1 },
  tax_rates: notImitated,
} as const satisfies FieldsOf<Stripe.Checkout.SessionCreateParams.LineItem>;

const intentData = {
  application_fee_amount: notImitated,
  capture_method: notImitated,
  description: text,
  metadata,
  on_behalf_of: notImitated,
  receipt_email: { kind: "text", is: "email" },
  setup_future_usage: notImitated,
  shipping: notImitated,
  statement_descriptor: notImitated,
  statement_descriptor_suffix: text,
  transfer_data: notImitated,
  transfer_group: text,
} as const satisfies FieldsOf<Stripe.Checkout.SessionCreateParams.PaymentIntentData>;

/** Parameters of `POST /v1/checkout/sessions`. */
export const sessionCreate = {
  adaptive_pricing: notImitated,
  after_expiration: notImitated,
  allow_promotion_codes: notImitated,
  allowed_payment_method_types: notImitated,
  automatic_tax: notImitated,
  billing_address_collection: notImitated,
  branding_settings: notImitated,
  cancel_url: { kind: "text", is: "url", most: 5000 },
  client_reference_id: { kind: "text", most: 200 },
  consent_collection: notImitated,
  currency: notImitated,
  custom_fields: notImitated,
  custom_text: notImitated,
  customer: notImitated,
  customer_account: notImitated,
  customer_creation: notImitated,
  customer_email: { kind: "text", is: "email", most: 800 },
  customer_update: notImitated,
  discounts: notImitated,
  excluded_payment_method_types: notImitated,
  expand,
  expires_at: { kind: "integer" },
  integration_identifier: notImitated,
  invoice_creation: notImitated,
  line_items: { kind: "list", of: { kind: "hash", fields: lineItem } },
  locale: { kind: "text", oneOf: LOCALES },
  managed_payments: notImitated,
  metadata,
  // The other modes sell subscriptions and keep cards; a session without a mode is one of those.
  mode: { kind: "text", oneOf: ["payment"] },
  name_collection: notImitated,
  optional_items: notImitated,
  origin_context: notImitated,
  payment_intent_data: { kind: "hash", fields: intentData },
  payment_method_collection: notImitated,
  payment_method_configuration: notImitated,
  payment_method_data: notImitated,
  payment_method_options: notImitated,
  permissions: notImitated,
  phone_number_collection: notImitated,
  redirect_on_completion: notImitated,
  return_url: notImitated,
  saved_payment_method_options: notImitated,
  setup_intent_data: notImitated,
  shipping_address_collection: notImitated,
  shipping_options: notImitated,
  submit_type: notImitated,
  subscription_data: notImitated,
  success_url: { kind: "text", is: "url", most: 5000 },
  tax_id_collection: notImitated,
  ui_mode: { kind: "text", oneOf: ["hosted_page"] },
  wallet_options: notImitated,
} as const satisfies FieldsOf<Stripe.Checkout.SessionCreateParams>;
