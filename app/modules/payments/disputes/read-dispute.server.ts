import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { LocaleTexts } from "~/platform/i18n/locales";
import type { OrderAddress } from "~/modules/orders";
import type { DisputeStatus } from "~/platform/stripe/port";
import type { EvidenceFiles, EvidenceTexts } from "./evidence";

/** Disputes with what was saved about them; the caller says which. */
export function selectDisputes(db: Db | Trx) {
  return db
    .selectFrom("disputes")
    .leftJoin("disputeEvidence", "disputeEvidence.disputeId", "disputes.id")
    .select([
      "disputes.id as disputeId",
      "disputes.receiptId",
      "disputes.currency",
      "disputes.amountMinor",
      "disputes.reason",
      "disputes.answerBy",
      "disputes.openedAt",
      "disputes.closedAt",
      "disputes.evidenceSentAt",
      "disputeEvidence.sendingAt",
      "disputeEvidence.refusal",
      sql<DisputeStatus>`disputes.status`.as("status"),
      sql<EvidenceTexts | null>`dispute_evidence.texts`.as("texts"),
      sql<EvidenceFiles | null>`dispute_evidence.files`.as("files"),
    ]);
}

export type DisputedOrder = Awaited<ReturnType<typeof listDisputedOrders>>[number];

/** The orders that a receipt paid, with what a bank asks about them: who bought what, and how it went to her. */
export function listDisputedOrders(db: Db, receiptId: string) {
  return db
    .selectFrom("orders")
    .where("orders.id", "in", (eb) =>
      eb.selectFrom("receiptParts").select("receiptParts.orderId").where("receiptParts.receiptId", "=", receiptId),
    )
    .select([
      "orders.id as orderId",
      "orders.reference",
      "orders.buyerName",
      "orders.termsVersion",
      sql<string | null>`coalesce(orders.guest_email, (select email from users where id = orders.buyer_user_id))`.as(
        "buyerEmail",
      ),
      sql<OrderAddress | null>`orders.address`.as("address"),
      sql<{ titles: LocaleTexts<string>; quantity: number }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('titles', titles, 'quantity', quantity) order by position), '[]')
        from order_lines where order_lines.order_id = orders.id)`.as("lines"),
      sql<{ carrier: string; trackingCode: string | null; shippedOn: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('carrier', carrier, 'trackingCode', tracking_code,
          'shippedOn', to_char(shipped_at at time zone 'Asia/Baku', 'YYYY-MM-DD')) order by position), '[]')
        from order_parcels where order_parcels.order_id = orders.id)`.as("parcels"),
    ])
    .orderBy("orders.id")
    .execute();
}
