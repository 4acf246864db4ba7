import { groupKey } from "~/modules/orders";
import { holdCart } from "~/modules/orders/cart/cart-rows.server";
import { placeOrders, readCart, type CartOwner } from "~/modules/orders/index.server";
import { beginPaying } from "~/modules/payments/checkout/begin-paying.server";
import {
  checkLedger,
  fixOrderTerms,
  openSession,
  settleCheckout,
  TERMS_VERSION,
} from "~/modules/payments/index.server";
import { clock } from "~/platform/clock.server";
import { openDatabase, type Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { money } from "~/platform/money";
import { drawSecretToken } from "~/platform/session/secret-token.server";
import type { CheckoutToOpen, StripePort } from "~/platform/stripe/port";
import { SANDBOX_KEY } from "~/platform/stripe/sandbox-key";
import { startSandbox, type Sandbox } from "~/platform/stripe/sandbox/sandbox.server";
import { stripeFrom } from "~/platform/stripe/stripe.server";
import { makeOrder, makePublishedListing, unique } from "~db/factories";
import { signIn } from "~tests/support/sign-in";
import { load } from "./load";
import type { Measurements } from "./measurements";
import type { Stand } from "./stand";
import { timingOf, type Timing } from "./statistics";
import { BROWSER, get } from "./subjects";

/** From the carts that are filled to the money that is booked; and opening and paying as much at Stripe's sandbox alone. */
export const CHECKOUT = "two-seller checkout";
export const STRIPE_ALONE = "the same at the sandbox alone";
export const LONG_ORDER = "order of 100 lines";
export const SHORT_ORDER = "order of 1 line";

const CHECKOUTS_PER_ROUND = 60;
const BUYERS_AT_A_TIME = 6;
const GERMAN: Reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined };
const ORIGIN = "http://127.0.0.1:9";

export type Market = {
  db: Db;
  sandbox: Sandbox;
  stripe: StripePort;
  listingIds: string[];
  orders: { name: string; path: string }[];
  cookie: string;
  end: () => Promise<void>;
};

/** Two shops that do not run out of cups, a sandbox, and a buyer with a short and a long order. */
export async function prepareOrders(stand: Stand): Promise<Market> {
  const db = openDatabase(stand.databaseUrl, BUYERS_AT_A_TIME + 2);
  const sandbox = await startSandbox();
  const rates = [{ upToGrams: 20_000, amountMinor: 900 }];
  const cup = () =>
    makePublishedListing(db, {
      stock: 1_000_000,
      stockPolicy: "in_stock",
      seller: { routes: [{ service: "post", zones: [{ countries: ["DE"], daysMax: 9, rates }] }] },
    });
  const cups = [await cup(), await cup()];
  const short = await makeOrder(db);
  const buyer = short.buyer;
  if (!buyer) throw new Error("the measured order has no buyer");
  const long = await makeOrder(db, { buyer, lines: Array.from({ length: 100 }, () => ({})) });
  return {
    db,
    sandbox,
    stripe: stripeFrom({
      secretKey: SANDBOX_KEY,
      webhookSecrets: [sandbox.webhookSecret],
      apiBase: sandbox.url,
      retries: 0,
    }),
    listingIds: cups.map(({ listingId }) => listingId),
    orders: [
      { name: SHORT_ORDER, path: `/en/orders/${short.orderId}` },
      { name: LONG_ORDER, path: `/en/orders/${long.orderId}` },
    ],
    cookie: await signIn(db, buyer.userId),
    end: async () => {
      await sandbox.close();
      await db.destroy();
    },
  };
}

type Round = { web: string; measurements: Measurements; count: number };

/** One round of checkouts beside the sandbox alone, and of both pages. @throws when the ledger does not balance after it */
export async function measureOrders(market: Market, { web, measurements, count }: Round): Promise<void> {
  const { stripe, sandbox, db } = market;
  const alone = await many(() => payAlone(stripe, sandbox));
  const carts: CartOwner[] = [];
  for (let at = 0; at < CHECKOUTS_PER_ROUND; at += 1) carts.push(await fillCart(market));
  const whole = await many((at) => checkOut(market, carts[at]));
  measurements.add(STRIPE_ALONE, alone);
  measurements.add(CHECKOUT, whole);
  measurements.addRatio(`${CHECKOUT} / ${STRIPE_ALONE}, per second`, whole.perSecond / alone.perSecond);
  const { unbalanced, wrongOrders, clearingRest } = await checkLedger(db);
  const rest = clearingRest.filter(({ amountMinor }) => amountMinor !== 0n);
  if (unbalanced.length + wrongOrders.length + rest.length > 0) throw new Error("the ledger does not balance");
  for (const { name, path } of market.orders) {
    const operations = Array.from({ length: count }, () => [get(path, { ...BROWSER, cookie: market.cookie })]);
    measurements.add(name, await load(web, operations, BUYERS_AT_A_TIME));
  }
}

