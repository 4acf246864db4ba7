import { sql, type Expression, type ExpressionBuilder, type SqlBool } from "kysely";
import type { Db } from "~/platform/db/db.server";
import type { DB } from "~/platform/db/types.generated";
import type { LocaleTexts } from "~/platform/i18n/locales";
import { LINE_PICTURE } from "./line-picture.server";
import { factsOf, selectFacts } from "../fulfilment/facts.server";
import type { DueKind, Merchant, OrderAddress, OrderEvent, ProblemEnd, ProblemKind, ProblemStatus } from "../types";

type Whose = (eb: ExpressionBuilder<DB, "orders">) => Expression<SqlBool>;

/**
 * All that a page shows of an order, by a number of statements that does not grow with it; undefined when it is not the
 * asker's.
 */
export async function readOrder(db: Db, orderId: string, whose: Whose) {
  const row = await selectOrder(db).where("orders.id", "=", orderId).where(whose).executeTakeFirst();
  if (!row) return undefined;
  const [lines, dues, parcels, handovers, milestones, events, problems, rating] = await Promise.all([
    listLines(db, orderId),
    listDues(db, orderId),
    listParcels(db, orderId),
    listHandovers(db, orderId),
    listMilestones(db, orderId),
    listEvents(db, orderId),
    listProblems(db, orderId),
    findRating(db, orderId),
  ]);
  return { ...row, facts: factsOf(row), lines, dues, parcels, handovers, milestones, events, problems, rating };
}
export type OrderRecord = NonNullable<Awaited<ReturnType<typeof readOrder>>>;

function selectOrder(db: Db) {
  return selectFacts(db).select([
    "orders.buyerUserId",
    "orders.guestEmail",
    "orders.buyerName",
    "orders.company",
    "orders.taxNumber",
    "orders.phone",
    sql<OrderAddress | null>`orders.address`.as("address"),
    "orders.locale",
    "orders.destination",
    "orders.incoterm",
    "orders.incotermPlace",
    "orders.goodsMinor",
    "orders.shippingMinor",
    "orders.readyInDays",
    "orders.transitDaysMin",
    sql<Merchant>`orders.merchant`.as("merchant"),
    "orders.note",
    "orders.paidAt",
    "orders.preparingAt",
    "orders.cancelledAt",
    "orders.cancelReason",
    "orders.cancelWords",
    "orders.erasedAt",
    sql<LocaleTexts<string>>`(
      select jsonb_object_agg(locale, name) from seller_texts where seller_id = orders.seller_id)`.as("sellerNames"),
    sql<string | null>`(
      select slug from seller_slugs join sellers on sellers.id = seller_slugs.seller_id
      where seller_slugs.seller_id = orders.seller_id and is_current and sellers.status = 'approved')`.as("sellerSlug"),
    sql<string | null>`(select email from users where id = orders.buyer_user_id)`.as("accountEmail"),
    sql<string | null>`(
      select address_line from seller_texts where seller_id = orders.seller_id and locale = 'az')`.as("shopAddress"),
    sql<string | null>`(select phone from sellers where id = orders.seller_id)`.as("shopPhone"),
    sql<string>`(select place_id from sellers where id = orders.seller_id)`.as("shopPlaceId"),
  ]);
}

function listLines(db: Db, orderId: string) {
  return db
    .selectFrom("orderLines")
    .where("orderId", "=", orderId)
    .select([
      "id as lineId",
      sql<LocaleTexts<string>>`titles`.as("titles"),
      sql<LocaleTexts<string> | null>`variant_names`.as("variantNames"),
      LINE_PICTURE.as("picture"),
      "sku",
      "priceUnit",
      "quantity",
      "unitMinor",
      "lineMinor",
      "hsCode",
      "originCountry",
      "netWeightGrams",
      "needsCertificate",
      "certificateNumber",
      sql<string | null>`(
        select slug from listing_slugs join listings on listings.id = listing_slugs.listing_id
        where listing_slugs.listing_id = order_lines.listing_id and is_current and listings.status = 'published')`.as(
        "slug",
      ),
      sql<number>`(
        select coalesce(sum(sent.quantity), 0)::int from order_parcel_lines as sent
        where sent.order_id = order_lines.order_id and sent.order_line_id = order_lines.id)`.as("sent"),
    ])
    .orderBy("position")
    .execute();
}

