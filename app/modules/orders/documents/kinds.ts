import type { DocumentKind } from "~/modules/documents";

/** Documents that are made of an order of goods, in the order in which they are needed. */
export const ORDER_DOCUMENT_KINDS = [
  "proforma_invoice",
  "commercial_invoice",
  "packing_list",
  "cn22",
  "cn23",
] as const satisfies readonly DocumentKind[];
export type OrderDocumentKind = (typeof ORDER_DOCUMENT_KINDS)[number];

/** A document of an order that was issued, as lists show it. */
export type OrderDocumentView = {
  documentId: string;
  name: string;
  reference: string;
  on: string;
  isReplaced: boolean;
};

export type IssuedBefore = { documentId: string; reference: string; on: string };

/** A document that can be issued, with what it still lacks besides what its form asks for. */
export type OrderPaperView = {
  kind: OrderDocumentKind;
  name: string;
  /** The one that stands, which another would replace. */
  issued: IssuedBefore | undefined;
  /** What it is for, where that has to be said. */
  note: string | undefined;
  missing: { text: string; by: string; isShop: boolean; /** The invoice that it goes with. */ isInvoice: boolean }[];
};
