import { maskedIban } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { listHolds } from "../holds/holds.server";
import { keptBy, listOpenMatters, type GoingBack } from "../holds/kept-back.server";
import { sellerBalance, type SellerBalance } from "../ledger/balances.server";
import { listSellerMovements, type SellerMovement } from "../ledger/movements.server";
import { keptOfDue } from "../ledger/rules";
import { listSellersPayouts } from "../payouts/queries.server";
import { listPendingOrders, type PendingOrder } from "../releases/pending-orders.server";
import { statementMonths } from "../statements/statement.server";
import { termsTexts } from "../terms/terms-words";
import { findSellerTerms } from "../terms/set-terms.server";
import { entryWord, KEPT_WORDS, PAYOUT_WORDS, STOPPED_WORDS } from "../words";
import { holdView } from "./hold-view.server";

const whenDue = (date: string | undefined) =>
  date ? m["payments.payout.dueOn"]({ date }) : m["payments.payout.notShipped"]();

/** Orders of each list that the page names; the sums are of all. */
const MOST_NAMED = 50;

/** How amounts and days are written on a page in one language. */
function writingIn(lang: Locale) {
  const money = (amountMinor: bigint, currency: string) => formatMoney({ amountMinor, currency }, lang);
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  return {
    day,
    money,
    moneyUnlessNone: (amountMinor: bigint, currency: string) =>
      amountMinor === 0n ? undefined : money(amountMinor, currency),
  };
}
type Writing = ReturnType<typeof writingIn>;

const addUp = (back: readonly GoingBack[]) => back.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);

/** A seller's page of payouts in her language, every amount and day written out. */
export async function sellerPayoutsPage(db: Db, sellerId: string, lang: Locale, page: number, now = clock()) {
  const [balance, { kept, goingBack }, holds, orders, payouts, terms, { movements, hasMore }] = await Promise.all([
    sellerBalance(db, sellerId),
    listOpenMatters(db, { sellerId }),
    listHolds(db, sellerId, now),
    listPendingOrders(db, sellerId, now),
    listSellersPayouts(db, sellerId),
    findSellerTerms(db, sellerId),
    listSellerMovements(db, { sellerId }, page),
  ]);
  const writing = writingIn(lang);
  const { day, money } = writing;
  const monthName = dateFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
  const keptIn = keptBy(kept, ({ currency }) => currency);
  return {
    balances: balance.map((one) => {
      const isOwn = ({ currency }: GoingBack) => currency === one.currency;
      return balanceView(
        one,
        { keptMinor: keptIn.get(one.currency) ?? 0n, backMinor: addUp(goingBack.filter(isOwn)) },
        writing,
      );
    }),
    terms: [...termsTexts(terms, lang), m["payments.payout.termsFor"]()].join(" "),
    holds: holds.map((hold) => holdView(hold, lang)),
    kept: kept.slice(0, MOST_NAMED).map(({ orderId, reference, currency, keptMinor, why }) => ({
      orderId,
      reference,
      amount: money(keptMinor, currency),
      why: KEPT_WORDS[why](),
    })),
    ...pendingViews(orders, goingBack, writing),
    back: goingBack.slice(0, MOST_NAMED).map(({ orderId, reference, currency, amountMinor }) => ({
      orderId,
      reference,
      amount: money(amountMinor, currency),
    })),
    movements: movements.map((one) => movementView(one, writing)),
    hasMore,
    payouts: payouts.map((one) => ({
      payoutId: one.payoutId,
      reference: one.reference,
      on: day.format(one.sentAt ?? one.preparedAt),
      amount: money(one.amountMinor, one.currency),
      account: maskedIban(one.iban),
      status: PAYOUT_WORDS[one.status](),
      reason: one.returnReason,
      cameBack: one.returnedAt && m["payments.payout.cameBack"]({ date: day.format(one.returnedAt) }),
    })),
    months: statementMonths(now).map((month) => ({ month, name: monthName.format(new Date(`${month}-01T00:00:00Z`)) })),
  };
}

function balanceView(
  { currency, pendingMinor, atDoorMinor, payableMinor, inPayoutMinor, onItsWayMinor }: SellerBalance,
  { keptMinor, backMinor }: { keptMinor: bigint; backMinor: bigint },
  { money, moneyUnlessNone }: Writing,
) {
  return {
    currency,
    pending: money(pendingMinor - atDoorMinor - backMinor, currency),
    atDoor: moneyUnlessNone(atDoorMinor, currency),
    back: moneyUnlessNone(backMinor, currency),
    payable: money(payableMinor, currency),
    isNegative: payableMinor < 0n,
    kept: moneyUnlessNone(keptOfDue(keptMinor, payableMinor), currency),
    inPayout: moneyUnlessNone(inPayoutMinor, currency),
    onItsWay: moneyUnlessNone(onItsWayMinor, currency),
  };
}

/** Money of orders that is not due yet, by where it goes: what comes to her, and what she took herself at her door. */
function pendingViews(
  orders: readonly PendingOrder[],
  goingBack: readonly GoingBack[],
  { day, money, moneyUnlessNone }: Writing,
) {
  const backOf = new Map(goingBack.map(({ orderId, amountMinor }) => [orderId, amountMinor]));
  const comingOf = ({ orderId, pendingMinor, atDoorMinor }: PendingOrder) =>
    pendingMinor - atDoorMinor - (backOf.get(orderId) ?? 0n);
  const whenOf = ({ dueAt, stopped }: PendingOrder) =>
    stopped ? STOPPED_WORDS[stopped]() : whenDue(dueAt && day.format(dueAt));
  return {
    orders: orders
      .filter((order) => comingOf(order) > 0n)
      .map((order) => ({
        reference: order.reference,
        amount: money(comingOf(order), order.currency),
        when: whenOf(order),
      })),
    atDoor: orders
      .filter(({ atDoorMinor }) => atDoorMinor > 0n)
      .map(({ orderId, reference, currency, atDoorMinor, commissionMinor, dueAt }) => ({
        orderId,
        reference,
        amount: money(atDoorMinor, currency),
        commission: doorCommission(moneyUnlessNone(commissionMinor, currency), dueAt && day.format(dueAt)),
      })),
  };
}

function doorCommission(commission: string | undefined, date: string | undefined): string | undefined {
  if (commission === undefined) return undefined;
  return date === undefined
    ? m["payments.payout.ofCommission"]({ commission })
    : m["payments.payout.atDoor.commissionOn"]({ commission, date });
}

function movementView(one: SellerMovement, { day, money, moneyUnlessNone }: Writing) {
  const { currency, pendingMinor, payableMinor, commissionMinor } = one;
  // What is released came before: here is what became due of it.
  const isRelease = one.kind === "release" || one.kind === "deposit_release";
  return {
    id: `${one.entryId} ${currency}`,
    on: day.format(one.bookedAt),
    what: entryWord(one),
    order: one.orderReference,
    amount: money(isRelease ? payableMinor : pendingMinor + payableMinor + commissionMinor, currency),
    commission: moneyUnlessNone(-commissionMinor, currency),
  };
}
