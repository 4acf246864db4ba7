import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { whyNotCancel, whyNoWithdrawal } from "../fulfilment/rules";
import { addressLines } from "../reading/address-lines.server";
import { arrivesText, withdrawalText } from "../reading/clock-words.server";
import { goodsText } from "./goods-text.server";
import type { ToldOrder } from "./told-order.server";

type Receipt = {
  leftMinor: bigint;
  /** What came beyond what was due, and goes back. */
  backMinor: bigint | undefined;
  locale: Locale;
  now: Date;
};

/**
 * What a receipt says beside the sum: what is still to be paid, what was bought, how, where to and until when it comes, and how
 * the buyer gets out of it. The letter is her copy of the contract. Source: Directive 2011/83/EU, art. 8 (7).
 */
export function receiptTexts(order: ToldOrder, { leftMinor, backMinor = 0n, locale, now }: Receipt): string[] {
  const day = (date: Date) => formatDay(dayInBaku(date), locale);
  const arrives = arrivesText(order, { day, lang: locale });
  return [
    leftText(order, leftMinor, locale),
    ...(backMinor > 0n
      ? [
          m["orders.letter.receipt.back"](
            { back: formatMoney({ amountMinor: backMinor, currency: order.currency }, locale) },
            { locale },
          ),
        ]
      : []),
    goodsText(order, { side: "buyer", locale }),
    ...(order.address
      ? [m["orders.letter.receipt.goesTo"]({ address: addressOf(order.address, locale) }, { locale })]
      : []),
    ...(arrives === undefined ? [] : [`${arrives}.`]),
    ...rightsTexts(order, { day, locale, now }),
  ];
}

const addressOf = (address: NonNullable<ToldOrder["address"]>, locale: Locale) =>
  addressLines(address, locale).join(", ");

function leftText({ currency }: ToldOrder, leftMinor: bigint, locale: Locale): string {
  if (leftMinor <= 0n) return m["orders.letter.receipt.all"]({}, { locale });
  return m["orders.letter.receipt.part"](
    { left: formatMoney({ amountMinor: leftMinor, currency }, locale) },
    { locale },
  );
}

type Said = { day: (date: Date) => string; locale: Locale; now: Date };

/** That she may cancel; of a consumer of the Union, when she may withdraw as well. */
function rightsTexts({ facts }: ToldOrder, { day, locale, now }: Said): string[] {
  const withdrawal = withdrawalText(facts, { day, now, lang: locale });
  if (withdrawal !== undefined) return [withdrawal];
  return whyNotCancel(facts, "buyer") === undefined ? [m["orders.letter.receipt.cancel"]({}, { locale })] : [];
}

/** Whether the letter leads to the page on returns. */
export const mayWithdraw = ({ facts }: ToldOrder) => whyNoWithdrawal(facts) === undefined;
