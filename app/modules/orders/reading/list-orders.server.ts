import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from "kysely";
import { countryName } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { holdsWords } from "~/platform/db/holds-words.server";
import type { DB } from "~/platform/db/types.generated";
import { dateFormat } from "~/platform/i18n/formatters";
import { textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import type { InquirerActor } from "~/platform/session/actors.server";
import { IS_FIRST_DUE_PAID } from "../fulfilment/facts.server";
import { orderOwnedBy } from "../order-keys.server";
import { hasOpenProblem } from "../problems/open-problem.server";
import type { HeldOrder } from "../steps/take-step.server";
import { ORDER_STATUSES, type OrderStatus } from "../transitions";
import type { Delivery, PreparesAfter } from "../types";
import { LINE_PICTURE } from "./line-picture.server";
import { sendByOf } from "./send-by.server";
import type { OrderRowView } from "./views";
import { orderStatusText } from "./words";

export const ORDERS_PAGE_SIZE = 25;

/** What a list shows: one status, what has a problem or a dispute, and words. */
export type OrdersQuestion = {
  status: OrderStatus | undefined;
  hasProblem: boolean;
  words: string;
  page: number;
  lang: Locale;
};

export type OrderList = {
  rows: OrderRowView[];
  found: number;
  counts: { status: OrderStatus; count: number }[];
  problems: number;
};

type Side = "buyer" | "seller" | "staff";
type Where = (eb: ExpressionBuilder<DB, "orders">) => Expression<SqlBool>;

const needsStaff = sql<boolean>`(orders.dispute = 'open' or exists (
  select from order_problems where order_problems.order_id = orders.id
    and order_problems.status <> 'closed' and order_problems.asked_staff_at is not null))`;

/** What waits for a side, so that it stands first. */
const WAITS: Readonly<Record<Side, RawBuilder<boolean>>> = {
  seller: sql<boolean>`(orders.status in ('awaiting_acceptance', 'paid', 'in_preparation') or exists (
    select from order_problems where order_problems.order_id = orders.id and order_problems.status = 'open'))`,
  buyer: sql<boolean>`(orders.status = 'pending_payment' and orders.payment_method <> 'at_pick_up')`,
  staff: needsStaff,
};

/** A buyer's orders, the latest first; those that wait for her payment before them. */
export function listBuyersOrders(
  db: Db,
  inquirer: InquirerActor,
  question: OrdersQuestion,
  now: Date,
): Promise<OrderList> {
  return listOrders(db, { side: "buyer", own: orderOwnedBy(inquirer, now), question, now });
}

/** A shop's orders: what waits for it first, and of that what was ordered first. */
export function listSellersOrders(
  db: Db,
  sellerId: string,
  question: OrdersQuestion,
  now = clock(),
): Promise<OrderList> {
  return listOrders(db, { side: "seller", own: (eb) => eb("orders.sellerId", "=", sellerId), question, now });
}

/** All orders, for the treasurer: by number, goods, seller and buyer; what staff were asked about first. */
export function listStaffOrders(db: Db, question: OrdersQuestion, now = clock()): Promise<OrderList> {
  return listOrders(db, { side: "staff", own: (eb) => eb.lit(true), question, now });
}

type Asking = { side: Side; own: Where; question: OrdersQuestion; now: Date };

async function listOrders(db: Db, { side, own, question, now }: Asking): Promise<OrderList> {
  const { status, hasProblem, page, lang } = question;
  const wanted = question.words.trim();
  // A shop works off what waits in the order in which it came; nobody else's list is a queue.
  const isInTurn = side === "seller";
  const chosen = db
    .selectFrom("orders")
    .where(own)
    .$if(status !== undefined, (query) => query.where("status", "=", status ?? ""))
    .$if(hasProblem, (query) => query.where(side === "staff" ? needsStaff : hasOpenProblem()))
    .$if(wanted !== "", (query) => query.where(holds(wanted, side)));
  // The rows of the page first: names and pictures would be looked up for every row before it, too.
  const onPage = chosen
    .select(["orders.id", WAITS[side].as("isWaiting"), (eb) => eb.fn.countAll<bigint>().over().as("found")])
    .orderBy(WAITS[side], "desc")
    .$if(isInTurn, (query) => query.orderBy(sql`case when ${WAITS[side]} then orders.placed_at end`))
    .orderBy("placedAt", "desc")
    .orderBy("orders.id")
    .limit(ORDERS_PAGE_SIZE)
    .offset((page - 1) * ORDERS_PAGE_SIZE)
    .as("onPage");
  const [rows, counted] = await Promise.all([
    selectRows(db)
      .innerJoin(onPage, "onPage.id", "orders.id")
      .select(["onPage.found", "onPage.isWaiting"])
      .orderBy("onPage.isWaiting", "desc")
      .$if(isInTurn, (query) => query.orderBy(sql`case when on_page.is_waiting then orders.placed_at end`))
      .orderBy("orders.placedAt", "desc")
      .orderBy("orders.id")
      .execute(),
    db
      .selectFrom("orders")
      .where(own)
      .groupBy("status")
      .select((eb) => [
        "status",
        eb.fn.countAll<bigint>().as("count"),
        eb.fn
          .countAll<bigint>()
          .filterWhere(side === "staff" ? needsStaff : hasOpenProblem())
          .as("problems"),
      ])
      .execute(),
  ]);
  const counts = new Map(counted.map((row) => [row.status, Number(row.count)]));
  return {
    rows: rows.map((row) => rowView(row, { side, lang, now })),
    found: Number(rows[0]?.found ?? 0n),
    counts: ORDER_STATUSES.map((one) => ({ status: one, count: counts.get(one) ?? 0 })),
    problems: counted.reduce((sum, row) => sum + Number(row.problems), 0),
  };
}

/** Its number, what was ordered, and the other side; for staff both sides, and the mailbox. */
function holds(words: string, side: Side): RawBuilder<boolean> {
  const number = words.toUpperCase().replaceAll(/[^2-9A-Z]/g, "");
  const inNames = sql<boolean>`exists (
    select from seller_texts where seller_id = orders.seller_id and ${holdsWords(sql`seller_texts.name`, words)})`;
  const inBuyer = sql<boolean>`${holdsWords(sql`coalesce(orders.buyer_name, '') || ' ' || coalesce(orders.company, '')`, words)}`;
  const inMail = sql<boolean>`(orders.guest_email = lower(${words})
    or orders.buyer_user_id in (select id from users where email = lower(${words})))`;
  const inTitles = sql<boolean>`exists (
    select from order_lines where order_lines.order_id = orders.id and ${holdsWords(sql`titles::text`, words)})`;
  const isNumber = sql<boolean>`orders.reference = ${number}`;
  // Several orders that one transfer pays are known to the bank by their checkout's number.
  const isCheckout = sql<boolean>`exists (
    select from checkout_dues join checkouts on checkouts.id = checkout_dues.checkout_id
    where checkout_dues.order_id = orders.id and checkouts.reference = ${number})`;
  if (side === "staff") {
    return sql<boolean>`(${isNumber} or ${isCheckout} or ${inNames} or ${inBuyer} or ${inMail} or ${inTitles})`;
  }
  return side === "buyer"
    ? sql<boolean>`(${isNumber} or ${inNames} or ${inTitles})`
    : sql<boolean>`(${isNumber} or ${inBuyer} or ${inTitles})`;
}

function selectRows(db: Db) {
  return db.selectFrom("orders").select([
    "orders.id as orderId",
    "orders.reference",
    sql<OrderStatus>`orders.status`.as("status"),
    "orders.totalMinor",
    "orders.currency",
    "orders.placedAt",
    "orders.acceptBy",
    "orders.payBy",
    "orders.cancelReason",
    "orders.paymentMethod",
    sql<Delivery>`orders.delivery`.as("delivery"),
    sql<HeldOrder["dispute"]>`orders.dispute`.as("dispute"),
    sql<PreparesAfter>`orders.prepares_after`.as("preparesAfter"),
    "orders.receivedMinor",
    IS_FIRST_DUE_PAID.as("isFirstDuePaid"),
    "orders.acceptedAt",
    "orders.paidAt",
    "orders.readyAt",
    "orders.readyInDays",
    "orders.buyerName",
    "orders.company",
    "orders.destination",
    hasOpenProblem().as("hasProblem"),
    sql<LocaleTexts<string>>`(
      select jsonb_object_agg(locale, name) from seller_texts where seller_id = orders.seller_id)`.as("sellerNames"),
    sql<{ titles: LocaleTexts<string>; sha256: string | null; count: number }>`(
      select jsonb_build_object('titles', titles, 'sha256', ${LINE_PICTURE} ->> 'sha256',
        'count', (select count(*) from order_lines where order_lines.order_id = orders.id))
      from order_lines where order_lines.order_id = orders.id order by position limit 1)`.as("first"),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRows>["execute"]>>[number] & { isWaiting: boolean };

function rowView(row: Row, { side, lang, now }: { side: Side; lang: Locale; now: Date }): OrderRowView {
  const day = dateFormat(lang, { dateStyle: "medium", timeZone: "Asia/Baku" });
  const shop = textIn(row.sellerNames, lang).text;
  const buyer = [row.buyerName ?? m["orders.list.gone"](), row.company].filter(Boolean).join(" · ");
  const title = textIn(row.first.titles, lang).text;
  return {
    orderId: row.orderId,
    reference: row.reference,
    status: row.status,
    statusText: orderStatusText(row),
    who: side === "buyer" ? shop : side === "seller" ? buyer : `${shop} → ${buyer}`,
    about: row.first.count > 1 ? m["orders.list.andMore"]({ title, count: row.first.count - 1 }) : title,
    sha256: row.first.sha256 ?? undefined,
    country: countryName(row.destination, lang),
    total: formatMoney({ amountMinor: row.totalMinor, currency: row.currency }, lang),
    placedOn: day.format(row.placedAt),
    waits: waitsText(row, (date) => day.format(date)),
    sendBy: side === "buyer" ? undefined : sendByOf(row, { day: (date) => day.format(date), now }),
    isWaiting: row.isWaiting,
    hasProblem: row.hasProblem,
  };
}

function waitsText({ status, acceptBy, payBy }: Row, day: (date: Date) => string): string | undefined {
  if (status === "awaiting_acceptance" && acceptBy) return m["orders.list.acceptBy"]({ day: day(acceptBy) });
  if (status === "pending_payment" && payBy) return m["orders.list.payBy"]({ day: day(payBy) });
  return undefined;
}
