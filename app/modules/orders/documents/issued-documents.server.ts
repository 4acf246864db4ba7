import type { IssuedDocument } from "~/modules/documents";
import { documentName, listDocuments } from "~/modules/documents/index.server";
import { formatDay } from "~/modules/catalog/index.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import type { IssuedBefore, OrderDocumentView } from "./kinds";
import type { IssuedInvoice } from "./input-of.server";

type Whose = { sellerId: string; orderId: string };

/** What names an order where documents are kept. */
export const madeOfOrder = (orderId: string) => ({ kind: "order", id: orderId });

/** Documents of an order that were issued, the latest first, with whether another has taken their place. */
async function listIssued(db: Db | Trx, { sellerId, orderId }: Whose) {
  const { documents } = await listDocuments(db, { sellerId, madeOf: madeOfOrder(orderId) });
  const replaced = new Set(documents.map(({ replaces }) => replaces));
  return documents.map((document) => ({ ...document, isReplaced: replaced.has(document.documentId) }));
}

/** The same in the reader's words. */
export async function listOrderDocuments(
  db: Db | Trx,
  { lang, ...whose }: Whose & { lang: Locale },
): Promise<OrderDocumentView[]> {
  return (await listIssued(db, whose)).map(({ documentId, kind, reference, issuedOn, isReplaced }) => ({
    documentId,
    name: documentName(kind, lang),
    reference,
    on: formatDay(issuedOn, lang),
    isReplaced,
  }));
}

/** Of each kind the document that stands: the others were replaced. */
export type Standing = ReadonlyMap<string, IssuedDocument>;

export async function findStanding(db: Db | Trx, whose: Whose): Promise<Standing> {
  const issued = await listIssued(db, whose);
  return new Map(issued.filter(({ isReplaced }) => !isReplaced).map((document) => [document.kind, document]));
}

/** The invoice that other papers name. */
export function standingInvoice(standing: Standing): IssuedInvoice {
  const invoice = standing.get("commercial_invoice");
  return invoice && { number: invoice.reference, on: invoice.issuedOn };
}

export function issuedBefore(document: IssuedDocument | undefined, lang: Locale): IssuedBefore | undefined {
  if (!document) return undefined;
  const { documentId, reference, issuedOn } = document;
  return { documentId, reference, on: formatDay(issuedOn, lang) };
}
