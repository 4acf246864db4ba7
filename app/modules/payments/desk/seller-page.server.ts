import { maskedIban } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { listHolds } from "../holds/holds.server";
import { keptBy, listKeptBack } from "../holds/kept-back.server";
import { sellerBalance } from "../ledger/balances.server";
import { keptOfDue } from "../ledger/rules";
import { listSellerMovements } from "../ledger/movements.server";
import { listSellersPayouts } from "../payouts/queries.server";
import { listPendingOrders } from "../releases/pending-orders.server";
import { statementMonths } from "../statements/statement.server";
import { findSellerTerms } from "../terms/set-terms.server";
import { entryWord, KEPT_WORDS, PAYOUT_WORDS, STOPPED_WORDS } from "../words";
import { holdView } from "./hold-view.server";

/** Basis points as people write them: 750 is `7.5%`. */
export function percentOf(basisPoints: number, lang: Locale): string {
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}

/** Orders with something open that the page names; the sum is of all. */
const MOST_KEPT = 50;

const whenDue = (date: string | undefined) =>
  date ? m["payments.payout.dueOn"]({ date }) : m["payments.payout.notShipped"]();

/** A seller's page of payouts in her language, every amount and day written out. */
export async function sellerPayoutsPage(db: Db, sellerId: string, lang: Locale, page: number, now = clock()) {
  const [balance, kept, holds, orders, payouts, terms, { movements, hasMore }] = await Promise.all([
    sellerBalance(db, sellerId),
    listKeptBack(db, { sellerId }),
    listHolds(db, sellerId, now),
    listPendingOrders(db, sellerId, now),
    listSellersPayouts(db, sellerId),
    findSellerTerms(db, sellerId),
    listSellerMovements(db, { sellerId }, page),
  ]);
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  const monthName = dateFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
  const money = (amountMinor: bigint, currency: string) => formatMoney({ amountMinor, currency }, lang);
  const amountUnlessNone = (amountMinor: bigint, currency: string) =>
    amountMinor === 0n ? undefined : money(amountMinor, currency);
  const keptIn = keptBy(kept, ({ currency }) => currency);
  return {
    balances: balance.map(({ currency, pendingMinor, payableMinor, inPayoutMinor, onItsWayMinor }) => ({
      currency,
      pending: money(pendingMinor, currency),
      payable: money(payableMinor, currency),
      isNegative: payableMinor < 0n,
      kept: amountUnlessNone(keptOfDue(keptIn.get(currency) ?? 0n, payableMinor), currency),
      inPayout: amountUnlessNone(inPayoutMinor, currency),
      onItsWay: amountUnlessNone(onItsWayMinor, currency),
    })),
    terms: m["payments.payout.termsText"]({
      commission: percentOf(terms.commissionBasisPoints, lang),
      days: terms.holdDays,
    }),
    holds: holds.map((hold) => holdView(hold, lang)),
    kept: kept.slice(0, MOST_KEPT).map(({ orderId, reference, currency, keptMinor, why }) => ({
      orderId,
      reference,
      amount: money(keptMinor, currency),
      why: KEPT_WORDS[why](),
    })),
    orders: orders.map(({ reference, currency, pendingMinor, dueAt, stopped }) => ({
      reference,
      amount: money(pendingMinor, currency),
      when: stopped ? STOPPED_WORDS[stopped]() : whenDue(dueAt && day.format(dueAt)),
    })),
    movements: movements.map((one) => ({
      id: `${one.entryId} ${one.currency}`,
      on: day.format(one.bookedAt),
      what: entryWord(one.kind),
      order: one.orderReference,
      // What is released came before: here is what became due of it.
      amount: money(
        one.kind === "release" || one.kind === "deposit_release"
          ? one.payableMinor
          : one.pendingMinor + one.payableMinor + one.commissionMinor,
        one.currency,
      ),
      commission: one.commissionMinor === 0n ? undefined : money(-one.commissionMinor, one.currency),
    })),
    hasMore,
    payouts: payouts.map((one) => ({
      payoutId: one.payoutId,
      reference: one.reference,
      on: day.format(one.sentAt ?? one.preparedAt),
      amount: money(one.amountMinor, one.currency),
      account: maskedIban(one.iban),
      status: PAYOUT_WORDS[one.status](),
      reason: one.returnReason,
    })),
    months: statementMonths(now).map((month) => ({ month, name: monthName.format(new Date(`${month}-01T00:00:00Z`)) })),
  };
}
