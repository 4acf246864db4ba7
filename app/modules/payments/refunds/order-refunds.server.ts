import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money } from "~/platform/money";

export type RefundView = {
  key: string;
  text: string;
  /** Undefined where the text names it. */
  amount: string | undefined;
  on: string;
  words: string | undefined;
  /** Staff may ask for it once more. */
  canRetry: boolean;
};

/** As the buyer reads it, and as the others do. */
const STATES = {
  buyer: {
    asked: m["checkout.refund.asked"],
    sent: m["checkout.refund.sent"],
    succeeded: m["checkout.refund.succeeded"],
    failed: m["checkout.refund.failed"],
    refused: m["checkout.refund.failed"],
  },
  others: {
    asked: m["checkout.refund.asked"],
    sent: m["refunds.state.sent"],
    succeeded: m["checkout.refund.succeeded"],
    failed: m["refunds.state.failed"],
    refused: m["refunds.state.refused"],
  },
} as const;
type Reader = keyof typeof STATES;
type Status = keyof typeof STATES.buyer;

/** Refunds of one order that its page shows. */
const MOST_REFUNDS = 50;

/**
 * What went back of an order, or is on its way, or did not arrive; the first first.
 *
 * @param orderId of an order that the reader may see: whoever calls has looked
 */
export async function listOrderRefunds(
  db: Db,
  orderId: string,
  { lang, reader }: { lang: Locale; reader: Reader },
): Promise<RefundView[]> {
  const rows = await db
    .selectFrom("refunds")
    .where("orderId", "=", orderId)
    .select(["id", "amountMinor", "currency", "cause", "words", "askedAt"])
    .select([
      sql<Status>`status`.as("status"),
      sql<boolean>`exists (select from refunds as later where later.retry_of = refunds.id)`.as("isRetried"),
      // The order took a part of the same money: it was open, and only the rest was too much.
      sql<boolean>`exists (
        select from receipt_parts as taken where taken.receipt_id = refunds.receipt_id
          and taken.order_id = refunds.order_id and taken.due_id is not null)`.as("isRest"),
    ])
    .orderBy("askedAt")
    .orderBy("id")
    .limit(MOST_REFUNDS)
    .execute();
  return rows.map(({ id, amountMinor, currency, status, cause, words, askedAt, isRetried, isRest }) => {
    const amount = formatMoney(money(amountMinor, currency), lang);
    const isStuck = status === "failed" || status === "refused";
    return {
      key: id,
      ...wordsOf(reader, amount, { status, isLate: cause === "late", isRest, isRetried }),
      on: formatDay(dayInBaku(askedAt), lang),
      words: words ?? undefined,
      canRetry: isStuck && !isRetried,
    };
  });
}

type Standing = { status: Status; isLate: boolean; isRest: boolean; isRetried: boolean };

/** Money that was not needed is told to the buyer in a sentence of its own, since nobody decided to give it back. */
function wordsOf(
  reader: Reader,
  amount: string,
  { status, isLate, isRest, isRetried }: Standing,
): Pick<RefundView, "text" | "amount"> {
  if (isRetried) return { text: m["refunds.state.retried"](), amount };
  const isUnderWay = status === "asked" || status === "sent";
  if (!isLate || !isUnderWay) return { text: STATES[reader][status](), amount };
  return reader === "buyer"
    ? { text: m["checkout.refund.lateOwn"]({ amount }), amount: undefined }
    : { text: isRest ? m["checkout.refund.over"]() : m["checkout.refund.late"](), amount };
}
