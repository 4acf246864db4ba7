import type { DocumentInput } from "~/modules/documents";
import { issueDocument, whatIsMissing } from "~/modules/documents/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import type { InquirerActor } from "~/platform/session/actors.server";
import { orderBuyerKey, orderOwnedBy, recordedAsOrderBuyer } from "../order-keys.server";
import type { OrderStatus } from "../transitions";
import { documentDetailsInput } from "./details-schema.server";
import { documentInputOf } from "./input-of.server";
import { findStanding, madeOfOrder } from "./issued-documents.server";
import type { OrderDocumentKind } from "./kinds";
import { findDocumentData } from "./order-data.server";

/** Whether a buyer can have the pro-forma invoice that her bank or her office asks for, or the shop has not all it needs. */
export type ProformaState = "ready" | "lacks";

type Asking = { orderId: string; lang: Locale };
export type ProformaRefusal = "order-missing" | "not-now" | "lacks";

const KIND = "proforma_invoice";
const AWAITS_MONEY: ReadonlySet<string> = new Set<OrderStatus>(["pending_payment", "partly_paid"]);

/** The order whose buyer this is, where it waits for a transfer for goods. */
async function findTransferOrder(db: Db | Trx, inquirer: InquirerActor, orderId: string, now: Date) {
  const order = await db
    .selectFrom("orders")
    .select(["sellerId", "status", "kind", "paymentMethod", "locale", "buyerUserId"])
    .where("id", "=", orderId)
    .where(orderOwnedBy(inquirer, now))
    .executeTakeFirst();
  const isAwaited = order?.paymentMethod === "bank_transfer" && order.kind === "good" && AWAITS_MONEY.has(order.status);
  return order && { ...order, isAwaited, second: order.locale === "ru" ? ("ru" as const) : ("en" as const) };
}

type Proforma = { kind: OrderDocumentKind; input: DocumentInput<OrderDocumentKind> };

async function readProforma(
  db: Db,
  { sellerId, orderId, second }: { sellerId: string; orderId: string; second: "en" | "ru" },
): Promise<Proforma | undefined> {
  const data = await findDocumentData(db, sellerId, orderId, second);
  return data && { kind: KIND, input: documentInputOf(KIND, data, documentDetailsInput.parse({ second }), undefined) };
}

/** @returns undefined where it is not needed, or is among the order's documents already */
export async function findProforma(
  db: Db,
  inquirer: InquirerActor,
  { orderId, lang }: Asking,
  now = clock(),
): Promise<ProformaState | undefined> {
  const order = await findTransferOrder(db, inquirer, orderId, now);
  if (!order?.isAwaited) return undefined;
  const { sellerId, second } = order;
  if ((await findStanding(db, { sellerId, orderId })).has(KIND)) return undefined;
  const proforma = await readProforma(db, { sellerId, orderId, second });
  if (!proforma) return undefined;
  return whatIsMissing(proforma.kind, proforma.input, lang, second).length === 0 ? "ready" : "lacks";
}

/** Issues the pro-forma invoice of an order that waits for a transfer, from what the shop has; pressed again it is the first one. */
export async function issueProforma(
  db: Db,
  inquirer: InquirerActor,
  formKey: FormKey,
  { orderId, lang }: Asking,
  now = clock(),
): Promise<Result<{ documentId: string }, ProformaRefusal>> {
  const order = await findTransferOrder(db, inquirer, orderId, now);
  if (!order) return refused("order-missing");
  if (!order.isAwaited) return refused("not-now");
  const { sellerId, second, buyerUserId } = order;
  // Read before the transaction, which holds the shop's counter until it ends.
  const proforma = await readProforma(db, { sellerId, orderId, second });
  if (!proforma) return refused("order-missing");
  type Issued = Result<{ documentId: string }, ProformaRefusal>;
  return once(db, orderBuyerKey(inquirer), formKey, async (trx): Promise<Issued> => {
    const about = { ...proforma, sellerId, madeOf: madeOfOrder(orderId), secondLanguage: second, lang };
    const answer = await issueDocument(trx, { ...about, buyerUserId: buyerUserId ?? undefined }, now);
    if (!answer.ok) return refused("lacks");
    await recordAudit(trx, {
      actor: recordedAsOrderBuyer(inquirer.userId),
      action: "issue-order-document",
      subject: { kind: "order", id: orderId },
      after: { kind: KIND, reference: answer.value.reference },
    });
    return done({ documentId: answer.value.documentId });
  });
}
