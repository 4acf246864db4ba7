import { letterTo, tellPeople, tellTeam } from "~/modules/accounts/index.server";
import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import { dateFormat } from "~/platform/i18n/formatters";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { isLocale, textIn, type Locale } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";
import { sendMail } from "~/platform/mail/outgoing.server";
import { formatMoney } from "~/platform/money";
import { drawOrderLink } from "../guests/links.server";
import { merchantPlace } from "../reading/merchant-place.server";
import type { Merchant, PaymentMethod } from "../types";
import { endingTexts, wayBackText } from "./ending-texts";
import { orderedTexts } from "./goods-text.server";
import { orderLinkUrl } from "./link-letter.server";
import { mayWithdraw, receiptTexts } from "./receipt-texts.server";
import { findToldOrder, listToldOrders, type ToldOrder } from "./told-order.server";
import { transferTexts, type TransferTold } from "./transfer-texts";
import {
  BUYERS_NEWS,
  LISTS_FOR_BUYER,
  LISTS_FOR_SELLER,
  SELLERS_NEWS,
  type BuyersNews,
  type NewsInputs,
  type SellersNews,
} from "./news";

/** What goes with the news: words of the other side, an amount, a day that counts, and how a parcel is followed. */
export type Told = {
  words?: string | undefined;
  /** Minor units of the order's currency. */
  amountMinor?: bigint;
  /** With it the letter is a receipt: of the amount, and of what is still to be paid. */
  leftMinor?: bigint;
  /** Somebody cancels by this what may have been paid: the buyer reads what of her money goes back. */
  isEnd?: boolean;
  /** All of the amount goes back, and the buyer reads which way: the one that it came. */
  backBy?: PaymentMethod;
  /** Of a receipt: what came beyond what was due, and goes back. */
  backMinor?: bigint;
  when?: Date | null | undefined;
  parcel?: { carrier: string; trackingCode: string | undefined; trackingUrl: string | undefined };
  transfer?: TransferTold;
  /** Other orders of the same buyer that the letter is about, by their ids. */
  besides?: readonly string[];
};

const pathsIn = (lang: Locale) => pathsFor({ lang, to: undefined, cur: undefined });
/** Every letter has a link or two, and none of them depends on more than the language. */
const PATHS = { az: pathsIn("az"), en: pathsIn("en"), ru: pathsIn("ru") };
const paths = (lang: Locale) => PATHS[lang];
const at = (path: string) => `${env.SITE_URL}${path}`;

/** How much of somebody's words stands in a letter: enough to know whether it can wait. */
const QUOTED = 600;

/** Writes to whoever ordered, in the language in which she ordered: to her account, or as to a guest with a link that opens. */
export async function tellBuyer(trx: Trx, orderId: string, news: BuyersNews, told: Told, now: Date): Promise<void> {
  const order = await findToldOrder(trx, orderId);
  if (!order || order.erasedAt !== null) return;
  const spoken = isLocale(order.locale) ? order.locale : "en";
  const said = BUYERS_NEWS[news];
  const kind = `order-${news}`;
  const listed = LISTS_FOR_BUYER.has(news) ? [order, ...(await listToldOrders(trx, told.besides ?? []))] : [];
  if (order.buyerUserId !== null) {
    const letter = (to: To) =>
      letterOf(to, order, said, told, { url: at(paths(to.locale).order(orderId)), listed, now });
    const sms = (locale: Locale) => smsOf(locale, order, said, at(paths(locale).order(orderId)));
    // A buyer who has chosen no language is spoken to as she ordered.
    await runWithLocale(spoken, () => tellPeople(trx, [order.buyerUserId ?? ""], { kind, letter, sms }));
    return;
  }
  if (order.guestEmail === null) return;
  const url = orderLinkUrl(await drawOrderLink(trx, orderId, now), spoken);
  const to = { name: order.buyerName ?? "", locale: spoken };
  const letter = letterOf(to, order, said, told, { url, listed, now, isGuest: true });
  await sendMail(trx, { kind, to: order.guestEmail, locale: spoken, letter });
}

/** Writes to the people of the shop who decide. */
export async function tellSeller(trx: Trx, orderId: string, news: SellersNews, told: Told): Promise<void> {
  const order = await findToldOrder(trx, orderId);
  if (!order || order.teamId === null) return;
  const said = SELLERS_NEWS[news];
  const urlIn = (locale: Locale) => at(paths(locale).sellerOrder(orderId));
  const listed = LISTS_FOR_SELLER.has(news) ? [order] : [];
  await tellTeam(trx, order.teamId, {
    kind: `order-${news}`,
    letter: (to) => letterOf(to, order, said, told, { url: urlIn(to.locale), listed }),
    sms: (locale) => smsOf(locale, order, said, urlIn(locale)),
  });
}

