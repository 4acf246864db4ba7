import { arrivesInDays, HOME_COUNTRY } from "~/modules/catalog";
import { daysText, formatDay, serviceName, unitName } from "~/modules/catalog/index.server";
import { listSellerNames } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { dayAfter, dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { textIn } from "~/platform/i18n/locales";
import type { Reader } from "~/platform/i18n/reader";
import { formatMoney, money, type Money } from "~/platform/money";
import { chargeCurrencies } from "../charge-currency";
import { groupKey } from "./group-key";
import type { CartGroupView, CartLineView, CartView, DeliveryChoiceView } from "./cart-views";
import {
  isCarried,
  type DeliveryChoice,
  type GroupProblem,
  type LineProblem,
  type PricedGroup,
  type PricedLine,
} from "./price-cart";
import type { ReadCart } from "./read-cart.server";

/** The cart in the reader's words. */
export async function cartView(db: Db, cart: ReadCart, reader: Reader, now = clock()): Promise<CartView> {
  const sellers = await listSellers(db, cart, reader);
  const { groups, gone, currency, listings } = cart;
  const whole = groups.filter(({ total }) => total !== undefined);
  const sum = whole.reduce((total, group) => total + (group.total?.amountMinor ?? 0n), 0n);
  const first = listings.values().next().value;
  const views = groups.map((group) => groupView(group, { cart, reader, sellers, today: dayInBaku(now) }));
  return {
    currency,
    currencies: chargeCurrencies(reader.destination).map((value) => ({ value, label: value })),
    groups: views,
    gone: await goneTitles(db, gone, reader),
    lineCount: groups.reduce((count, { lines }) => count + lines.length, gone.length),
    total: whole.length > 0 ? formatMoney(money(sum, currency), reader.lang) : undefined,
    leftOut: views.flatMap((view) => (view.total === undefined ? leftOutView(view) : [])),
    rateNote: rateNote(cart, reader),
    customs: first?.view.offer.customs,
    tax: reader.destination === HOME_COUNTRY ? m["checkout.cart.taxHome"]() : m["checkout.cart.taxAbroad"](),
  };
}

function leftOutView({ key, sellerName, lines, problem }: CartGroupView): CartView["leftOut"][number] {
  const why = [...lines.map((line) => line.problem?.text), problem].filter((text) => text !== undefined);
  return { key, seller: sellerName, why: [...new Set(why)] };
}

type Sellers = ReadonlyMap<string, { name: string; slug: string }>;
type Inputs = { cart: ReadCart; reader: Reader; sellers: Sellers; today: string };

async function listSellers(db: Db, { groups }: ReadCart, { lang }: Reader): Promise<Sellers> {
  const rows = await listSellerNames(db, lang, [...new Set(groups.map(({ sellerId }) => sellerId))]);
  return new Map(rows.map(({ sellerId, name, slug }) => [sellerId, { name, slug }]));
}

function groupView(group: PricedGroup, inputs: Inputs): CartGroupView {
  const { cart, reader, sellers, today } = inputs;
  const seller = sellers.get(group.sellerId);
  const text = (amount: Money | undefined) => amount && formatMoney(amount, reader.lang);
  const terms = group.lines.map(({ line }) => cart.listings.get(line.lineId)?.view.offer.incoterm);
  const isOneTerm = terms.every((one) => one?.term === terms[0]?.term);
  const lines = group.lines.map((line) => lineView(line, inputs));
  return {
    key: groupKey(group),
    sellerId: group.sellerId,
    kind: group.kind,
    sellerName: seller?.name ?? "",
    sellerSlug: seller?.slug ?? "",
    lines,
    choices: group.choices.map((choice) => choiceView(choice, group, reader)),
    ...hindranceView(group, lines),
    goods: formatMoney(group.goods, reader.lang),
    shipping: text(group.shipping),
    total: text(group.total),
    ready:
      group.readyInDays === undefined
        ? undefined
        : m["checkout.cart.ready"]({ day: formatDay(dayAfter(today, group.readyInDays), reader.lang) }),
    arrives: arrivesText(group, today, reader),
    needsAcceptance: group.needsAcceptance,
    incoterm: isOneTerm ? terms[0] : undefined,
  };
}

function arrivesText(group: PricedGroup, today: string, { lang }: Reader): string | undefined {
  // A way of which nobody has said yet whether and for how much promises no day.
  if (group.problem !== undefined) return undefined;
  const days = arrivesInDays(group.readyInDays, group.chosen?.daysMax);
  if (days === undefined || group.kind === "service" || !isCarried(group)) return undefined;
  return m["checkout.cart.arrives"]({ day: formatDay(dayAfter(today, days), lang) });
}

function choiceView(choice: DeliveryChoice, { kind, chosen }: PricedGroup, reader: Reader): DeliveryChoiceView {
  const isOnSite = kind === "service" && choice.service === "pick_up";
  return {
    service: choice.service,
    label: isOnSite ? m["catalog.route.onSite"]() : serviceName(choice.service),
    days: daysText(choice, reader.lang),
    cost: costText(choice, reader),
    isChosen: choice === chosen,
  };
}

function costText({ cost, isIncluded }: DeliveryChoice, { lang }: Reader): string {
  if (isIncluded) return m["catalog.route.included"]();
  if (cost === undefined) return m["catalog.route.ask"]();
  return cost.amountMinor === 0n ? m["catalog.route.free"]() : formatMoney(cost, lang);
}

function lineView(priced: PricedLine, { cart, reader, today }: Inputs): CartLineView {
  const { line, unit, list, total, readyInDays } = priced;
  const asked = cart.listings.get(line.lineId);
  const snapshot = asked?.snapshot;
  const variant = snapshot?.variants.find(({ variantId }) => variantId === line.variantId);
  const isSeveral = (snapshot?.variants.length ?? 0) > 1;
  const isOther = list !== undefined && list.currency !== cart.currency;
  return {
    lineId: line.lineId,
    listingId: line.listingId,
    slug: snapshot?.slug ?? "",
    sku: isSeveral ? variant?.sku : undefined,
    title: asked?.view.title ?? "",
    titleLang: asked?.view.textLang,
    variant: isSeveral && variant ? (variant.names ? textIn(variant.names, reader.lang).text : variant.sku) : undefined,
    picture: asked?.view.pictures[0],
    quantity: line.quantity,
    least: snapshot?.minimumOrderQuantity ?? 1,
    unit:
      unit &&
      m["orders.page.each"]({ price: formatMoney(unit, reader.lang), unit: unitName(snapshot?.priceUnit ?? "piece") }),
    listed: isOther ? formatMoney(list, reader.lang) : undefined,
    total: total && formatMoney(total, reader.lang),
    ready:
      readyInDays === undefined
        ? undefined
        : m["checkout.cart.ready"]({ day: formatDay(dayAfter(today, readyInDays), reader.lang) }),
    problem: problemView(priced),
  };
}

const LINE_PROBLEM_TEXTS: Readonly<Record<LineProblem, (of: { count: number }) => string>> = {
  gone: m["checkout.problem.gone"],
  "choose-variant": m["checkout.problem.chooseVariant"],
  "on-request": m["checkout.problem.onRequest"],
  "not-abroad": m["checkout.problem.notAbroad"],
  "below-minimum": m["checkout.problem.belowMinimum"],
  "sold-out": m["checkout.problem.soldOut"],
  "too-many": m["checkout.problem.tooMany"],
  "no-rate": m["checkout.problem.noRate"],
};

const GROUP_PROBLEM_TEXTS: Readonly<Record<GroupProblem, () => string>> = {
  "no-way": m["checkout.problem.noWay"],
  "ask-freight": m["checkout.problem.askFreight"],
};
const HINDERED_TEXTS: Readonly<Record<GroupProblem, (by: { titles: string }) => string>> = {
  "no-way": m["checkout.problem.noWayFor"],
  "ask-freight": m["checkout.problem.askFreightFor"],
};

/** Listings that a sentence names and that are asked about; with more of them it would not be read. */
const MOST_NAMED = 3;

/** Why a group has no way with a price, what of it is the reason, and what the seller is asked about. */
function hindranceView(
  { problem, hindering }: PricedGroup,
  lines: readonly CartLineView[],
): Pick<CartGroupView, "problem" | "toAsk"> {
  if (problem === undefined) return { problem, toAsk: [] };
  const ids = new Set(hindering.map(({ line }) => line.lineId));
  const reasons = lines.filter(({ lineId }) => ids.has(lineId));
  const toAsk = (reasons.length > 0 ? reasons : lines.slice(0, 1))
    .slice(0, MOST_NAMED)
    .map(({ lineId, title, slug, sku, quantity }) => ({ lineId, title, slug, sku, quantity }));
  const isForAll = reasons.length === 0 || reasons.length === lines.length;
  if (isForAll) return { problem: GROUP_PROBLEM_TEXTS[problem](), toAsk };
  const named = toAsk.map(({ title }) => title).join(", ");
  const count = reasons.length - toAsk.length;
  const titles = count > 0 ? m["orders.list.andMore"]({ title: named, count }) : named;
  return { problem: HINDERED_TEXTS[problem]({ titles }), toAsk };
}

function problemView({ problem, line }: PricedLine): CartLineView["problem"] {
  if (problem === undefined) return undefined;
  const listing = line.listing;
  const least = listing?.snapshot.minimumOrderQuantity ?? 1;
  const left = listing?.supply.stockQuantity ?? 0;
  return {
    text: LINE_PROBLEM_TEXTS[problem]({ count: problem === "below-minimum" ? least : left }),
    asksSeller: problem === "on-request" || problem === "sold-out" || problem === "too-many",
    setsQuantity: problem === "below-minimum" ? least : problem === "too-many" && left >= least ? left : undefined,
  };
}

/** Only when something was converted. */
function rateNote({ groups, currency, rates }: ReadCart, reader: Reader): string | undefined {
  const isConverted = groups.some(({ lines }) => lines.some(({ list }) => list && list.currency !== currency));
  return isConverted ? m["checkout.cart.rateNote"]({ day: formatDay(rates.quotedOn, reader.lang) }) : undefined;
}

/** What it was called when it was public. */
async function goneTitles(db: Db, gone: readonly PricedLine[], { lang }: Reader): Promise<CartView["gone"]> {
  if (gone.length === 0) return [];
  const rows = await db
    .selectFrom("listingTexts")
    .where(
      "listingId",
      "in",
      gone.map(({ line }) => line.listingId),
    )
    .where("locale", "in", [lang, "az"])
    .select(["listingId", "locale", "title"])
    .execute();
  return gone.map(({ line }) => {
    const own = rows.filter(({ listingId }) => listingId === line.listingId);
    const title = (own.find(({ locale }) => locale === lang) ?? own[0])?.title ?? "";
    return { lineId: line.lineId, title };
  });
}
