import { groupedIban } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney, type Money } from "~/platform/money";

/** What a letter says of a transfer that is waited for: where to, how much, and by which number it is known. */
export type TransferTold = {
  account: { name: string; iban: string; bic: string };
  amount: Money;
  reference: string;
  /** Numbers of the orders that it pays. */
  orders: readonly string[];
};

/** @param when the day until which it has to be there, in words; empty where none is set */
export function transferTexts(
  { account: { name, iban, bic }, amount, reference, orders }: TransferTold,
  when: string,
  locale: Locale,
): string[] {
  const at = { locale };
  const several = orders.length > 1 ? [m["orders.letter.toTransfer.several"]({ orders: orders.join(", ") }, at)] : [];
  return [
    m["orders.letter.toTransfer.payee"]({ name }, at),
    m["orders.letter.toTransfer.iban"]({ iban: groupedIban(iban) }, at),
    m["orders.letter.toTransfer.bic"]({ bic }, at),
    m["orders.letter.toTransfer.amount"]({ amount: formatMoney(amount, locale) }, at),
    m["orders.letter.toTransfer.purpose"]({ reference }, at),
    ...several,
    ...(when === "" ? [] : [m["orders.letter.toTransfer.until"]({ when }, at)]),
    m["orders.letter.toTransfer.charges"]({}, at),
  ];
}
