import { m } from "~/paraglide/messages.js";
import type { HoldRefusal } from "./holds/hold-money.server";
import type { KeptBecause } from "./holds/kept-back.server";
import type { AccountKind, EntryKind } from "./ledger/types";
import type { SkipReason } from "./payouts/candidates.server";
import type { BatchStatus, PayoutStatus } from "./payouts/queries.server";
import type { DifferenceKind } from "./reconciliation/reconcile.server";
import type { TermsRefusal } from "./terms/set-terms.server";
import type { HoldRule } from "./types";

type Words<Name extends string> = Readonly<Record<Name, () => string>>;

/** What changed a seller's balance, as she reads it; other entries are none of hers. */
const ENTRY_WORDS: Partial<Words<EntryKind>> = {
  receipt: m["payments.payout.kind.receipt"],
  late_receipt: m["payments.payout.kind.late_receipt"],
  refund: m["payments.payout.kind.refund"],
  refund_failed: m["payments.payout.kind.refund_failed"],
  release: m["payments.payout.kind.release"],
  deposit_release: m["payments.payout.kind.deposit_release"],
  counter_settled: m["payments.payout.kind.counter_settled"],
  dispute_opened: m["payments.payout.kind.dispute_opened"],
  dispute_won: m["payments.payout.kind.dispute_won"],
  dispute_lost: m["payments.payout.kind.dispute_lost"],
  payout_sent: m["payments.payout.kind.payout_sent"],
  payout_settled: m["payments.payout.kind.payout_settled"],
  payout_returned: m["payments.payout.kind.payout_returned"],
};

/** The same of money that never came here: she took it at her door, or gave it back there. */
const DOOR_WORDS: Partial<Words<EntryKind>> = {
  receipt: m["payments.payout.kind.doorReceipt"],
  refund: m["payments.payout.kind.doorRefund"],
};

/** @param counterMinor what of the entry went over the seller's own counter */
export function entryWord({ kind, counterMinor }: { kind: EntryKind; counterMinor: bigint }): string {
  const atDoor = counterMinor === 0n ? undefined : DOOR_WORDS[kind];
  return (atDoor ?? ENTRY_WORDS[kind] ?? m["payments.payout.kind.other"])();
}

export const ACCOUNT_WORDS: Words<AccountKind> = {
  stripe_clearing: m["payments.account.stripe_clearing"],
  stripe_balance: m["payments.account.stripe_balance"],
  stripe_fees: m["payments.account.stripe_fees"],
  bank: m["payments.account.bank"],
  bank_in_transit: m["payments.account.bank_in_transit"],
  exchange: m["payments.account.exchange"],
  seller_pending: m["payments.account.seller_pending"],
  seller_payable: m["payments.account.seller_payable"],
  counter: m["payments.account.counter"],
  commission: m["payments.account.commission"],
  refunds_late: m["payments.account.refunds_late"],
  disputes: m["payments.account.disputes"],
  unexplained: m["payments.account.unexplained"],
};

export const HOLD_WORDS: Words<HoldRule> = {
  after_shipment: m["payments.payout.rule.after_shipment"],
  bank_account_changed: m["payments.payout.rule.bank_account_changed"],
  dispute: m["payments.payout.rule.dispute"],
  problem: m["payments.payout.rule.problem"],
  staff: m["payments.payout.rule.staff"],
};

export const PAYOUT_WORDS: Words<PayoutStatus> = {
  due: m["payments.payout.status.due"],
  sent: m["payments.payout.status.sent"],
  settled: m["payments.payout.status.settled"],
  returned: m["payments.payout.status.returned"],
  discarded: m["payments.payout.status.discarded"],
};

export const BATCH_WORDS: Words<BatchStatus> = {
  prepared: m["payments.payout.batch.prepared"],
  approved: m["payments.payout.batch.approved"],
  sent: m["payments.payout.batch.sent"],
  settled: m["payments.payout.batch.settled"],
  discarded: m["payments.payout.batch.discarded"],
};

export const SKIP_WORDS: Words<SkipReason> = {
  negative: m["payments.payout.skip.negative"],
  "kept-back": m["payments.payout.skip.keptBack"],
  held: m["payments.payout.skip.held"],
  "no-account": m["payments.payout.skip.no-account"],
  "in-batch": m["payments.payout.skip.in-batch"],
};

export const KEPT_WORDS: Words<KeptBecause> = {
  problem: m["payments.payout.kept.problem"],
  dispute: m["payments.payout.kept.dispute"],
  refund: m["payments.payout.kept.refund"],
};

/** Why money of an order does not become due. */
export const STOPPED_WORDS: Words<"problem" | "dispute" | "held"> = {
  problem: m["payments.payout.stopped.problem"],
  dispute: m["payments.payout.stopped.dispute"],
  held: m["payments.payout.held"],
};

export const DIFFERENCE_WORDS: Words<DifferenceKind> = {
  charge_unknown: m["payments.reconciliation.kind.charge_unknown"],
  amount_differs: m["payments.reconciliation.kind.amount_differs"],
  missing_at_stripe: m["payments.reconciliation.kind.missing_at_stripe"],
  refund_unknown: m["payments.reconciliation.kind.refund_unknown"],
  dispute_unknown: m["payments.reconciliation.kind.dispute_unknown"],
  payout_unknown: m["payments.reconciliation.kind.payout_unknown"],
  unexplained_type: m["payments.reconciliation.kind.unexplained_type"],
};

const REFUSAL_WORDS: Readonly<Record<string, () => string>> = {
  "nobody-to-pay": m["payments.payout.refusal.nobody"],
  "same-person": m["payments.payout.refusal.samePerson"],
  "seller-held": m["payments.payout.refusal.held"],
  "balance-changed": m["payments.payout.refusal.balance"],
  "money-kept-back": m["payments.payout.refusal.keptBack"],
  "content-differs": m["payments.payout.refusal.differs"],
  "provider-missing": m["payments.payout.refusal.provider"],
  "not-confirmed": m["payments.payout.refusal.notConfirmed"],
};
/** Why a press of a button on the treasurer's pages did nothing, by the name in the address; the rest comes to one sentence. */
export function payoutRefusalText(refusal: string | null): string | undefined {
  return refusal === null ? undefined : (REFUSAL_WORDS[refusal] ?? m["payments.payout.refusal.changed"])();
}

const NEWS_WORDS: Readonly<Record<string, () => string>> = {
  held: m["payments.done.held"],
  lifted: m["payments.done.lifted"],
  terms: m["payments.done.terms"],
  verified: m["payments.done.verified"],
  prepared: m["payments.done.prepared"],
  approve: m["payments.done.approve"],
  discard: m["payments.done.discard"],
  send: m["payments.done.send"],
  settle: m["payments.done.settle"],
  returned: m["payments.done.returned"],
  resolved: m["payments.done.resolved"],
};
/** What was just done on the treasurer's pages, by the name in the address; a name that nobody gave says nothing. */
export function payoutNewsText(news: string | null): string | undefined {
  return news !== null && Object.hasOwn(NEWS_WORDS, news) ? NEWS_WORDS[news]?.() : undefined;
}

export const holdRefusalText: Words<HoldRefusal> = {
  "seller-missing": m["payments.payout.refusal.changed"],
  "already-held": m["payments.hold.refusal.already"],
  "ends-in-past": m["payments.hold.refusal.past"],
  "hold-missing": m["payments.payout.refusal.changed"],
};

export const termsRefusalText: Words<TermsRefusal> = {
  "terms-changed": m["payments.terms.changed"],
  "seller-missing": m["payments.payout.refusal.changed"],
};
