import type Stripe from "stripe";
import { toStripeAmount } from "./amounts";
import type { CheckoutToOpen, DisputeEvidence } from "./port";

/** Languages of Stripe's page that are ours or our buyers'; Azerbaijani is none of them. Source: the package's own type. */
const LOCALES: Readonly<Record<string, Stripe.Checkout.SessionCreateParams.Locale>> = { en: "en", ru: "ru" };

/** For other languages Stripe goes by the browser. */
export function stripeLocale(locale: string): Stripe.Checkout.SessionCreateParams.Locale {
  return LOCALES[locale] ?? "auto";
}

const LONGEST_SUFFIX = 22;

/**
 * Words that a bank statement can bear: Latin letters without accents, none of < > \ ' " *, at least one letter.
 * Source: docs.stripe.com/get-started/account/statement-descriptors.
 *
 * @returns undefined when nothing of that kind is left
 */
export function statementSuffix(words: string | undefined): string | undefined {
  const plain = (words ?? "")
    .replaceAll("ə", "e")
    .replaceAll("Ə", "E")
    .replaceAll("ı", "i")
    .normalize("NFKD")
    .replaceAll(/[^ -~]|[<>\\'"*]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_SUFFIX)
    .trim();
  return /[a-z]/i.test(plain) ? plain : undefined;
}

/** @throws RangeError when an amount cannot be charged exactly */
export function checkoutParams(input: CheckoutToOpen): Stripe.Checkout.SessionCreateParams {
  const suffix = statementSuffix(input.statementSuffix);
  return {
    mode: "payment",
    line_items: input.lines.map(({ name, unit, quantity }) => ({
      quantity,
      price_data: {
        currency: unit.currency.toLowerCase(),
        unit_amount: toStripeAmount(unit),
        product_data: { name },
      },
    })),
    client_reference_id: input.reference,
    customer_email: input.email,
    locale: stripeLocale(input.locale),
    success_url: input.successUrl,
    cancel_url: input.cancelUrl,
    expires_at: Math.floor(input.expiresAt.getTime() / 1000),
    metadata: { ...input.metadata },
    payment_intent_data: {
      metadata: { ...input.metadata },
      ...(suffix === undefined ? {} : { statement_descriptor_suffix: suffix }),
    },
  };
}

/** Our names of evidence and Stripe's; what was not given is not sent. */
export function evidenceParams(evidence: DisputeEvidence): Stripe.DisputeUpdateParams.Evidence {
  const sent: Stripe.DisputeUpdateParams.Evidence = {
    product_description: evidence.productDescription,
    customer_name: evidence.buyerName,
    customer_email_address: evidence.buyerEmail,
    shipping_carrier: evidence.shippingCarrier,
    shipping_tracking_number: evidence.trackingNumber,
    shipping_date: evidence.shippedOn,
    shipping_address: evidence.shippingAddress,
    refund_policy_disclosure: evidence.refundPolicy,
    refund_refusal_explanation: evidence.refundRefusal,
    uncategorized_text: evidence.words,
    receipt: evidence.receiptFileId,
    shipping_documentation: evidence.shippingFileId,
    customer_communication: evidence.communicationFileId,
    uncategorized_file: evidence.otherFileId,
  };
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined && value !== ""));
}
