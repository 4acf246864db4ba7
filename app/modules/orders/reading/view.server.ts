import { countryName, formatNumber, unitName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { roundsLeft } from "../fulfilment/rules";
import type { OrderDocumentView } from "../documents/kinds";
import type { ProblemEnd } from "../types";
import { addressLines } from "./address-lines.server";
import { arrivesText, clocksOf, withdrawalText } from "./clock-words.server";
import { dueViews } from "./due-words.server";
import { lineName } from "./line-name";
import { milestoneView } from "./milestone-view.server";
import type { OrderRecord } from "./record.server";
import { isFirstPaymentOnly, wayOf, type Stage } from "./stages";
import { readyByText, sendByOf } from "./send-by.server";
import { takenBy } from "./taken-by.server";
import type { OrderEventView, OrderView, ProblemView } from "./views";
import {
  ACTOR_TEXTS,
  CANCEL_REASON_TEXTS,
  deliveryText,
  EVENT_TEXTS,
  isWithdrawn,
  orderStatusText,
  PROBLEM_END_TEXTS,
  PROBLEM_TEXTS,
  STAGE_TEXTS,
} from "./words";

/** Where somebody reads, and whom the page is for. */
export type Reading = {
  side: Side;
  lang: Locale;
  now: Date;
  placeName: string | undefined;
  /** Where the delivery term ends, in the reader's words. */
  termPlace: string | undefined;
  documents: OrderDocumentView[];
};
/** Who reads: a buyer reads of herself as "you". */
export type Side = "buyer" | "seller" | "staff";

/** A day as it is in Baku, where the site's days begin. */
export const dayIn = (lang: Locale) => (date: Date) =>
  dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" }).format(date);

const GRAMS = 1000;
const isCancelReason = (reason: string): reason is keyof typeof CANCEL_REASON_TEXTS => reason in CANCEL_REASON_TEXTS;

/** An order in the reader's words: amounts, days and what happened are texts. */
export function orderView(
  record: OrderRecord,
  { side, lang, now, placeName, termPlace, documents }: Reading,
): OrderView {
  const { facts, currency, lines, cancelReason } = record;
  const amount = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, lang);
  const day = dayIn(lang);
  const titleOf = new Map(lines.map((line) => [line.lineId, lineName(line.titles, line.variantNames, lang)]));
  const milestoneTitle = new Map(record.milestones.map((one) => [one.milestoneId, textIn(one.titles, lang).text]));
  return {
    orderId: record.orderId,
    reference: record.reference,
    kind: record.kind,
    status: record.status,
    statusText: orderStatusText(record),
    delivery: record.delivery,
    deliveryText: deliveryText(record.delivery, side),
    paymentMethod: record.paymentMethod,
    placedOn: day(record.placedAt),
    stages: wayOf(record).map(({ stage, state, at }) => ({
      stage,
      state,
      label: stageText(stage, record),
      on: at && day(at),
    })),
    arrives: arrivesText(record, { day, lang }) ?? (side === "buyer" ? readyByText(record, { day }) : undefined),
    sendBy: side === "buyer" ? undefined : sendByOf(record, { day, now }),
    clocks: clocksOf(record, { side, day, now }),
    lines: lines.map((line) => {
      const title = textIn(line.titles, lang);
      return {
        lineId: line.lineId,
        title: { text: title.text, lang: title.locale },
        variant: line.variantNames ? textIn(line.variantNames, lang).text : undefined,
        sku: line.sku ?? undefined,
        sha256: line.picture?.sha256,
        slug: line.slug ?? undefined,
        quantity: line.quantity,
        unit: unitName(line.priceUnit),
        price: amount(line.unitMinor),
        total: amount(line.lineMinor),
        sent: line.sent,
        left: line.quantity - line.sent,
        needsCertificate: line.needsCertificate,
        certificateNumber: line.certificateNumber ?? undefined,
      };
    }),
    goods: amount(record.goodsMinor),
    shipping: record.shippingMinor === 0n ? m["orders.page.shippingFree"]() : amount(record.shippingMinor),
    total: amount(record.totalMinor),
    received: record.receivedMinor === 0n ? undefined : amount(record.receivedMinor),
    refunded: record.refundedMinor === 0n ? undefined : amount(record.refundedMinor),
    dues: dueViews(record, { amount, day, now }),
    parcels: record.parcels.map((parcel) => ({
      position: parcel.position,
      carrier: parcel.carrier,
      trackingCode: parcel.trackingCode ?? undefined,
      trackingUrl: parcel.trackingUrl ?? undefined,
      weight:
        parcel.weightGrams === null
          ? undefined
          : m["orders.page.kilograms"]({ weight: formatNumber(parcel.weightGrams / GRAMS, lang) }),
      on: day(parcel.shippedAt),
      contents: parcel.contents.map(({ lineId, quantity }) => ({ title: titleOf.get(lineId) ?? "", quantity })),
    })),
    piecesLeft: facts.parcelCount > 0 ? facts.piecesLeft : 0,
    handovers: record.handovers.map((one) => ({
      round: one.round,
      words: one.words ?? undefined,
      link: one.link ?? undefined,
      on: day(one.handedAt),
      milestone: milestoneTitle.get(one.milestoneId ?? ""),
      files: one.files,
    })),
    milestones: record.milestones.map((one) => milestoneView(one, facts, { side, lang, day, now })),
    rounds:
      facts.kind === "service" && facts.revisionsIncluded
        ? { left: roundsLeft(facts), included: facts.revisionsIncluded }
        : undefined,
    problems: record.problems.map((one) => problemView(one, { side, amount, day })),
    history: record.events.map((event) => eventView(event, lang)),
    seller: { name: textIn(record.sellerNames, lang).text, slug: record.sellerSlug ?? undefined },
    pickUp:
      record.delivery === "pick_up"
        ? {
            address: [record.shopAddress, placeName].filter(Boolean).join(", "),
            phone: record.shopPhone ?? undefined,
          }
        : undefined,
    buyer: {
      name: record.buyerName ?? undefined,
      company: record.company ?? undefined,
      taxNumber: record.taxNumber ?? undefined,
      email: record.guestEmail ?? record.accountEmail ?? undefined,
      phone: record.phone ?? undefined,
      country: countryName(record.destination, lang),
      address: record.address ? addressLines(record.address, lang) : [],
    },
    incoterm: record.incoterm === null ? undefined : [record.incoterm, termPlace].filter(Boolean).join(", "),
    merchant: takenBy(record, { side, lang }),
    note: record.note ?? undefined,
    cancelled:
      cancelReason !== null && isCancelReason(cancelReason)
        ? { reason: reasonFor(side, cancelReason), words: record.cancelWords ?? undefined }
        : undefined,
    goingBack: goingBackText(record, { side, amount }),
    withdrawal: withdrawalText(facts, { day, now, lang }),
    currency,
    hasDispute: record.dispute === "open",
    documents,
    rating: record.rating && {
      key: record.reference,
      stars: record.rating.stars,
      words: record.rating.words ?? undefined,
      lang: record.rating.locale,
      when: day(record.rating.ratedAt),
      answer: record.rating.answerWords ?? undefined,
      isHidden: record.rating.hiddenAt !== null,
      hiddenReason: record.rating.hiddenReason ?? undefined,
    },
  };
}

