import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { isSent } from "../fulfilment/rules";
import { lineName } from "../reading/line-name";
import { DELIVERY_TEXTS } from "../reading/words";
import type { ToldOrder } from "./told-order.server";

type Telling = {
  /** Who reads: a buyer of herself as "you". */
  side: "buyer" | "seller";
  locale: Locale;
  /** Lines that are named; the letter says how many more there are. All of them where it is the buyer's copy of the contract. */
  most?: number;
};

/** One line for each line of the order with its name, number and amount, and one for the way that it takes. */
export function goodsText(order: ToldOrder, { side, locale, most = order.lines.length }: Telling): string {
  const { lines, currency } = order;
  const named = lines.slice(0, most).map(({ titles, variantNames, quantity, lineMinor }) =>
    m["orders.letter.receipt.line"](
      {
        quantity: String(quantity),
        title: lineName(titles, variantNames, locale),
        amount: formatMoney({ amountMinor: BigInt(lineMinor), currency }, locale),
      },
      { locale },
    ),
  );
  const left = lines.length - named.length;
  const more = left > 0 ? [m["orders.letter.moreLines"]({ count: String(left) }, { locale })] : [];
  return [...named, ...more, wayText(order, side, locale)].join("\n");
}

function wayText(order: ToldOrder, side: Telling["side"], locale: Locale): string {
  const { delivery, shippingMinor, currency, facts } = order;
  const isFetched = delivery === "pick_up" && side === "seller";
  const way = (isFetched ? m["orders.page.delivery.buyerPicksUp"] : DELIVERY_TEXTS[delivery])({}, { locale });
  // What nobody carries has no price of its own.
  if (!isSent(facts)) return way;
  const price =
    shippingMinor === 0n
      ? m["orders.page.shippingFree"]({}, { locale })
      : formatMoney({ amountMinor: shippingMinor, currency }, locale);
  return m["orders.letter.receipt.delivery"]({ way, price }, { locale });
}

/** Lines of an order that a letter names that only says which order it is: the page has the others. */
const MOST_TOLD_LINES = 20;

/** What was ordered, in a letter that is no receipt; of several orders that it speaks of, under the number of each. */
export function orderedTexts(orders: readonly ToldOrder[], { side, locale }: Omit<Telling, "most">): string[] {
  return orders.map((order) => {
    const goods = goodsText(order, { side, locale, most: MOST_TOLD_LINES });
    if (orders.length === 1) return goods;
    return `${m["orders.page.title"]({ reference: order.reference }, { locale })}\n${goods}`;
  });
}
