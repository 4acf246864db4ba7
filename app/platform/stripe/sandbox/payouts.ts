import type Stripe from "stripe";
import type { Desk } from "./desk";
import { emit } from "./events";
import { balanceIn, book } from "./ledger";
import { refuse } from "./refusals";
import { shape } from "./shapes";

/** When the bank has it. The sandbox's own figure. */
const ARRIVES_AFTER_SECONDS = 2 * 86_400;

/** Sends money of the balance to the account's bank. */
export function createPayout(desk: Desk, input: Stripe.PayoutCreateParams): Stripe.Payout {
  const { store } = desk;
  const { amount, currency, description, metadata, statement_descriptor: words } = input;
  if (amount > balanceIn(desk, currency).available) refuse("balance-too-low");
  return send(desk, {
    ...shape("payout"),
    amount,
    arrival_date: store.now() + ARRIVES_AFTER_SECONDS,
    automatic: false,
    created: store.now(),
    currency,
    description: description ?? "STRIPE PAYOUT",
    metadata: { ...(metadata as Record<string, string> | undefined) },
    reconciliation_status: "not_applicable",
    statement_descriptor: words ?? null,
    status: "in_transit",
  });
}

/**
 * What Stripe does by itself each day: pays out the balance of a currency, as if all of it were available.
 *
 * @returns undefined when there is nothing to pay out
 */
export function payOutBalance(desk: Desk, currency: string): Stripe.Payout | undefined {
  const { available, pending } = balanceIn(desk, currency);
  const amount = available + pending;
  if (amount <= 0) return undefined;
  const now = desk.store.now();
  const payout = send(desk, {
    ...shape("payout"),
    amount,
    arrival_date: now + ARRIVES_AFTER_SECONDS,
    automatic: true,
    created: now,
    currency,
    status: "in_transit",
  });
  return payout;
}

function send(desk: Desk, draft: Stripe.Payout): Stripe.Payout {
  const id = desk.store.newId("po");
  const { amount, currency } = draft;
  const transaction = book(desk, {
    type: "payout",
    reportingCategory: "payout",
    settled: { amount: -amount, currency, exchangeRate: null },
    sourceId: id,
    description: draft.description ?? "STRIPE PAYOUT",
  });
  const payout: Stripe.Payout = { ...draft, id, balance_transaction: transaction.id };
  desk.store.put("payouts", payout);
  emit(desk, "payout.created", payout);
  return payout;
}

/** Payouts whose day has come have arrived; all that are under way when `isNow`. */
export function arrivePayouts(desk: Desk, isNow = false): void {
  for (const payout of desk.store.all("payouts")) {
    if (payout.status !== "in_transit" || (!isNow && payout.arrival_date > desk.store.now())) continue;
    const paid: Stripe.Payout = { ...payout, status: "paid" };
    desk.store.put("payouts", paid);
    emit(desk, "payout.paid", paid);
  }
}

export function findPayout(desk: Desk, id: string): Stripe.Payout {
  return desk.store.get("payouts", id) ?? refuse("resource-missing", { param: "payout", kind: "payout", id });
}
