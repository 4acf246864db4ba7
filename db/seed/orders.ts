import { sql } from "kysely";
import { groupKey } from "~/modules/orders";
import {
  acceptOrder,
  answerRating,
  confirmReceipt,
  deliverOrder,
  prepareOrder,
  rateOrder,
  readCart,
  reportProblem,
  shipOrder,
} from "~/modules/orders/index.server";
import { holdCart, type CartOwner } from "~/modules/orders/cart/cart-rows.server";
import { recordTransfer, startCheckout, TERMS_VERSION } from "~/modules/payments/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import type { Reader } from "~/platform/i18n/reader";
import { money, toDecimal } from "~/platform/money";
import type { BuyerActor, InquirerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import { STAND_IN_MERCHANT } from "~/platform/stripe/stand-in-merchant";
import { demoBuyers, type DemoBuyer } from "./buyers";
import { instantBefore, seedUuid } from "./ids";
import { ORDER_CASES, type OrderCase, type OrderStep } from "./order-cases";
import { succeed } from "./succeed";

/** Nobody's firm, since the demo takes no money: the one that its checkout names. */
const MERCHANT = {
  name: STAND_IN_MERCHANT.MERCHANT_NAME,
  country: STAND_IN_MERCHANT.MERCHANT_COUNTRY,
  statement: STAND_IN_MERCHANT.MERCHANT_STATEMENT,
  address: STAND_IN_MERCHANT.MERCHANT_ADDRESS,
  email: STAND_IN_MERCHANT.MERCHANT_EMAIL,
};

// The seed stands in for her session.
const TREASURER = { userId: seedUuid("user", "staff-treasurer"), role: "treasurer" } as StaffActor;

/** Orders of the shops that are new here, each brought where its case tells by the deeds that its people would do. */
export async function seedOrders(
  trx: Trx,
  newSellers: ReadonlySet<string>,
  { now, onProgress }: { now: Date; onProgress: (done: number, total: number) => void },
): Promise<void> {
  const cases = ORDER_CASES.filter(({ seller }) => newSellers.has(seller));
  for (const [at, one] of cases.entries()) {
    await seedOrder(trx, one, now);
    onProgress(at + 1, cases.length);
  }
  // What went out long ago is due to its makers by now.
  if (cases.length > 0) await enqueue(trx, "release-due-money", {}, { jobKey: "release-due-money" });
}

async function seedOrder(trx: Trx, one: OrderCase, now: Date): Promise<void> {
  const buyer = demoBuyers.find(({ key }) => key === one.buyer);
  if (!buyer) throw new Error(`the seed knows no buyer ${one.buyer}`);
  const placedAt = instantBefore(now, one.daysAgo);
  const orderId = await place(trx, one, buyer, placedAt);
  const userId = seedUuid("user", buyer.key);
  const acting: Acting = {
    orderId,
    key: one.key,
    buyer,
    // The seed stands in for the people's sessions.
    inquirer: { userId, visitDigest: undefined } as InquirerActor,
    seller: {
      userId: seedUuid("user", `owner-${one.seller}`),
      sellerId: seedUuid("seller", one.seller),
      role: "owner",
    } as SellerActor,
  };
  for (const step of one.steps) await take(trx, acting, step, instantBefore(now, step.daysAgo));
}

async function place(trx: Trx, one: OrderCase, buyer: DemoBuyer, at: Date): Promise<string> {
  const userId = seedUuid("user", buyer.key);
  const owner: CartOwner = { userId, visitDigest: undefined };
  const reader: Reader = {
    lang: buyer.locale,
    destination: buyer.destination,
    currency: one.currency,
    to: undefined,
    cur: undefined,
  };
  await fillCart(trx, owner, one, at);
  const cart = await readCart(trx, { owner, reader, currency: one.currency }, at);
  const [group] = cart.groups;
  if (!group?.total) throw new Error(`the order ${one.key} of the seed has no total`);
  const [home] = buyer.addresses;
  const started = await startCheckout(
    trx,
    {
      owner,
      buyer: { userId, sessionId: buyer.key } as BuyerActor,
      guestDigest: undefined,
      reader,
      currency: one.currency,
      groups: [groupKey(group)],
      seenTotalMinor: group.total.amountMinor,
      method: one.method,
      contact: {
        name: buyer.name,
        email: undefined,
        phone: undefined,
        company: buyer.company?.name,
        taxNumber: buyer.company?.taxId,
        note: undefined,
      },
      address: home && { recipient: buyer.company?.name ?? buyer.name, ...home },
      merchant: MERCHANT,
      termsVersion: TERMS_VERSION,
      clientAddress: `seed ${one.key}`,
    },
    formKeyOf(one.key, "place"),
    at,
  );
  const [orderId] = succeed(`order ${one.key}`, started).orderIds;
  if (orderId === undefined) throw new Error(`the order ${one.key} of the seed was not placed`);
  if (one.deposit !== undefined) await agreeOnDeposit(trx, orderId, one.deposit);
  return orderId;
}

const formKeyOf = (key: string, step: string) => seedUuid("form", `order ${key} ${step}`) as FormKey;

async function fillCart(trx: Trx, owner: CartOwner, one: OrderCase, at: Date): Promise<void> {
  const cartId = await holdCart(trx, owner, at);
  const listingId = seedUuid("listing", one.listing);
  const kind = one.listing.startsWith("v") ? "service" : "good";
  const sellerId = seedUuid("seller", one.seller);
  await trx.insertInto("cartLines").values({ cartId, listingId, quantity: one.quantity, addedAt: at }).execute();
  await trx
    .insertInto("cartChoices")
    .values({ cartId, sellerId, kind, service: one.delivery })
    .onConflict((conflict) => conflict.columns(["cartId", "sellerId", "kind"]).doUpdateSet({ service: one.delivery }))
    .execute();
}

/** Two instalments instead of one, as a quote would agree on them; nothing was paid of it yet. */
async function agreeOnDeposit(trx: Trx, orderId: string, perCent: number): Promise<void> {
  await sql`
    with whole as (delete from order_dues where order_id = ${orderId} returning amount_minor),
      deposit as (select (amount_minor * ${perCent}::int / 100)::bigint as amount_minor from whole)
    insert into order_dues (order_id, position, kind, amount_minor)
    select ${orderId}::uuid, 1, 'deposit', deposit.amount_minor from deposit
    union all select ${orderId}::uuid, 2, 'balance', whole.amount_minor - deposit.amount_minor from whole, deposit`.execute(
    trx,
  );
  await sql`update orders set prepares_after = 'first_due' where id = ${orderId}`.execute(trx);
}

type Acting = { orderId: string; key: string; buyer: DemoBuyer; inquirer: InquirerActor; seller: SellerActor };

async function take(trx: Trx, acting: Acting, step: OrderStep, at: Date): Promise<void> {
  const { orderId, key, buyer, inquirer, seller } = acting;
  const formKey = formKeyOf(key, step.do);
  switch (step.do) {
    case "pay":
      return payByTransfer(trx, acting, formKey, at);
    case "accept":
      return void succeed(`accept ${key}`, await acceptOrder(trx, seller, formKey, orderId, at));
    case "prepare":
      return void succeed(`prepare ${key}`, await prepareOrder(trx, seller, formKey, orderId, at));
    case "ship": {
      const parcel = await wholeParcel(trx, orderId);
      const { carrier, code: trackingCode } = step;
      const shipped = await shipOrder(trx, seller, formKey, { ...parcel, orderId, carrier, trackingCode }, at);
      return void succeed(`ship ${key}`, shipped);
    }
    case "deliver": {
      const handover = { orderId, words: step.words, link: undefined, isPaidAtDoor: false };
      return void succeed(`deliver ${key}`, await deliverOrder(trx, seller, formKey, handover, at));
    }
    case "confirm":
      return void succeed(`confirm ${key}`, await confirmReceipt(trx, inquirer, formKey, orderId, at));
    case "rate": {
      const rating = { orderId, stars: step.stars, words: step.words, locale: buyer.locale };
      return void succeed(`rate ${key}`, await rateOrder(trx, inquirer, formKey, rating, at));
    }
    case "answer":
      return void succeed(
        `answer ${key}`,
        await answerRating(trx, seller, formKey, { orderId, words: step.words }, at),
      );
    case "report": {
      const report = { orderId, kind: step.kind, words: step.words, wantedMinor: undefined };
      return void succeed(`report ${key}`, await reportProblem(trx, inquirer, formKey, report, at));
    }
  }
}

/** All pieces in one box. */
export async function wholeParcel(trx: Db | Trx, orderId: string) {
  const lines = await trx
    .selectFrom("orderLines")
    .where("orderId", "=", orderId)
    .select(["id as lineId", "quantity"])
    .execute();
  return { pieces: lines, certificates: [], trackingUrl: undefined, weightGrams: undefined, isLast: false };
}

/** The treasurer finds all of it on the bank's statement. */
async function payByTransfer(trx: Trx, { orderId, key }: Acting, formKey: FormKey, at: Date): Promise<void> {
  const { totalMinor, currency } = await trx
    .selectFrom("orders")
    .where("id", "=", orderId)
    .select(["totalMinor", "currency"])
    .executeTakeFirstOrThrow();
  const transfer = {
    orderId,
    amount: toDecimal(money(totalMinor, currency)),
    bankReference: `SEED ${key}`,
    receivedOn: dayInBaku(at),
  };
  succeed(`record the transfer for ${key}`, await recordTransfer(trx, TREASURER, formKey, transfer, at));
}
