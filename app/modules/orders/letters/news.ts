import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";

/**
 * What a letter may name: the order, its two sides, what it costs in all, an amount that it is about, a day, and the moment
 * at which the buyer did what is confirmed to her.
 */
export type NewsInputs = {
  reference: string;
  seller: string;
  buyer: string;
  total: string;
  amount: string;
  when: string;
  moment: string;
};
type Said = (inputs: NewsInputs, options: { locale: Locale }) => string;
type News = Readonly<{ subject: Said; text: Said }>;

/** What the buyer is told, by what happened. */
export const BUYERS_NEWS = {
  requested: { subject: m["orders.letter.requested.subject"], text: m["orders.letter.requested.text"] },
  "requested-for-door": { subject: m["orders.letter.requested.subject"], text: m["orders.letter.requested.doorText"] },
  paid: { subject: m["orders.letter.receipt.subject"], text: m["orders.letter.receipt.text"] },
  "partly-paid": { subject: m["orders.letter.receipt.subject"], text: m["orders.letter.receipt.text"] },
  "paid-at-door": { subject: m["orders.letter.receipt.subject"], text: m["orders.letter.receipt.doorText"] },
  accepted: { subject: m["orders.letter.accepted.subject"], text: m["orders.letter.accepted.text"] },
  "to-transfer": { subject: m["orders.letter.toTransfer.subject"], text: m["orders.letter.toTransfer.text"] },
  "accepted-for-door": { subject: m["orders.letter.accepted.subject"], text: m["orders.letter.accepted.doorText"] },
  declined: { subject: m["orders.letter.declined.subject"], text: m["orders.letter.declined.text"] },
  lapsed: { subject: m["orders.letter.lapsed.subject"], text: m["orders.letter.lapsed.text"] },
  expired: { subject: m["orders.letter.expired.subject"], text: m["orders.letter.expired.text"] },
  prepared: { subject: m["orders.letter.prepared.subject"], text: m["orders.letter.prepared.text"] },
  ready: { subject: m["orders.letter.ready.subject"], text: m["orders.letter.ready.text"] },
  parcel: { subject: m["orders.letter.parcel.subject"], text: m["orders.letter.parcel.text"] },
  shipped: { subject: m["orders.letter.shipped.subject"], text: m["orders.letter.shipped.text"] },
  "parcel-corrected": {
    subject: m["orders.letter.parcelCorrected.subject"],
    text: m["orders.letter.parcelCorrected.text"],
  },
  "handed-over": { subject: m["orders.letter.handedOver.subject"], text: m["orders.letter.handedOver.text"] },
  milestone: { subject: m["orders.letter.milestone.subject"], text: m["orders.letter.milestone.text"] },
  delivered: { subject: m["orders.letter.delivered.subject"], text: m["orders.letter.delivered.text"] },
  "cancelled-by-seller": {
    subject: m["orders.letter.cancelled.subject"],
    text: m["orders.letter.cancelledBySeller.text"],
  },
  "cancelled-by-staff": {
    subject: m["orders.letter.cancelled.subject"],
    text: m["orders.letter.cancelledByStaff.text"],
  },
  // What she did herself is confirmed to her; a guest has no other proof. Source: Directive 2011/83/EU, art. 11 (3) and 11a.
  "own-cancellation": {
    subject: m["orders.letter.own.cancelled.subject"],
    text: m["orders.letter.own.cancelled.text"],
  },
  "own-problem": { subject: m["orders.letter.own.problem.subject"], text: m["orders.letter.own.problem.text"] },
  "own-refund": { subject: m["orders.letter.own.refund.subject"], text: m["orders.letter.own.refund.text"] },
  "own-withdrawal": {
    subject: m["orders.letter.own.withdrawal.subject"],
    text: m["orders.letter.own.withdrawal.text"],
  },
  "own-service-withdrawal": {
    subject: m["orders.letter.own.withdrawal.subject"],
    text: m["orders.letter.own.serviceWithdrawal.text"],
  },
  answered: { subject: m["orders.letter.answered.subject"], text: m["orders.letter.answered.text"] },
  "problem-closed": { subject: m["orders.letter.problemClosed.subject"], text: m["orders.letter.problemClosed.text"] },
  "given-back": { subject: m["orders.letter.givenBack.subject"], text: m["orders.letter.givenBack.text"] },
  "goes-back-by-transfer": {
    subject: m["orders.letter.goesBackByTransfer.subject"],
    text: m["orders.letter.goesBackByTransfer.text"],
  },
  "came-after-end": { subject: m["orders.letter.cameLate.subject"], text: m["orders.letter.cameLate.endedText"] },
  "came-to-no-pieces": { subject: m["orders.letter.cameLate.subject"], text: m["orders.letter.cameLate.piecesText"] },
  "came-unneeded": {
    subject: m["orders.letter.cameLate.unneededSubject"],
    text: m["orders.letter.cameLate.unneededText"],
  },
  completed: { subject: m["orders.letter.completed.subject"], text: m["orders.letter.completed.text"] },
  "pay-reminder": { subject: m["orders.letter.payReminder.subject"], text: m["orders.letter.payReminder.text"] },
  "rating-answered": {
    subject: m["orders.letter.ratingAnswered.subject"],
    text: m["orders.letter.ratingAnswered.text"],
  },
} as const satisfies Readonly<Record<string, News>>;
export type BuyersNews = keyof typeof BUYERS_NEWS;