/** A place on the way is called by what it was for this order. */
function stageText(stage: Stage, record: OrderRecord): string {
  if (stage === "paid" && isFirstPaymentOnly(record)) return m["orders.page.stage.firstPaid"]();
  return stage === "cancelled" && isWithdrawn(record.cancelReason)
    ? m["orders.status.withdrawn"]()
    : STAGE_TEXTS[stage]();
}

/**
 * A buyer is asked for no reason, and none is put into her mouth: what she wrote stands by itself. That somebody withdrew, the
 * status says to everybody.
 */
function reasonFor(side: Side, reason: keyof typeof CANCEL_REASON_TEXTS): string | undefined {
  if (isWithdrawn(reason)) return undefined;
  return side === "buyer" && reason === "buyer-changed-mind" ? undefined : CANCEL_REASON_TEXTS[reason]();
}

/** Only to the buyer: the others read of each movement. */
function goingBackText(
  { status, receivedMinor, refundedMinor, paymentMethod }: OrderRecord,
  { side, amount }: Pick<Said, "side" | "amount">,
): string | undefined {
  const left = receivedMinor - refundedMinor;
  if (side !== "buyer" || status !== "cancelled" || left <= 0n) return undefined;
  return paymentMethod === "stripe"
    ? m["orders.page.goingBack.card"]({ amount: amount(left) })
    : m["orders.page.goingBack.transfer"]({ amount: amount(left) });
}

type Said = { side: Side; amount: (minor: bigint) => string; day: (date: Date) => string };

function problemView(problem: OrderRecord["problems"][number], { side, amount, day }: Said): ProblemView {
  const { answerWords, answeredAt, closedAt, closedAs } = problem;
  return {
    problemId: problem.problemId,
    title: PROBLEM_TEXTS[problem.kind](),
    isOpen: problem.status !== "closed",
    isForStaff: problem.askedStaffAt !== null,
    words: problem.words ?? undefined,
    wanted: problem.wantedMinor === null ? undefined : amount(problem.wantedMinor),
    on: day(problem.openedAt),
    answer: answerWords !== null && answeredAt ? { words: answerWords, on: day(answeredAt) } : undefined,
    end:
      closedAt && closedAs
        ? { text: problemEndFor(side, closedAs), words: problem.closedWords ?? undefined, on: day(closedAt) }
        : undefined,
  };
}

function problemEndFor(side: Side, end: ProblemEnd): string {
  if (side !== "buyer") return PROBLEM_END_TEXTS[end]();
  if (end === "settled") return m["orders.problem.end.settledOwn"]();
  return end === "silent" ? m["orders.problem.end.silentOwn"]() : PROBLEM_END_TEXTS[end]();
}

function eventView(event: OrderRecord["events"][number], lang: Locale): OrderEventView {
  const { amountMinor, currency } = event.facts;
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  const isMoney = typeof amountMinor === "string" && typeof currency === "string" && /^\d+$/.test(amountMinor);
  const text =
    event.deed === "cancel" && isWithdrawn(event.facts.reason)
      ? m["orders.page.event.withdraw"]()
      : EVENT_TEXTS[event.deed]();
  return {
    position: event.position,
    when: moment.format(event.happenedAt),
    who: ACTOR_TEXTS[event.actor](),
    text: isMoney ? `${text}: ${formatMoney({ amountMinor: BigInt(amountMinor), currency }, lang)}` : text,
    words: event.words,
  };
}
