import type Stripe from "stripe";
import { THREE_DECIMAL, ZERO_DECIMAL } from "../currencies";
import type { Desk } from "./desk";
import { shape } from "./shapes";

/** Two days, as most accounts in Europe and the United States have it by default. The figure is the sandbox's own. */
const AVAILABLE_AFTER_SECONDS = 2 * 86_400;

/** Units of EUR for one unit of a currency. The sandbox's own figures, the same for ever: tests count on them. */
const EUR_RATES: Readonly<Record<string, number>> = {
  eur: 1,
  usd: 0.92,
  gbp: 1.17,
  azn: 0.54,
  chf: 1.05,
  try: 0.024,
  rub: 0.0102,
  aed: 0.25,
  gel: 0.34,
  kzt: 0.0018,
  jpy: 0.0062,
  krw: 0.000_65,
  isk: 0.0068,
  ugx: 0.000_24,
  mga: 0.0002,
  kwd: 3,
  bhd: 2.44,
  omr: 2.39,
  jod: 1.3,
  tnd: 0.3,
};
/** For every currency that the table leaves out. */
const OTHER_RATE = 0.1;

export type Settled = { amount: number; currency: string; exchangeRate: number | null };

/**
 * What an amount of a charge comes to in the currency in which the account settles.
 *
 * @param amount in Stripe's units of `currency`
 */
export function settle(desk: Desk, amount: number, currency: string): Settled {
  const { settlesIn } = desk.account;
  if (settlesIn.includes(currency)) return { amount, currency, exchangeRate: null };
  const [target] = settlesIn;
  const rate = (EUR_RATES[currency] ?? OTHER_RATE) / (EUR_RATES[target] ?? OTHER_RATE);
  const units = (amount / 10 ** digitsOf(currency)) * rate;
  return {
    amount: Math.round(units * 10 ** digitsOf(target)),
    currency: target,
    exchangeRate: Number(rate.toFixed(6)),
  };
}

/** Digits of Stripe's amounts, where ISK and UGX count as two-decimal. */
export function digitsOf(currency: string): number {
  const code = currency.toUpperCase();
  if (ZERO_DECIMAL.includes(code)) return 0;
  return THREE_DECIMAL.includes(code) ? 3 : 2;
}

/**
 * The fee of a charge, in the settled currency. The sandbox's own figures: cards 1.5 % + 0.25 when charged in EUR, 2.9 % +
 * 0.30 otherwise, 2 % more when it was converted; a SEPA debit 0.35.
 */
export function feeOf({ amount, exchangeRate }: Settled, chargedIn: string, method: string): number {
  if (method === "sepa_debit") return 35;
  const [share, fixed] = chargedIn === "eur" ? [0.015, 25] : [0.029, 30];
  return Math.round(amount * (share + (exchangeRate === null ? 0 : 0.02))) + fixed;
}

type Movement = {
  type: Stripe.BalanceTransaction.Type;
  reportingCategory: string;
  settled: Settled;
  /** Signs as in the API: what leaves the balance is negative; a fee that is taken is positive. */
  fee?: number;
  sourceId: string;
  description: string;
  /** Money that left is gone at once. */
  isAvailableNow?: boolean;
};

/** Books a movement of the balance. */
export function book(desk: Desk, movement: Movement): Stripe.BalanceTransaction {
  const { store } = desk;
  const { settled, fee = 0 } = movement;
  const isNow = movement.isAvailableNow ?? settled.amount < 0;
  const transaction: Stripe.BalanceTransaction = {
    ...shape("balance_transaction"),
    id: store.newId("txn"),
    amount: settled.amount,
    available_on: store.now() + (isNow ? 0 : AVAILABLE_AFTER_SECONDS),
    created: store.now(),
    currency: settled.currency,
    description: movement.description,
    exchange_rate: settled.exchangeRate,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency: settled.currency,
              description: "Stripe fee",
              type: "stripe_fee",
            },
          ],
    net: settled.amount - fee,
    reporting_category: movement.reportingCategory,
    source: movement.sourceId,
    status: isNow ? "available" : "pending",
    type: movement.type,
  };
  store.put("transactions", transaction);
  return transaction;
}

/** A transaction as it is now: pending money becomes available by the clock alone. */
export function seenNow(desk: Desk, transaction: Stripe.BalanceTransaction): Stripe.BalanceTransaction {
  return { ...transaction, status: transaction.available_on <= desk.store.now() ? "available" : "pending" };
}

/** What the balance holds in a currency, in Stripe's units. */
export function balanceIn(desk: Desk, currency: string): { available: number; pending: number } {
  const sums = { available: 0, pending: 0 };
  for (const kept of desk.store.all("transactions")) {
    const { status, net, currency: itsCurrency } = seenNow(desk, kept);
    if (itsCurrency === currency) sums[status === "available" ? "available" : "pending"] += net;
  }
  return sums;
}

/** The whole balance, as `GET /v1/balance` answers it. */
export function balanceObject(desk: Desk): Stripe.Balance {
  const used = desk.store.all("transactions").map(({ currency }) => currency);
  const currencies = [...new Set([...desk.account.settlesIn, ...used])];
  const list = (which: "available" | "pending") =>
    currencies.map((currency) => {
      const amount = balanceIn(desk, currency)[which];
      return { amount, currency, source_types: { card: amount } };
    });
  return { ...shape("balance"), available: list("available"), pending: list("pending") };
}
