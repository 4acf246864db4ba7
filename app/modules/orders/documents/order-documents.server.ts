import { isDocumentKind, type MissingField } from "~/modules/documents";
import {
  documentName,
  issueDocument,
  listDocuments,
  missingText,
  notIssuedText,
  readDocument,
  whatIsMissing,
  whoFills,
  type OpenedDocument,
} from "~/modules/documents/index.server";
import { countryName, formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, partKey, type FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { parseForm, type FormAnswer } from "~/platform/http/form.server";
import { numberFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { fromDecimal } from "~/platform/money";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { orderOwnedBy } from "../order-keys.server";
import { fulfilmentRefusalText } from "../refusals.server";
import { documentDetailsInput, type DocumentDetails } from "./details-schema.server";
import { documentInputOf } from "./input-of.server";
import {
  findStanding,
  issuedBefore,
  listOrderDocuments,
  madeOfOrder,
  standingInvoice,
} from "./issued-documents.server";
import { ORDER_DOCUMENT_KINDS, type OrderDocumentKind, type OrderDocumentView, type OrderPaperView } from "./kinds";
import { contradictsCarriage, isTermOpen, offeredKinds } from "./offered-kinds";
import { findDocumentData, type OrderDocumentData } from "./order-data.server";
import { askWhetherOtherWeight, grossToShow } from "./stated-weight.server";

export function orderDocumentKindOf(named: string | undefined): OrderDocumentKind | undefined {
  return isDocumentKind(named) ? ORDER_DOCUMENT_KINDS.find((kind) => kind === named) : undefined;
}

const NO_DETAILS = documentDetailsInput.parse({});
/** What the forms ask for is not missing before somebody has looked at them. */
const isAskedFor = ({ by, field }: MissingField) => by === "shipment" || field === "incoterm";

/** Grams by which the kinds of documents are chosen. */
const carriedBy = (order: OrderDocumentData["order"]) => {
  const weighed = order.parcels.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0);
  const net = order.lines.reduce((sum, { netWeightGrams, quantity }) => sum + (netWeightGrams ?? 0) * quantity, 0);
  return Math.max(weighed, net);
};

const kindsOf = (order: OrderDocumentData["order"]) => offeredKinds({ ...order, grams: carriedBy(order) });

const NOTES: Readonly<Partial<Record<OrderDocumentKind, () => string>>> = {
  cn22: m["orders.document.cn22Note"],
  cn23: m["orders.document.cn23Note"],
};

/** What can be made of an order, and what each kind lacks that its form does not ask for; undefined for another shop. */
export async function findOrderPapers(
  db: Db,
  seller: SellerActor,
  orderId: string,
  lang: Locale,
): Promise<{ reference: string; papers: OrderPaperView[]; issued: OrderDocumentView[] } | undefined> {
  const { sellerId } = seller;
  const data = await findDocumentData(db, sellerId, orderId, "en");
  if (!data) return undefined;
  const standing = await findStanding(db, { sellerId, orderId });
  const invoice = standingInvoice(standing);
  return {
    reference: data.order.reference,
    papers: kindsOf(data.order).map((kind) => {
      const missing = whatIsMissing(kind, documentInputOf(kind, data, NO_DETAILS, invoice), lang);
      return {
        kind,
        name: documentName(kind, lang),
        issued: issuedBefore(standing.get(kind), lang),
        note: NOTES[kind]?.(),
        missing: missing
          .filter((field) => !isAskedFor(field))
          .map((field) => ({
            text: missingText(field, lang),
            by: whoFills(field.by, lang),
            isShop: field.by === "seller",
            isInvoice: field.field === "invoice_ref",
          })),
      };
    }),
    issued: await listOrderDocuments(db, { sellerId, orderId, lang }),
  };
}

/** What the form of one kind shows: which of its fields the order has by itself. */
export async function findOrderPaper(
  db: Db,
  { sellerId }: SellerActor,
  { orderId, kind, lang }: { orderId: string; kind: OrderDocumentKind; lang: Locale },
) {
  const data = await findDocumentData(db, sellerId, orderId, "en");
  if (!data || !kindsOf(data.order).includes(kind)) return undefined;
  const { order } = data;
  const isInvoice = kind === "proforma_invoice" || kind === "commercial_invoice";
  return {
    reference: order.reference,
    name: documentName(kind, lang),
    issued: issuedBefore((await findStanding(db, { sellerId, orderId })).get(kind), lang),
    term: isInvoice && isTermOpen(order) ? termToChoose(data, lang) : undefined,
    ...(await grossToShow(db, { sellerId, orderId, parcels: order.parcels, lang })),
    packageCount: order.parcels.length > 0 ? String(order.parcels.length) : "1",
    currency: order.currency,
    sdr: data.sdr && sdrText(data.sdr, lang),
  };
}

/** What the limit of a CN 22 is counted by, so that nobody has to look it up. */
function sdrText({ aznMillionths, on }: NonNullable<OrderDocumentData["sdr"]>, lang: Locale): string {
  const manats = numberFormat(lang, { minimumFractionDigits: 4 }).format(Number(aznMillionths) / 1_000_000);
  return m["orders.document.sdrKnown"]({ manats, day: formatDay(on, lang) }, { locale: lang });
}

/** The seller who pays the carriage to the buyer's place delivers there; without carriage it is hers to say. */
function termToChoose({ order, consignee }: OrderDocumentData, lang: Locale) {
  const agreed = [order.incoterm, order.incotermPlace].filter(Boolean).join(" ");
  const town = [consignee.city, countryName(order.destination, lang)].filter(Boolean).join(", ");
  return {
    ...(order.shippingMinor > 0n ? { code: "DAP", place: town } : { code: undefined, place: undefined }),
    contradicted: contradictsCarriage(order) ? agreed : undefined,
  };
}

/** `weight-differs` only asks: it stands at a box that is ticked to go on. */
type IssueRefusal = "order-missing" | "not-now" | "not-issued" | "weight-differs";
type Issuing = { orderId: string; kind: OrderDocumentKind; details: DocumentDetails; lang: Locale };

/** Issues a document of an order; a second press finds the first one's, and what is missing is said in words. */
export async function issueOrderDocument(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { orderId, kind, details, lang }: Issuing,
  now = clock(),
): Promise<Result<{ documentId: string }, IssueRefusal> & { words?: string }> {
  const { sellerId, userId } = seller;
  // Read before the transaction, which holds the shop's counter until it ends.
  const data = await findDocumentData(db, sellerId, orderId, details.second);
  if (!data) return refused("order-missing");
  if (!kindsOf(data.order).includes(kind)) return refused("not-now");
  let words: string | undefined;
  type Issued = Result<{ documentId: string }, IssueRefusal>;
  const key = partKey(formKey, `document ${kind} ${orderId}`);
  const issued = await once(db, `seller ${sellerId} ${userId}`, key, async (trx): Promise<Issued> => {
    const held = await trx
      .selectFrom("orders")
      .select("status")
      .where("id", "=", orderId)
      // Colleagues who issue the same paper at once wait for each other: the second has not seen the first one's.
      .forUpdate()
      .executeTakeFirst();
    if (!held || held.status === "cancelled") return refused("not-now");
    const standing = await findStanding(trx, { sellerId, orderId });
    if (standing.get(kind)?.documentId !== details.replaces) {
      words = m["orders.document.issuedMeanwhile"]();
      return refused("not-issued");
    }
    const input = documentInputOf(kind, data, details, standingInvoice(standing));
    const { buyerUserId } = data.order;
    const { second: secondLanguage, replaces } = details;
    const about = { kind, sellerId, madeOf: madeOfOrder(orderId), input, secondLanguage, replaces, lang };
    const answer = await issueDocument(trx, { ...about, issuedBy: userId, buyerUserId: buyerUserId ?? undefined }, now);
    if (!answer.ok) {
      words = notIssuedText(answer, lang);
      return refused("not-issued");
    }
    // Last, so that it is asked of nothing that could not be issued; a refusal takes the document back with its number.
    words = details.isOtherWeight
      ? undefined
      : await askWhetherOtherWeight(trx, { sellerId, orderId, kind, input, lang });
    if (words !== undefined) return refused("weight-differs");
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "issue-order-document",
      subject: { kind: "order", id: orderId },
      after: { kind, reference: answer.value.reference },
    });
    return done({ documentId: answer.value.documentId });
  });
  return words === undefined ? issued : { ...issued, words };
}

