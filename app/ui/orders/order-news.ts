import type { OrderDocumentView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";

export type OrderNews = {
  text: () => string;
  isRefusal?: true;
  /** The file that the news is about. */
  fileHref?: string;
};

/** What an order's page says after a deed, by the name in its address. */
const NEWS: Readonly<Record<string, OrderNews>> = {
  accept: { text: m["orders.page.done.accept"] },
  decline: { text: m["orders.page.done.decline"] },
  prepare: { text: m["orders.page.done.prepare"] },
  ready: { text: m["orders.page.done.ready"] },
  ship: { text: m["orders.page.done.ship"] },
  "correct-parcel": { text: m["orders.page.done.correctParcel"] },
  deliver: { text: m["orders.page.done.deliver"] },
  cancel: { text: m["orders.page.done.cancel"] },
  withdrawal: { text: m["orders.page.done.withdrawal"] },
  confirm: { text: m["orders.page.done.confirm"] },
  "accept-milestone": { text: m["orders.page.done.acceptMilestone"] },
  "ask-again": { text: m["orders.page.done.askAgain"] },
  problem: { text: m["orders.page.done.problem"] },
  "answer-problem": { text: m["orders.page.done.answer"] },
  "ask-staff": { text: m["orders.page.done.askStaff"] },
  "close-problem": { text: m["orders.page.done.closeProblem"] },
  "decide-problem": { text: m["orders.page.done.decide"] },
  "give-back": { text: m["refunds.done.asked"] },
  "retry-refund": { text: m["refunds.done.retried"] },
  document: { text: m["orders.page.done.document"] },
  "proforma-lacks": { text: m["checkout.proforma.lacks"], isRefusal: true },
  rate: { text: m["orders.page.done.rate"] },
  "transfer-paid": { text: m["orders.page.done.transferPaid"] },
  "transfer-part": { text: m["orders.page.done.transferPart"] },
  "transfer-back": { text: m["orders.page.done.transferBack"] },
  "refund-sent": { text: m["orders.page.done.refundSent"] },
  "refund-stale": { text: m["orders.page.done.refundStale"], isRefusal: true },
  stale: { text: m["orders.page.done.stale"], isRefusal: true },
};

export function orderNewsOf(name: string | undefined): OrderNews | undefined {
  return name !== undefined && Object.hasOwn(NEWS, name) ? NEWS[name] : undefined;
}

type Issued = {
  documents: readonly OrderDocumentView[];
  documentId: string | undefined;
  hrefOf: (id: string) => string;
};

/** The news to a buyer that the document she asked for is there, with where it is; undefined when it is none of the order's. */
export function issuedNewsOf({ documents, documentId, hrefOf }: Issued): OrderNews | undefined {
  const issued = documents.find((document) => document.documentId === documentId);
  if (!issued) return undefined;
  const { name, reference } = issued;
  return { text: () => m["orders.page.done.issued"]({ name, reference }), fileHref: hrefOf(issued.documentId) };
}
