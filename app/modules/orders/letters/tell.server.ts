import { sql } from "kysely";
import { letterTo, tellPeople, tellTeam } from "~/modules/accounts/index.server";
import { countryName, formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import type { Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { pathsFor } from "~/platform/http/paths";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { isLocale, textIn, type Locale, type LocaleTexts } from "~/platform/i18n/locales";
import type { Letter } from "~/platform/mail/letter";
import { sendMail } from "~/platform/mail/outgoing.server";
import { formatMoney } from "~/platform/money";
import { drawOrderLink } from "../guests/links.server";
import type { Merchant, PaymentMethod } from "../types";
import { orderLinkUrl } from "./link-letter.server";
import { transferTexts, type TransferTold } from "./transfer-texts";
import { BUYERS_NEWS, SELLERS_NEWS, type BuyersNews, type NewsInputs, type SellersNews } from "./news";

/** What goes with the news: words of the other side, an amount, a day that counts, and how a parcel is followed. */
export type Told = {
  words?: string | undefined;
  /** Minor units of the order's currency. */
  amountMinor?: bigint;
  /** With it the letter is a receipt: of the amount, and of what is still to be paid. */
  leftMinor?: bigint;
  /** Of a receipt: what came beyond what was due, and goes back. */
  backMinor?: bigint;
  when?: Date | null | undefined;
  parcel?: { carrier: string; trackingCode: string | undefined; trackingUrl: string | undefined };
  transfer?: TransferTold;
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
  const order = await findOrder(trx, orderId);
  if (!order || order.erasedAt !== null) return;
  const spoken = isLocale(order.locale) ? order.locale : "en";
  const said = BUYERS_NEWS[news];
  const kind = `order-${news}`;
  if (order.buyerUserId !== null) {
    const letter = (to: To) =>
      letterOf(to, order, said, told, { url: at(paths(to.locale).order(orderId)), isBuyer: true });
    const sms = (locale: Locale) => smsOf(locale, order, said, at(paths(locale).order(orderId)));
    // A buyer who has chosen no language is spoken to as she ordered.
    await runWithLocale(spoken, () => tellPeople(trx, [order.buyerUserId ?? ""], { kind, letter, sms }));
    return;
  }
  if (order.guestEmail === null) return;
  const url = orderLinkUrl(await drawOrderLink(trx, orderId, now), spoken);
  const to = { name: order.buyerName ?? "", locale: spoken };
  const letter = letterOf(to, order, said, told, { url, isBuyer: true, isGuest: true });
  await sendMail(trx, { kind, to: order.guestEmail, locale: spoken, letter });
}

/** Writes to the people of the shop who decide. */
export async function tellSeller(trx: Trx, orderId: string, news: SellersNews, told: Told): Promise<void> {
  const order = await findOrder(trx, orderId);
  if (!order || order.teamId === null) return;
  const said = SELLERS_NEWS[news];
  const urlIn = (locale: Locale) => at(paths(locale).sellerOrder(orderId));
  await tellTeam(trx, order.teamId, {
    kind: `order-${news}`,
    letter: (to) => letterOf(to, order, said, told, { url: urlIn(to.locale), isBuyer: false }),
    sms: (locale) => smsOf(locale, order, said, urlIn(locale)),
  });
}

type To = { name: string; locale: Locale };
type Order = NonNullable<Awaited<ReturnType<typeof findOrder>>>;
type Said = (typeof BUYERS_NEWS)[BuyersNews] | (typeof SELLERS_NEWS)[SellersNews];
type Way = { url: string; isBuyer: boolean; isGuest?: boolean };

function inputsOf(
  { reference, sellerNames, buyerName, totalMinor, currency }: Order,
  { when, amountMinor }: Told,
  locale: Locale,
) {
  return {
    reference,
    seller: textIn(sellerNames, locale).text,
    buyer: buyerName ?? m["orders.letter.somebody"]({}, { locale }),
    total: formatMoney({ amountMinor: totalMinor, currency }, locale),
    amount: amountMinor === undefined ? "" : formatMoney({ amountMinor, currency }, locale),
    when: when ? formatDay(dayInBaku(when), locale) : "",
  } satisfies NewsInputs;
}

function letterOf(to: To, order: Order, said: Said, told: Told, { url, isBuyer, isGuest }: Way): Letter {
  const { locale } = to;
  const { words, parcel, transfer } = told;
  const inputs = inputsOf(order, told, locale);
  return letterTo(to, {
    subject: said.subject(inputs, { locale }),
    paragraphs: [
      said.text(inputs, { locale }),
      ...receiptTexts(told, order, locale),
      ...(words === undefined ? [] : [m["orders.letter.words"]({ words: cut(words) }, { locale })]),
      ...(parcel ? [parcelText(parcel, locale)] : []),
      // What is to be transferred may be another sum than the order's, and stands there.
      ...(transfer ? transferTexts(transfer, inputs.when, locale) : [m["orders.letter.amount"](inputs, { locale })]),
    ],
    ...(parcel?.trackingUrl
      ? { links: [{ text: m["orders.letter.track"]({}, { locale }), url: parcel.trackingUrl }] }
      : {}),
    action: { label: m["orders.letter.open"]({}, { locale }), url },
    notes: [
      ...(isBuyer ? takerText(order, { transfer, seller: inputs.seller }, locale) : []),
      ...(isGuest ? [m["orders.letter.keepPrivate"]({}, { locale })] : []),
    ],
  });
}

/** Who takes the money: the maker at her door, by card the name on the statement, by transfer the holder of the account where it is another. */
function takerText(
  { merchant, paymentMethod }: Order,
  { transfer, seller }: { transfer: TransferTold | undefined; seller: string },
  locale: Locale,
): string[] {
  if (paymentMethod === "at_pick_up") return [m["orders.page.takenAtDoor.buyer"]({ seller }, { locale })];
  if (!transfer)
    return [m["orders.letter.merchant"]({ ...merchant, country: countryName(merchant.country, locale) }, { locale })];
  const { name } = transfer.account;
  if (name === merchant.name) return [];
  return [m["orders.letter.toTransfer.onBehalf"]({ account: name, merchant: merchant.name }, { locale })];
}

/** What is left after the payment that the letter is a receipt of, and what of the money goes back. */
function receiptTexts({ leftMinor, backMinor = 0n }: Told, { currency }: Order, locale: Locale): string[] {
  if (leftMinor === undefined) return [];
  const sum = (amountMinor: bigint) => formatMoney({ amountMinor, currency }, locale);
  return [
    leftMinor > 0n
      ? m["orders.letter.receipt.part"]({ left: sum(leftMinor) }, { locale })
      : m["orders.letter.receipt.all"]({}, { locale }),
    ...(backMinor > 0n ? [m["orders.letter.receipt.back"]({ back: sum(backMinor) }, { locale })] : []),
  ];
}

function parcelText({ carrier, trackingCode }: NonNullable<Told["parcel"]>, locale: Locale): string {
  return trackingCode === undefined
    ? m["orders.letter.carrier"]({ carrier }, { locale })
    : m["orders.letter.tracking"]({ carrier, code: trackingCode }, { locale });
}

const smsOf = (locale: Locale, order: Order, said: Said, url: string) =>
  `${said.subject(inputsOf(order, {}, locale), { locale })}\n${url}`;

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

function findOrder(trx: Trx, orderId: string) {
  return trx
    .selectFrom("orders")
    .innerJoin("sellers", "sellers.id", "orders.sellerId")
    .where("orders.id", "=", orderId)
    .select([
      "orders.reference",
      "orders.locale",
      "orders.buyerUserId",
      "orders.guestEmail",
      "orders.buyerName",
      "orders.totalMinor",
      "orders.currency",
      "orders.erasedAt",
      "sellers.organisationId as teamId",
      sql<PaymentMethod>`orders.payment_method`.as("paymentMethod"),
      // Placing writes it, with what the buyer was told before she paid.
      sql<Merchant>`orders.merchant`.as("merchant"),
      sql<LocaleTexts<string>>`(
        select jsonb_object_agg(locale, name) from seller_texts where seller_id = orders.seller_id)`.as("sellerNames"),
    ])
    .executeTakeFirst();
}
