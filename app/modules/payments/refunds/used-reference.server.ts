import { sql } from "kysely";
import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Db, Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { asBanksWrite } from "../receipts/bank-reference.server";

type Asked = { refundId: string; bankReference: string };

/** The latest of the other refunds that were sent by a transfer of this number; undefined where none was. */
export function findUsedReference(db: Db | Trx, { refundId, bankReference }: Asked) {
  return (
    db
      .selectFrom("refunds")
      .innerJoin("orders", "orders.id", "refunds.orderId")
      .select(["refunds.amountMinor", "refunds.currency", "orders.reference"])
      .select(sql<Date>`coalesce(refunds.ended_at, refunds.asked_at)`.as("sentAt"))
      // Numbers that were kept as they were typed are the same ones, too.
      .where(
        sql<string>`upper(regexp_replace(btrim(refunds.bank_reference), '\\s+', ' ', 'g'))`,
        "=",
        asBanksWrite(bankReference),
      )
      .where("refunds.id", "<>", refundId)
      .orderBy("sentAt", "desc")
      .orderBy("refunds.id")
      .limit(1)
      .executeTakeFirst()
  );
}

/** The question at the box by which one transfer for two refunds is confirmed: it names the other refund and its order. */
export async function askWhetherTogether(db: Db, { lang, ...asked }: Asked & { lang: Locale }): Promise<string> {
  const other = await findUsedReference(db, asked);
  if (!other) return m["payments.transfer.toSend.stale"]();
  const { reference, sentAt } = other;
  const day = formatDay(dayInBaku(sentAt), lang);
  return m["payments.transfer.toSend.used"]({ amount: formatMoney(other, lang), reference, day });
}
