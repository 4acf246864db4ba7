import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { groupedIban } from "~/modules/sellers";
import { dayInBaku } from "~/platform/calendar";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, money, type Money } from "~/platform/money";
import { transferAccount } from "~/platform/transfer-account.server";

/** A transfer that is waited for: how much still, by which number it is known, and which orders it pays. */
export type AwaitedTransfer = {
  lacks: Money;
  reference: string;
  orders: { orderId: string; reference: string }[];
  /** The first of the days on which one of its orders ends unpaid. */
  payBy: Date | undefined;
  /** Who sells to the buyer; the account may be another's, who takes transfers for it. */
  merchantName: string;
};

/**
 * What a checkout that is paid by transfer waits for; undefined when it waits for nothing, or is no transfer. One order is paid
 * by its own number, several together by the checkout's: treasurers find the orders by either.
 */
export async function findAwaitedTransfer(db: Db | Trx, checkoutId: string): Promise<AwaitedTransfer | undefined> {
  const rows = await db
    .selectFrom("checkoutDues")
    .innerJoin("checkouts", "checkouts.id", "checkoutDues.checkoutId")
    .innerJoin("orderDues", "orderDues.id", "checkoutDues.dueId")
    .innerJoin("orders", "orders.id", "checkoutDues.orderId")
    .where("checkouts.id", "=", checkoutId)
    .where("checkouts.method", "=", "bank_transfer")
    .where("checkoutDues.isLive", "=", true)
    .whereRef("orderDues.receivedMinor", "<", "orderDues.amountMinor")
    .select((eb) => [
      "checkouts.reference as checkoutReference",
      "orders.id as orderId",
      "orders.reference",
      "orders.currency",
      "orders.status",
      "orders.payBy",
      sql<string>`orders.merchant ->> 'name'`.as("merchantName"),
      eb("orderDues.amountMinor", "-", eb.ref("orderDues.receivedMinor")).as("lacksMinor"),
    ])
    .orderBy("orders.id")
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const orders = [...new Map(rows.map(({ orderId, reference }) => [orderId, { orderId, reference }])).values()];
  const days = rows.flatMap(({ status, payBy }) => (status === "pending_payment" && payBy ? payBy.getTime() : []));
  return {
    lacks: money(
      rows.reduce((sum, { lacksMinor }) => sum + lacksMinor, 0n),
      first.currency,
    ),
    reference: orders.length === 1 ? first.reference : first.checkoutReference,
    orders,
    merchantName: first.merchantName,
    payBy: days.length > 0 ? new Date(Math.min(...days)) : undefined,
  };
}

/** What the buyer copies into the form of her bank. */
export type TransferView = {
  /** Undefined while the site has no account. */
  account: { name: string; iban: string; bic: string } | undefined;
  amount: string;
  reference: string;
  until: string | undefined;
  /** For whom the account takes the money, where it is not hers. */
  onBehalfOf: string | undefined;
  /** Their numbers, where it pays several. */
  together: string | undefined;
};

export function transferView(
  { lacks, reference, orders, payBy, merchantName }: AwaitedTransfer,
  lang: Locale,
): TransferView {
  const account = transferAccount();
  return {
    account: account && { ...account, iban: groupedIban(account.iban) },
    amount: formatMoney(lacks, lang),
    reference,
    onBehalfOf: account && account.name !== merchantName ? merchantName : undefined,
    until: payBy && formatDay(dayInBaku(payBy), lang),
    together: orders.length > 1 ? orders.map((order) => order.reference).join(", ") : undefined,
  };
}
