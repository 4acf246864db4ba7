import { formatDay } from "~/modules/catalog/index.server";
import { groupedIban } from "~/modules/sellers";
import { listAccountsToVerify } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { formatMoney, money } from "~/platform/money";
import { ledgerBalances, type LedgerBalance } from "../ledger/balances.server";
import { ACCOUNT_KINDS } from "../ledger/types";
import { listCandidates, listPayableCurrencies } from "../payouts/candidates.server";
import { executionDay } from "../payouts/execution-day";
import { findBatch, listBatches } from "../payouts/queries.server";
import {
  countOpenDifferences,
  findLastRun,
  listDifferences,
  type Difference,
} from "../reconciliation/differences.server";
import { RESOLVED_BY_ITSELF } from "../reconciliation/reconcile.server";
import { ACCOUNT_WORDS, BATCH_WORDS, DIFFERENCE_WORDS, PAYOUT_WORDS, SKIP_WORDS } from "../words";

const momentOf = (lang: Locale) => dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });

/** The treasurer's page: who is due what in each currency, batches, and accounts that wait to be verified. */
export async function payoutsDesk(db: Db, lang: Locale, page: number) {
  const [currencies, { batches, hasMore }, accounts] = await Promise.all([
    listPayableCurrencies(db),
    listBatches(db, page),
    listAccountsToVerify(db),
  ]);
  const moment = momentOf(lang);
  const due = await Promise.all(
    currencies.map(async (currency) => {
      const candidates = await listCandidates(db, currency);
      const paid = candidates.filter(({ skipped }) => skipped === undefined);
      const total = paid.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      return {
        currency,
        canPrepare: paid.length > 0,
        total: formatMoney({ amountMinor: total, currency }, lang),
        rows: candidates.map(({ sellerId, names, amountMinor, keptMinor, skipped }) => ({
          sellerId,
          name: textIn(names, lang).text,
          kept: keptMinor === 0n ? undefined : formatMoney({ amountMinor: keptMinor, currency }, lang),
          amount: formatMoney({ amountMinor, currency }, lang),
          skipped: skipped && SKIP_WORDS[skipped](),
        })),
      };
    }),
  );
  return {
    due,
    hasMore,
    batches: batches.map(
      ({ batchId, reference, status, preparedAt, payoutCount, totalMinor, returnedMinor, currency }) => ({
        batchId,
        reference,
        payoutCount,
        status: BATCH_WORDS[status](),
        on: moment.format(preparedAt),
        total: formatMoney({ amountMinor: totalMinor, currency }, lang),
        cameBack:
          returnedMinor === 0n
            ? undefined
            : m["payments.payout.batch.cameBack"]({
                amount: formatMoney({ amountMinor: returnedMinor, currency }, lang),
              }),
      }),
    ),
    accounts: accounts.map(({ sellerId, name, iban, changedAt }) => ({
      sellerId,
      name,
      iban,
      shown: groupedIban(iban),
      on: moment.format(changedAt),
    })),
  };
}

/** A batch as a treasurer sees it, with what she may do now. */
export async function batchView(db: Db, batchId: string, lang: Locale, userId: string) {
  const batch = await findBatch(db, batchId);
  if (!batch) return undefined;
  const { status, currency, payouts } = batch;
  const gone = m["payments.payout.batch.gone"]();
  return {
    batchId,
    reference: batch.reference,
    status: BATCH_WORDS[status](),
    total: formatMoney({ amountMinor: batch.totalMinor, currency }, lang),
    on: momentOf(lang).format(batch.preparedAt),
    preparedBy: batch.preparedBy ?? gone,
    approvedBy: batch.approvedAt && (batch.approvedBy ?? gone),
    executedOn: batch.approvedAt && formatDay(executionDay(batch.approvedAt), lang),
    digest: batch.contentSha256,
    hasFile: batch.hasFile,
    isOwn: batch.preparerId === userId,
    canApprove: status === "prepared" && batch.preparerId !== undefined && batch.preparerId !== userId,
    canDiscard: status === "prepared" || status === "approved",
    canSend: status === "approved",
    isPrepared: status === "prepared",
    isSent: status === "sent",
    payouts: payouts.map((one) => ({
      payoutId: one.payoutId,
      name: one.creditorName,
      iban: groupedIban(one.iban),
      endToEndId: one.endToEndId,
      amount: formatMoney({ amountMinor: one.amountMinor, currency }, lang),
      status: PAYOUT_WORDS[one.status](),
      reason: one.returnReason,
      canReturn: one.status === "sent" || one.status === "settled",
    })),
  };
}

/** What Stripe's books differ in, and what is on the accounts. */
export async function ledgerDesk(db: Db, lang: Locale, page: number) {
  const [{ differences, hasMore }, open, last, balances] = await Promise.all([
    listDifferences(db, page),
    countOpenDifferences(db),
    findLastRun(db),
    ledgerBalances(db),
  ]);
  const moment = momentOf(lang);
  return {
    last: last && moment.format(last.endedAt),
    hasMore,
    openText: open === 0 ? undefined : m["payments.work.differences"]({ count: open }),
    differences: differences.map((one) => ({
      differenceId: one.differenceId,
      kind: DIFFERENCE_WORDS[one.kind](),
      source: one.stripeType === undefined ? one.sourceId : `${one.stripeType} · ${one.sourceId}`,
      amount: formatMoney(one, lang),
      on: moment.format(one.firstSeenAt),
      ended: one.resolvedAt && endOf(one, moment.format(one.resolvedAt)),
    })),
    ...accountTable(balances, lang),
  };
}

/** Who resolved a difference and when, and with which words; what explained itself has none. */
function endOf({ note, resolvedBy }: Difference, date: string) {
  if (note === RESOLVED_BY_ITSELF) return { by: m["payments.reconciliation.auto"]({ date }), words: undefined };
  const name = resolvedBy ?? m["payments.payout.batch.gone"]();
  return { by: m["payments.reconciliation.by"]({ name, date }), words: note };
}

/** Accounts by currency in the order of the chart of accounts, with what each currency sums to: nothing, ever. */
function accountTable(balances: readonly LedgerBalance[], lang: Locale) {
  const currencies = [...new Set(balances.map(({ currency }) => currency))].toSorted();
  const amountIn = (own: readonly LedgerBalance[]) =>
    currencies.map((currency) => {
      const there = own.filter((one) => one.currency === currency);
      const sum = there.reduce((total, { amountMinor }) => total + amountMinor, 0n);
      return there.length === 0 ? undefined : formatMoney(money(sum, currency), lang);
    });
  return {
    currencies,
    accounts: ACCOUNT_KINDS.flatMap((kind) => {
      const own = balances.filter((one) => one.kind === kind);
      return own.length === 0 ? [] : [{ name: ACCOUNT_WORDS[kind](), amounts: amountIn(own) }];
    }),
    sums: amountIn(balances),
  };
}