type To = { name: string; locale: Locale };
type Said = (typeof BUYERS_NEWS)[BuyersNews] | (typeof SELLERS_NEWS)[SellersNews];
/** `now` goes to a buyer alone: at which moment she did what the letter confirms. `listed` are the orders whose goods it names. */
type Way = { url: string; listed: readonly ToldOrder[]; now?: Date; isGuest?: boolean };

const MOMENT = { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Baku" } as const;

function inputsOf(
  { reference, sellerNames, buyerName, totalMinor, currency }: ToldOrder,
  { when, amountMinor }: Told,
  { locale, now }: { locale: Locale; now?: Date | undefined },
) {
  return {
    reference,
    seller: textIn(sellerNames, locale).text,
    buyer: buyerName ?? m["orders.letter.somebody"]({}, { locale }),
    total: formatMoney({ amountMinor: totalMinor, currency }, locale),
    amount: amountMinor === undefined ? "" : formatMoney({ amountMinor, currency }, locale),
    when: when ? formatDay(dayInBaku(when), locale) : "",
    moment: now ? dateFormat(locale, MOMENT).format(now) : "",
  } satisfies NewsInputs;
}

function letterOf(to: To, order: ToldOrder, said: Said, told: Told, { url, listed, now, isGuest }: Way): Letter {
  const { locale } = to;
  const { words, parcel, transfer, leftMinor, backMinor, isEnd, backBy } = told;
  const inputs = inputsOf(order, told, { locale, now });
  const isReceipt = now !== undefined && leftMinor !== undefined;
  const ordered = orderedTexts(listed, { side: now === undefined ? "seller" : "buyer", locale });
  return letterTo(to, {
    subject: said.subject(inputs, { locale }),
    paragraphs: [
      said.text(inputs, { locale }),
      ...(isReceipt ? receiptTexts(order, { leftMinor, backMinor, locale, now }) : []),
      ...(words === undefined ? [] : [m["orders.letter.words"]({ words: cut(words) }, { locale })]),
      ...(now && isEnd ? endingTexts(order, locale) : []),
      ...(backBy ? [wayBackText(backBy, inputs.amount, locale)] : []),
      ...(parcel ? [parcelText(parcel, locale)] : []),
      // What is to be transferred may be another sum than the order's, and stands there.
      ...(transfer
        ? [...transferTexts(transfer, inputs.when, locale), ...ordered]
        : [...ordered, m["orders.letter.amount"](inputs, { locale })]),
    ],
    links: [
      ...(parcel?.trackingUrl ? [{ text: m["orders.letter.track"]({}, { locale }), url: parcel.trackingUrl }] : []),
      ...(isReceipt && mayWithdraw(order) ? [withdrawalLink(locale)] : []),
    ],
    action: { label: m["orders.letter.open"]({}, { locale }), url },
    notes: [
      ...(now ? takerText(order, { transfer, seller: inputs.seller }, locale) : []),
      ...(isGuest ? [m["orders.letter.keepPrivate"]({}, { locale })] : []),
    ],
  });
}

const withdrawalLink = (locale: Locale) => ({
  text: m["orders.page.withdraw.form"]({}, { locale }),
  url: at(paths(locale).withdrawalForm()),
});

/** Who takes the money: the maker at her door, by card the name on the statement, by transfer the holder of the account where it is another. */
function takerText(
  { merchant, paymentMethod }: ToldOrder,
  { transfer, seller }: { transfer: TransferTold | undefined; seller: string },
  locale: Locale,
): string[] {
  if (paymentMethod === "at_pick_up") return [m["orders.page.takenAtDoor.buyer"]({ seller }, { locale })];
  if (!transfer) return merchantTexts(merchant, locale);
  const { name } = transfer.account;
  if (name === merchant.name) return [];
  return [m["orders.letter.toTransfer.onBehalf"]({ account: name, merchant: merchant.name }, { locale })];
}

/** Her copy of the contract says where its other side is found. Source: Directive 2011/83/EU, art. 6 (1) (c) and 8 (7). */
function merchantTexts({ name, email, ...merchant }: Merchant, locale: Locale): string[] {
  const { statement } = merchant;
  return [
    m["orders.letter.merchant"]({ name, statement, place: merchantPlace(merchant, locale) }, { locale }),
    ...(email === undefined ? [] : [m["orders.letter.merchantContact"]({ name, email }, { locale })]),
  ];
}

function parcelText({ carrier, trackingCode }: NonNullable<Told["parcel"]>, locale: Locale): string {
  return trackingCode === undefined
    ? m["orders.letter.carrier"]({ carrier }, { locale })
    : m["orders.letter.tracking"]({ carrier, code: trackingCode }, { locale });
}

const smsOf = (locale: Locale, order: ToldOrder, said: Said, url: string) =>
  `${said.subject(inputsOf(order, {}, { locale }), { locale })}\n${url}`;

/** Counted in letters as people see them, so that none is cut in two. */
function cut(text: string): string {
  const letters = Array.from(text);
  return letters.length <= QUOTED
    ? text
    : `${letters
        .slice(0, QUOTED - 1)
        .join("")
        .trimEnd()}…`;
}
