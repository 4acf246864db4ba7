import { Stripe } from "stripe";
import { clock } from "~/platform/clock.server";
import { toStripeAmount } from "./amounts";
import { checkoutParams, evidenceParams } from "./checkout-params";
import { faultOf } from "./fault.server";
import { isDisputeOver } from "./dispute-status";
import type { DisputeEvidence, RefundRefusal, StripePort } from "./port";
import {
  chargeSeen,
  disputeSeen,
  intentSeen,
  payoutSeen,
  refundSeen,
  sessionSeen,
  transactionSeen,
} from "./seen.server";
import { readStripeEvent } from "./webhook.server";

/** The version that the pinned package was made for; an endpoint of ours at Stripe must have the same. */
export const STRIPE_API_VERSION = "2026-10-28.endive";

export type StripeOptions = {
  secretKey: string;
  /** Secrets of our endpoint; two while they are being changed. */
  webhookSecrets: readonly string[];
  /** Origin of the sandbox; Stripe itself when left out. */
  apiBase?: string | undefined;
  /** Milliseconds that one try of a call may take. */
  timeoutMs?: number;
  /** How often a call that got no answer, or a passing refusal, is made again with the same key. */
  retries?: number;
};

const TIMEOUT_MS = 20_000;
const RETRIES = 2;
/** Stripe's largest page. Source: docs.stripe.com/api/pagination. */
const PAGE = 100;

/** Stripe's package as the settings name it. */
export function stripeClient({ secretKey, apiBase, timeoutMs = TIMEOUT_MS, retries = RETRIES }: StripeOptions): Stripe {
  const base = apiBase === undefined ? undefined : new URL(apiBase);
  return new Stripe(secretKey, {
    apiVersion: STRIPE_API_VERSION,
    maxNetworkRetries: retries,
    timeout: timeoutMs,
    telemetry: false,
    appInfo: { name: "Karvan" },
    ...(base ? { host: base.hostname, port: base.port, protocol: base.protocol === "https:" ? "https" : "http" } : {}),
  });
}

/** The port, on Stripe itself or on the sandbox. */
export function stripeFrom(options: StripeOptions): StripePort {
  const stripe = stripeClient(options);
  return {
    openCheckout: async (input, idempotencyKey) =>
      sessionSeen(
        await told("open a checkout", stripe.checkout.sessions.create(checkoutParams(input), { idempotencyKey })),
      ),
    findCheckout: async (id) =>
      mapped(await found("find a checkout", stripe.checkout.sessions.retrieve(id)), sessionSeen),
    expireCheckout: (id) => expireCheckout(stripe, id),
    findIntent: async (id) => mapped(await found("find a payment", stripe.paymentIntents.retrieve(id)), intentSeen),
    findCharge: async (id) => {
      const charge = stripe.charges.retrieve(id, { expand: ["balance_transaction"] });
      return mapped(await found("find a charge", charge), chargeSeen);
    },
    refund: async ({ paymentIntentId, amount, reason, metadata }, idempotencyKey) => {
      const params: Stripe.RefundCreateParams = {
        payment_intent: paymentIntentId,
        amount: toStripeAmount(amount),
        metadata: { ...metadata },
        ...(reason === undefined ? {} : { reason }),
      };
      try {
        return { ok: true, value: refundSeen(await stripe.refunds.create(params, { idempotencyKey })) };
      } catch (error) {
        const refusal = refundRefusalOf(error);
        if (refusal === undefined) throw faultOf(error, "refund");
        return { ok: false, refusal };
      }
    },
    findRefund: async (id) => mapped(await found("find a refund", stripe.refunds.retrieve(id)), refundSeen),
    findDispute: async (id) => mapped(await found("find a dispute", stripe.disputes.retrieve(id)), disputeSeen),
    uploadEvidence: async ({ name, type, bytes }, idempotencyKey) => {
      const file = { name, type, data: bytes };
      const { id } = await told(
        "upload evidence",
        stripe.files.create({ purpose: "dispute_evidence", file }, { idempotencyKey }),
      );
      return id;
    },
    sendEvidence: (id, evidence, idempotencyKey) => sendEvidence(stripe, id, evidence, idempotencyKey),
    findPayout: async (id) => mapped(await found("find a payout", stripe.payouts.retrieve(id)), payoutSeen),
    listBalance: async ({ from, until, after }) => {
      const created = { gte: seconds(from), lt: seconds(until) };
      const page = await told(
        "list the balance",
        stripe.balanceTransactions.list({
          created,
          limit: PAGE,
          ...(after === undefined ? {} : { starting_after: after }),
        }),
      );
      return {
        transactions: page.data.map(transactionSeen),
        nextAfter: page.has_more ? page.data.at(-1)?.id : undefined,
      };
    },
    readEvent: (body, signature) => readStripeEvent(stripe, options.webhookSecrets, body, signature, clock()),
  };
}

/** Of a session that is over Stripe says so in a sentence without a code; what it is then is asked for. */
async function expireCheckout(stripe: Stripe, id: string): ReturnType<StripePort["expireCheckout"]> {
  try {
    return sessionSeen(await stripe.checkout.sessions.expire(id));
  } catch (error) {
    const isRefusal = error instanceof Stripe.errors.StripeError && error.statusCode === 400;
    if (!isRefusal) throw faultOf(error, "expire a checkout");
    const session = await told("find a checkout", stripe.checkout.sessions.retrieve(id));
    if (session.status === "open") throw faultOf(error, "expire a checkout");
    return sessionSeen(session);
  }
}

/** Of a dispute that takes no evidence any more Stripe says so in a sentence without a code; what it is then is asked for. */
async function sendEvidence(
  stripe: Stripe,
  id: string,
  evidence: DisputeEvidence,
  idempotencyKey: string,
): ReturnType<StripePort["sendEvidence"]> {
  try {
    const params = { evidence: evidenceParams(evidence), submit: true };
    return { ok: true, value: disputeSeen(await stripe.disputes.update(id, params, { idempotencyKey })) };
  } catch (error) {
    const isRefusal = error instanceof Stripe.errors.StripeError && error.statusCode === 400;
    if (!isRefusal) throw faultOf(error, "send evidence");
    const dispute = disputeSeen(await told("find a dispute", stripe.disputes.retrieve(id)));
    if (isDisputeOver(dispute.status)) return { ok: false, refusal: "dispute-closed" };
    if (dispute.isEvidenceSent) return { ok: false, refusal: "already-sent" };
    throw faultOf(error, "send evidence");
  }
}

/**
 * The refusals of docs.stripe.com/error-codes. That more was asked for than is left comes as a sentence about the amount,
 * with a code in some versions only.
 */
export function refundRefusalOf(error: unknown): RefundRefusal | undefined {
  if (!(error instanceof Stripe.errors.StripeError)) return undefined;
  const { code, param, message } = error;
  if (code === "charge_already_refunded") return "already-refunded";
  if (code === "charge_disputed" || code === "refund_disputed_payment") return "charge-disputed";
  if (code === "balance_insufficient" || code === "insufficient_funds") return "balance-too-low";
  const isTooMuch = code === "amount_too_large" || (param === "amount" && /greater than/.test(message));
  return isTooMuch ? "more-than-is-left" : undefined;
}

async function told<Answer>(deed: string, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    throw faultOf(error, deed);
  }
}

async function found<Answer>(deed: string, call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === "resource_missing") return undefined;
    throw faultOf(error, deed);
  }
}

function mapped<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

function seconds(instant: Date): number {
  return Math.ceil(instant.getTime() / 1000);
}