/** By these she hears of an order for the first time: they say what is in it. A receipt does so anyhow. */
export const LISTS_FOR_BUYER: ReadonlySet<BuyersNews> = new Set([
  "requested",
  "requested-for-door",
  "to-transfer",
] as const);

/** What the shop is told. */
export const SELLERS_NEWS = {
  "placed-to-accept": { subject: m["orders.letter.toAccept.subject"], text: m["orders.letter.toAccept.text"] },
  "placed-for-door": { subject: m["orders.letter.toAccept.subject"], text: m["orders.letter.toAccept.doorText"] },
  paid: { subject: m["orders.letter.paid.subject"], text: m["orders.letter.paid.text"] },
  "paid-afterwards": { subject: m["orders.letter.paid.subject"], text: m["orders.letter.paid.afterwardsText"] },
  "partly-paid": { subject: m["orders.letter.partlyPaid.subject"], text: m["orders.letter.partlyPaid.text"] },
  lapsed: { subject: m["orders.letter.lapsed.subject"], text: m["orders.letter.lapsed.sellerText"] },
  expired: { subject: m["orders.letter.expired.subject"], text: m["orders.letter.expired.sellerText"] },
  "cancelled-by-buyer": {
    subject: m["orders.letter.cancelled.subject"],
    text: m["orders.letter.cancelledByBuyer.text"],
  },
  "cancelled-by-staff": {
    subject: m["orders.letter.cancelled.subject"],
    text: m["orders.letter.cancelledByStaff.sellerText"],
  },
  "asked-again": { subject: m["orders.letter.askedAgain.subject"], text: m["orders.letter.askedAgain.text"] },
  "milestone-accepted": {
    subject: m["orders.letter.milestoneAccepted.subject"],
    text: m["orders.letter.milestoneAccepted.text"],
  },
  confirmed: { subject: m["orders.letter.confirmed.subject"], text: m["orders.letter.confirmed.text"] },
  completed: { subject: m["orders.letter.completed.subject"], text: m["orders.letter.completed.sellerText"] },
  problem: { subject: m["orders.letter.problem.subject"], text: m["orders.letter.problem.text"] },
  refund: { subject: m["orders.letter.refund.subject"], text: m["orders.letter.refund.text"] },
  withdrawal: { subject: m["orders.letter.withdrawal.subject"], text: m["orders.letter.withdrawal.text"] },
  "service-withdrawal": {
    subject: m["orders.letter.withdrawal.subject"],
    text: m["orders.letter.withdrawal.serviceText"],
  },
  "asked-staff": { subject: m["orders.letter.askedStaff.subject"], text: m["orders.letter.askedStaff.text"] },
  "problem-closed": { subject: m["orders.letter.problemClosed.subject"], text: m["orders.letter.problemClosed.text"] },
  "given-back-by-staff": {
    subject: m["orders.letter.givenBack.subject"],
    text: m["orders.letter.givenBack.byStaffText"],
  },
  "accept-reminder": {
    subject: m["orders.letter.acceptReminder.subject"],
    text: m["orders.letter.acceptReminder.text"],
  },
  rated: { subject: m["orders.letter.rated.subject"], text: m["orders.letter.rated.text"] },
} as const satisfies Readonly<Record<string, News>>;
export type SellersNews = keyof typeof SELLERS_NEWS;

/** By these a shop hears that there is something to make or to send. */
export const LISTS_FOR_SELLER: ReadonlySet<SellersNews> = new Set([
  "placed-to-accept",
  "placed-for-door",
  "paid",
  "partly-paid",
] as const);
