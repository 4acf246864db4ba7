import { sql } from "kysely";
import type { PaymentMethod } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import { formatMoney, toDecimal } from "~/platform/money";
import { readGivable } from "./read-givable.server";

export type GiveBackView = {
  orderId: string;
  reference: string;
  currency: string;
  received: string;
  /** Gone back, or on its way. */
  back: string;
  left: string;
  /** What the form has in its field for an amount. */
  leftDecimal: string;
  hasLeft: boolean;
  /** What a bank holds; undefined where none does. */
  disputed: string | undefined;
  lines: { lineId: string; title: string; lang: string; price: string; left: number; quantity: number }[];
  /** Undefined where there is none to give back. */
  carriage: string | undefined;
  /** What happens once it is decided, by the way in which the buyer paid. */
  happens: string;
};

const HAPPENS: Readonly<Record<PaymentMethod, () => string>> = {
  stripe: m["refunds.happens.card"],
  bank_transfer: m["refunds.happens.transfer"],
  at_pick_up: m["refunds.overCounter"],
};

/** What the form shows that gives money back; undefined where there is no such order, or it is another shop's. */
export async function findGiveBack(
  db: Db,
  { orderId, sellerId, lang }: { orderId: string; sellerId?: string; lang: Locale },
): Promise<GiveBackView | undefined> {
  const order = await db
    .selectFrom("orders")
    .where("id", "=", orderId)
    .$if(sellerId !== undefined, (query) => query.where("sellerId", "=", sellerId ?? ""))
    .select(["reference", "currency", "receivedMinor", "paymentMethod"])
    .$narrowType<{ paymentMethod: PaymentMethod }>()
    .executeTakeFirst();
  if (!order) return undefined;
  const [givable, titles] = await Promise.all([readGivable(db, orderId), listTitles(db, orderId)]);
  const { currency, receivedMinor } = order;
  const { leftMinor, disputedMinor, carriageMinor } = givable;
  const amount = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, lang);
  return {
    orderId,
    reference: order.reference,
    currency,
    received: amount(receivedMinor),
    back: amount(receivedMinor - leftMinor - disputedMinor),
    left: amount(leftMinor),
    leftDecimal: toDecimal({ amountMinor: leftMinor, currency }),
    hasLeft: leftMinor > 0n,
    disputed: disputedMinor > 0n ? amount(disputedMinor) : undefined,
    lines: givable.lines.flatMap(({ lineId, unitMinor, leftQuantity }) => {
      const line = titles.get(lineId);
      if (!line || leftQuantity === 0) return [];
      const { text, locale } = textIn(line.titles, lang);
      return {
        lineId,
        title: text,
        lang: locale,
        price: amount(unitMinor),
        left: leftQuantity,
        quantity: line.quantity,
      };
    }),
    carriage: carriageMinor > 0n ? amount(carriageMinor) : undefined,
    happens: HAPPENS[order.paymentMethod](),
  };
}

async function listTitles(db: Db, orderId: string) {
  const rows = await db
    .selectFrom("orderLines")
    .where("orderId", "=", orderId)
    .select(["id", "quantity", sql<LocaleTexts<string>>`titles`.as("titles")])
    .execute();
  return new Map(rows.map(({ id, ...line }) => [id, line]));
}