/** Carries out a round, so many at a time. */
async function many(work: (at: number) => Promise<void>): Promise<Timing> {
  const latencies: number[] = [];
  let next = 0;
  const started = performance.now();
  const hand = async () => {
    while (next < CHECKOUTS_PER_ROUND) {
      const at = next;
      next += 1;
      const begun = performance.now();
      await work(at);
      latencies.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: BUYERS_AT_A_TIME }, hand));
  return timingOf(latencies, performance.now() - started);
}

async function payAlone(stripe: StripePort, sandbox: Sandbox): Promise<void> {
  const asked: CheckoutToOpen = {
    lines: [{ name: "Copper cup", unit: money(7_800n, "EUR"), quantity: 1 }],
    metadata: { checkout: unique() },
    reference: unique(),
    email: "jonas@example.org",
    locale: "en",
    successUrl: `${ORIGIN}/done`,
    cancelUrl: `${ORIGIN}/cart`,
    expiresAt: new Date(clock().getTime() + 40 * 60_000),
    statementSuffix: undefined,
  };
  const { sessionId } = await stripe.openCheckout(asked, unique());
  sandbox.pay(sessionId, "4242424242424242");
}

/** The form's own throttle asks the site's database, which a bench has not: carts and orders are made as behind it. */
function fillCart({ db, listingIds }: Market): Promise<CartOwner> {
  const owner: CartOwner = { userId: undefined, visitDigest: drawSecretToken().digest };
  const now = clock();
  return db.transaction().execute(async (trx) => {
    const cartId = await holdCart(trx, owner, now);
    const lines = listingIds.map((listingId) => ({ cartId, listingId, quantity: 1, addedAt: now }));
    await trx.insertInto("cartLines").values(lines).execute();
    return owner;
  });
}

async function checkOut({ db, stripe, sandbox }: Market, owner: CartOwner | undefined): Promise<void> {
  if (!owner) throw new Error("there is no cart for this buyer");
  const cart = await readCart(db, { owner, reader: GERMAN, currency: "EUR" });
  const unsaid = { phone: undefined, company: undefined, taxNumber: undefined, note: undefined };
  const placing = {
    owner,
    buyer: undefined,
    guestDigest: owner.visitDigest,
    reader: GERMAN,
    currency: "EUR",
    groups: cart.groups.map(groupKey),
    seenTotalMinor: cart.groups.reduce((sum, group) => sum + (group.total?.amountMinor ?? 0n), 0n),
    method: "stripe" as const,
    contact: { ...unsaid, name: "Jonas Petersen", email: "jonas@example.org" },
    address: {
      recipient: "Jonas Petersen",
      line1: "Speicherweg 12",
      city: "Hamburg",
      postalCode: "20457",
      country: "DE",
    },
    merchant: { name: "Karvan Trade GmbH", country: "DE", statement: "KARVAN" },
    termsVersion: TERMS_VERSION,
  };
  const checkoutId = await db.transaction().execute(async (trx) => {
    const placed = await placeOrders(trx, placing, clock());
    if (!placed.ok) throw new Error(`a measured order was refused: ${placed.refusal}`);
    const orderIds = placed.value.map(({ orderId }) => orderId);
    await fixOrderTerms(trx, orderIds);
    const dues = placed.value.map(({ dueId, orderId, totalMinor }) => ({ dueId, orderId, amountMinor: totalMinor }));
    const begun = await beginPaying(trx, { dues, method: "stripe", currency: "EUR", locale: "en" }, clock());
    if (!begun.ok) throw new Error(`a measured checkout was refused: ${begun.refusal}`);
    return begun.value.checkoutId;
  });
  await openSession(db, { stripe, origin: ORIGIN }, checkoutId, clock());
  const { sessionId } = await db
    .selectFrom("stripeSessions")
    .where("checkoutId", "=", checkoutId)
    .select("sessionId")
    .executeTakeFirstOrThrow();
  sandbox.pay(sessionId ?? "", "4242424242424242");
  const status = await settleCheckout(db, stripe, checkoutId, clock());
  if (status !== "paid") throw new Error(`a measured checkout ended as ${status}`);
}