/** A posted form of a document: issued, or the form again with what it lacks. */
export async function postOrderDocument(
  db: Db,
  seller: SellerActor,
  request: Request,
  about: { orderId: string; kind: OrderDocumentKind; lang: Locale },
  now = clock(),
): Promise<{ answer: FormAnswer | undefined } | undefined> {
  const form = await parseForm(request, documentDetailsInput);
  if (!form.ok) return { answer: form.answer() };
  const order = await db
    .selectFrom("orders")
    .select("currency")
    .where("id", "=", about.orderId)
    .where("sellerId", "=", seller.sellerId)
    .executeTakeFirst();
  if (!order) return undefined;
  const { postage } = form.value;
  if (postage !== undefined && fromDecimal(postage, order.currency) === undefined) {
    return { answer: form.answer(undefined, { postage: m["orders.deed.mend.amount"]() }) };
  }
  const issued = await issueOrderDocument(db, seller, form.key, { ...about, details: form.value }, now);
  if (issued.ok) return { answer: undefined };
  if (issued.refusal === "order-missing") return undefined;
  const text = issued.words ?? fulfilmentRefusalText["not-now"]();
  return {
    answer: issued.refusal === "weight-differs" ? form.answer(undefined, { isOtherWeight: text }) : form.answer(text),
  };
}

/** The PDF of a document of an order, for its buyer; another order's document is missing. */
export async function readOrderDocumentAsBuyer(
  db: Db,
  files: FileStore,
  inquirer: InquirerActor,
  { orderId, documentId }: { orderId: string; documentId: string },
  now = clock(),
): Promise<OpenedDocument | undefined> {
  const order = await db
    .selectFrom("orders")
    .select("sellerId")
    .where("id", "=", orderId)
    .where(orderOwnedBy(inquirer, now))
    .executeTakeFirst();
  return order && readOfOrder(db, files, { sellerId: order.sellerId, orderId, documentId });
}

export function readOrderDocumentAsSeller(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  key: { orderId: string; documentId: string },
): Promise<OpenedDocument | undefined> {
  return readOfOrder(db, files, { sellerId: seller.sellerId, ...key });
}

type Key = { sellerId: string; orderId: string; documentId: string };

async function readOfOrder(db: Db, files: FileStore, { sellerId, orderId, documentId }: Key) {
  const { documents } = await listDocuments(db, { sellerId, madeOf: madeOfOrder(orderId) });
  if (!documents.some((one) => one.documentId === documentId)) return undefined;
  return readDocument(db, files, { sellerId, documentId });
}
