import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, fromDecimal, money } from "~/platform/money";
import { selectLiveCheckout } from "../checkout/live-checkout.server";
import { lackingOf, listLackingDues } from "./hold-transferred.server";
import { findReference, type TransferRefusal, type TransferTyped } from "./record-transfer.server";
import { askWhetherAnother, askWhetherMore, transferProblem } from "./transfer-words";

/**
 * Why a transfer was not booked, as its form says it; of a reference that is known already, by which transfer, and of an amount
 * above what is due, by how much.
 */
export async function findTransferProblem(
  db: Db,
  refusal: TransferRefusal,
  { lang, ...typed }: Pick<TransferTyped, "orderId" | "amount" | "bankReference"> & { lang: Locale },
): Promise<ReturnType<typeof transferProblem>> {
  if (refusal === "more-than-due") return [undefined, { isMore: askWhetherMore(await findSurplus(db, typed, lang)) }];
  if (refusal !== "reference-known") return transferProblem(refusal);
  const [known] = await findReference(db, typed.bankReference);
  const said = known && { day: formatDay(dayInBaku(known.recordedAt), lang), amount: formatMoney(known, lang) };
  return [undefined, { isAnother: askWhetherAnother(said) }];
}

/** How much more was typed than is due; undefined where it is no more by now. */
async function findSurplus(
  db: Db,
  { orderId, amount }: Pick<TransferTyped, "orderId" | "amount">,
  lang: Locale,
): Promise<string | undefined> {
  const [order, checkout] = await Promise.all([
    db.selectFrom("orders").where("id", "=", orderId).select(["id as orderId", "currency"]).executeTakeFirst(),
    selectLiveCheckout(db, orderId).executeTakeFirst(),
  ]);
  if (!order) return undefined;
  const due = lackingOf(await listLackingDues(db, { order, checkout }));
  const surplus = (fromDecimal(amount, order.currency)?.amountMinor ?? 0n) - due;
  return surplus > 0n ? formatMoney(money(surplus, order.currency), lang) : undefined;
}
