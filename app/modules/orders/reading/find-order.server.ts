import { incotermPlaceIn, referenceBook } from "~/modules/catalog/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import type { InquirerActor } from "~/platform/session/actors.server";
import { listOrderDocuments } from "../documents/issued-documents.server";
import type { OrderFacts } from "../fulfilment/facts.server";
import { leftToGiveBack, whyNotCorrectParcel } from "../fulfilment/rules";
import { orderOwnedBy } from "../order-keys.server";
import { completionText } from "./completion-text.server";
import {
  buyersDeeds,
  buyersDeedsInstead,
  sellersDeeds,
  staffsDeeds,
  whyNotAsBuyer,
  type BuyersDeed,
  type Offered,
  type SellersDeed,
  type StaffsDeed,
} from "./deeds";
import { readOrder, type OrderRecord } from "./record.server";
import { dayIn, orderView, type Side } from "./view.server";
import type {
  BuyersDeedView,
  BuyersOrderView,
  OfferedView,
  OrderView,
  SellersOrderView,
  StaffsOrderView,
} from "./views";
import { whyInWords } from "./why-words.server";

type Asking = { orderId: string; lang: Locale };

/** An order as its buyer sees it; undefined for anybody else. */
export async function findBuyersOrder(
  db: Db,
  inquirer: InquirerActor,
  { orderId, lang }: Asking,
  now = clock(),
): Promise<BuyersOrderView | undefined> {
  const record = await readOrder(db, orderId, orderOwnedBy(inquirer, now));
  if (!record) return undefined;
  const view = await viewOf(db, record, { side: "buyer", lang, now });
  const { facts } = record;
  const deeds = inWords(buyersDeeds(facts, now), facts, { side: "buyer", lang }).map((offered) => ({
    ...offered,
    ask: offered.deed === "confirm" ? completionText(facts, { day: dayIn(lang), now }) : undefined,
  }));
  return { ...view, deeds };
}

/**
 * What the page of a buyer's deed says before she does it: why it may not be done and what may be done instead, so that she
 * writes nothing in vain. Undefined when the order is not hers.
 */
export async function findBuyersDeed(
  db: Db,
  inquirer: InquirerActor,
  { orderId, lang, deed }: Asking & { deed: BuyersDeed },
  now = clock(),
): Promise<BuyersDeedView | undefined> {
  const record = await readOrder(db, orderId, orderOwnedBy(inquirer, now));
  if (!record) return undefined;
  const { facts, reference, currency } = record;
  const why = whyNotAsBuyer(deed, facts, now);
  const left = leftToGiveBack(facts);
  return {
    orderId,
    reference,
    kind: facts.kind,
    currency,
    paidLeft: left > 0n ? formatMoney({ amountMinor: left, currency }, lang) : undefined,
    why: why && whyInWords(deed, why, { side: "buyer", facts, day: dayIn(lang) }),
    instead: why ? buyersDeedsInstead(facts, now, why).filter((other) => other !== deed) : [],
  };
}

/** An order as the shop that sells it sees it; undefined for another shop. */
export async function findSellersOrder(
  db: Db,
  sellerId: string,
  { orderId, lang }: Asking,
  now = clock(),
): Promise<SellersOrderView | undefined> {
  const record = await readOrder(db, orderId, (eb) => eb("orders.sellerId", "=", sellerId));
  if (!record) return undefined;
  const view = await viewOf(db, record, { side: "seller", lang, now });
  return {
    ...view,
    deeds: inWords(sellersDeeds(record.facts, now), record.facts, { side: "seller", lang }),
    canCorrectParcels: whyNotCorrectParcel(record.facts) === undefined,
  };
}

/** Any order, for the treasurer. */
export async function findStaffOrder(
  db: Db,
  { orderId, lang }: Asking,
  now = clock(),
): Promise<(StaffsOrderView & { sellerId: string }) | undefined> {
  const record = await readOrder(db, orderId, (eb) => eb.lit(true));
  if (!record) return undefined;
  const view = await viewOf(db, record, { side: "staff", lang, now });
  return {
    ...view,
    sellerId: record.sellerId,
    deeds: inWords(staffsDeeds(record.facts), record.facts, { side: "staff", lang }),
  };
}

type Reading = { side: Side; lang: Locale; now: Date };

async function viewOf(db: Db, record: OrderRecord, { side, lang, now }: Reading): Promise<OrderView> {
  const { sellerId, orderId, incotermPlace } = record;
  const book = await referenceBook(db);
  const names = record.delivery === "pick_up" ? book.places.get(record.shopPlaceId)?.names : undefined;
  const termPlace = incotermPlace && incotermPlaceIn(incotermPlace, book, { locale: lang, isBuyer: side === "buyer" });
  const issued = await listOrderDocuments(db, { sellerId, orderId, lang });
  const documents = issued.filter(({ isReplaced }) => !isReplaced);
  const placeName = names && textIn(names, lang).text;
  return orderView(record, { side, lang, now, placeName, termPlace: termPlace ?? undefined, documents });
}

function inWords<Deed extends BuyersDeed | SellersDeed | StaffsDeed>(
  deeds: readonly Offered<Deed>[],
  facts: OrderFacts,
  { side, lang }: { side: Side; lang: Locale },
): OfferedView<Deed>[] {
  const day = dayIn(lang);
  return deeds.map(({ deed, why }) => ({ deed, why: why && whyInWords(deed, why, { side, facts, day }) }));
}
