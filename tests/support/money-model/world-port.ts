import { money } from "~/platform/money";
import type { ChargeSeen, IntentSeen, RefundSeen, SessionSeen, StripePort } from "~/platform/stripe/port";
import * as stripe from "./world";
import type { Charge, Intent, Refund, Session, World } from "./world";

/** Stripe as Karvan calls it, answered out of a world in memory. Calls that no history makes throw. */
export function portOf(world: World): StripePort {
  const refuse = () => Promise.reject(new Error("no history calls this"));
  const charges = new Map<string, Charge>();
  const find = <One>(list: readonly One[], isIt: (one: One) => boolean) => Promise.resolve(list.find(isIt));
  return {
    openCheckout: ({ metadata, lines }) => {
      const total = lines.reduce((sum, { unit, quantity }) => sum + unit.amountMinor * BigInt(quantity), 0n);
      return Promise.resolve(sessionSeen(stripe.openCheckout(world, metadata.checkout ?? "", total)));
    },
    findCheckout: async (id) => {
      const session = await find(world.sessions, ({ sessionId }) => sessionId === id);
      return session && sessionSeen(session);
    },
    expireCheckout: (id) => {
      const session = world.sessions.find(({ sessionId }) => sessionId === id);
      if (!session) throw new Error(`no session ${id}`);
      return Promise.resolve(sessionSeen(stripe.expire(world, session)));
    },
    findIntent: (id) => {
      const intents = [
        ...world.sessions.flatMap(({ intent }) => intent ?? []),
        ...world.charges.map(({ intent }) => intent),
      ];
      const intent = intents.find(({ intentId }) => intentId === id);
      return Promise.resolve(intent && intentSeen(intent));
    },
    findCharge: (id) => {
      for (const charge of world.charges) charges.set(charge.chargeId, charge);
      const charge = charges.get(id);
      return Promise.resolve(charge && chargeSeen(charge));
    },
    refund: ({ paymentIntentId, amount, metadata }) => {
      const made = stripe.refund(world, paymentIntentId, amount.amountMinor, metadata.refund ?? "");
      if (made === "charge-disputed") return Promise.resolve({ ok: false, refusal: made });
      return Promise.resolve({ ok: true, value: refundSeen(made) });
    },
    findRefund: async (id) => {
      const refund = await find(world.refunds, ({ refundId }) => refundId === id);
      return refund && refundSeen(refund);
    },
    findDispute: async (id) => {
      const dispute = await find(world.disputes, ({ disputeId }) => disputeId === id);
      if (!dispute) return undefined;
      const { disputeId, charge, amountMinor, status } = dispute;
      return {
        disputeId,
        chargeId: charge.chargeId,
        paymentIntentId: charge.intent.intentId,
        amount: money(amountMinor, "EUR"),
        status,
        reason: "fraudulent",
        answerBy: undefined,
        isEvidenceSent: false,
        balanceTransactions: [],
      };
    },
    uploadEvidence: refuse,
    sendEvidence: refuse,
    findPayout: refuse,
    listBalance: refuse,
    readEvent: () => ({ ok: false, refusal: "no-signature" }),
  };
}

function sessionSeen({ sessionId, checkoutId, totalMinor, status, intent }: Session): SessionSeen {
  return {
    sessionId,
    status,
    payment: intent?.status === "succeeded" ? "paid" : "unpaid",
    url: status === "open" ? `https://stripe.example/${sessionId}` : undefined,
    total: money(totalMinor, "EUR"),
    paymentIntentId: intent?.intentId,
    metadata: { checkout: checkoutId },
    expiresAt: new Date(0),
  };
}

function intentSeen({ intentId, checkoutId, amountMinor, status, chargeId }: Intent): IntentSeen {
  const amount = money(amountMinor, "EUR");
  return {
    paymentIntentId: intentId,
    status,
    amount,
    received: amount,
    latestChargeId: chargeId,
    lastErrorCode: undefined,
    metadata: { checkout: checkoutId },
  };
}

function chargeSeen({ chargeId, intent, amountMinor }: Charge): ChargeSeen {
  return {
    chargeId,
    paymentIntentId: intent.intentId,
    amount: money(amountMinor, "EUR"),
    refunded: money(0n, "EUR"),
    isPaid: true,
    isDisputed: false,
    balanceTransaction: undefined,
    paidWith: { type: "card", brand: "visa", last4: "4242" },
  };
}

function refundSeen({ refundId, charge, amountMinor, status, own }: Refund): RefundSeen {
  return {
    refundId,
    chargeId: charge.chargeId,
    paymentIntentId: charge.intent.intentId,
    amount: money(amountMinor, "EUR"),
    status,
    failureReason: status === "failed" ? "declined" : undefined,
    balanceTransactionId: undefined,
    failureBalanceTransactionId: undefined,
    metadata: { refund: own },
  };
}