function listDues(db: Db, orderId: string) {
  return db
    .selectFrom("orderDues")
    .where("orderId", "=", orderId)
    .select(["id as dueId", sql<DueKind>`kind`.as("kind"), "amountMinor", "receivedMinor", "dueAt", "paidAt"])
    .orderBy("position")
    .execute();
}

function listParcels(db: Db, orderId: string) {
  return db
    .selectFrom("orderParcels")
    .where("orderId", "=", orderId)
    .select([
      "position",
      "carrier",
      "trackingCode",
      "trackingUrl",
      "weightGrams",
      "shippedAt",
      sql<{ lineId: string; quantity: number }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('lineId', order_line_id, 'quantity', quantity)), '[]')
        from order_parcel_lines where parcel_id = order_parcels.id)`.as("contents"),
    ])
    .orderBy("position")
    .execute();
}

function listHandovers(db: Db, orderId: string) {
  return db
    .selectFrom("orderHandovers")
    .where("orderId", "=", orderId)
    .select([
      "round",
      "milestoneId",
      "words",
      "link",
      "handedAt",
      sql<{ fileId: string; name: string; byteCount: number }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('fileId', files.id, 'name', files.name, 'byteCount', byte_count)
          order by sent.position), '[]')
        from order_handover_files as sent join private_files as files on files.id = sent.file_id
        where sent.handover_id = order_handovers.id and files.destroyed_at is null)`.as("files"),
    ])
    .orderBy("round")
    .execute();
}

function listMilestones(db: Db, orderId: string) {
  return db
    .selectFrom("orderMilestones")
    .where("orderId", "=", orderId)
    .select(["id as milestoneId", sql<LocaleTexts<string>>`titles`.as("titles"), "deliveredAt", "acceptedAt"])
    .orderBy("position")
    .execute();
}

/** Of an order that went to and fro for long the latest; the first are what everybody knows. */
const MOST_EVENTS = 200;

async function listEvents(db: Db, orderId: string): Promise<OrderEvent[]> {
  const rows = await db
    .selectFrom("orderEvents")
    .where("orderId", "=", orderId)
    .select([
      "position",
      "happenedAt",
      sql<OrderEvent["actor"]>`actor`.as("actor"),
      sql<OrderEvent["deed"]>`deed`.as("deed"),
      sql<OrderEvent["fromStatus"] | null>`from_status`.as("fromStatus"),
      sql<OrderEvent["toStatus"] | null>`to_status`.as("toStatus"),
      "words",
      sql<OrderEvent["facts"]>`facts`.as("facts"),
    ])
    .orderBy("position", "desc")
    .limit(MOST_EVENTS)
    .execute();
  return rows.map(({ fromStatus, toStatus, words, ...row }) => ({
    ...row,
    fromStatus: fromStatus ?? undefined,
    toStatus: toStatus ?? undefined,
    words: words ?? undefined,
  }));
}

const MOST_PROBLEMS = 20;

function listProblems(db: Db, orderId: string) {
  return db
    .selectFrom("orderProblems")
    .where("orderId", "=", orderId)
    .select([
      "id as problemId",
      sql<ProblemKind>`kind`.as("kind"),
      sql<ProblemStatus>`status`.as("status"),
      "words",
      "wantedMinor",
      "openedAt",
      "answerWords",
      "answeredAt",
      "askedStaffAt",
      "closedAt",
      sql<ProblemEnd | null>`closed_as`.as("closedAs"),
      "closedWords",
    ])
    .orderBy("openedAt", "desc")
    .limit(MOST_PROBLEMS)
    .execute();
}

function findRating(db: Db, orderId: string) {
  return db
    .selectFrom("orderRatings")
    .where("orderId", "=", orderId)
    .select(["stars", "words", "locale", "ratedAt", "answerWords", "hiddenAt", "hiddenReason"])
    .executeTakeFirst();
}
