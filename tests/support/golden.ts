import {
  cartView,
  findBuyersOrder,
  findSellersOrder,
  findStaffOrder,
  readCart,
  readOrderDocumentAsBuyer,
} from "~/modules/orders/index.server";
import { issueOrderDocument } from "~/modules/orders/documents/order-documents.server";
import { documentDetailsInput } from "~/modules/orders/documents/details-schema.server";
import {
  findStatements,
  openSession,
  printStatement,
  sellerPayoutsPage,
  settleCheckout,
  statementCsv,
} from "~/modules/payments/index.server";
import type { OrderAddress } from "~/modules/orders/types";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { files } from "~/platform/files/files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { Reader } from "~/platform/i18n/reader";
import type { BuyerActor, SellerActor } from "~/platform/session/actors.server";
import { makeBuyer, makeInquirer, makeSellerActor } from "~db/factories";
import { callsOf, fillCart, IN_GERMANY, orderCart, sessionOf, type Wanted } from "./buying";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { pdfText } from "./pdf";
import type { Stand } from "./stripe-sandbox";

/** What a person reads of an order that was worked out by hand, in English, where every sum can be compared letter by letter. */
export const inEnglish = <Value>(work: () => Promise<Value>) => runWithLocale("en", work);

/** An order with its two people. */
export type Golden = { orderId: string; buyer: BuyerActor; seller: SellerActor };

let voens = 1_334_567_890;

/** Gives a shop what its papers have to say of it. */
export async function dressShop(sellerId: string): Promise<void> {
  const papers = {
    voen: String((voens += 1)),
    phone: "+994501234567",
    postalCode: "AZ1000",
    email: "shop@example.org",
  };
  await testDb.updateTable("sellers").set(papers).where("id", "=", sellerId).execute();
  await testDb
    .updateTable("sellerTexts")
    .set({ addressLine: "Sabir küçəsi 5" })
    .where("sellerId", "=", sellerId)
    .execute();
}

type Buying = {
  sellerId: string;
  wanted: readonly Wanted[];
  currency: string;
  reader?: Reader;
  address?: OrderAddress;
};

/** Somebody with an account fills her cart, orders what is in it, and pays it by card. */
export async function buyByCard(stand: Stand, { sellerId, wanted, currency, reader = IN_GERMANY, address }: Buying) {
  await dressShop(sellerId);
  const seller = await makeSellerActor(testDb, sellerId);
  const buyer = await makeBuyer(testDb, { name: "Jonas Petersen" });
  const owner = { userId: buyer.userId, visitDigest: undefined };
  await fillCart(owner, wanted, clock(), reader);
  const cart = await inEnglish(async () =>
    cartView(testDb, await readCart(testDb, { owner, reader, currency }), reader),
  );
  const started = await orderCart({ owner, buyer, currency, reader, ...(address ? { address } : {}) });
  if (!started.ok || started.value.checkoutId === null) throw new Error("the golden order was not placed");
  const { checkoutId, orderIds } = started.value;
  const asked = await payAtStripe(stand, checkoutId);
  return { buyer, seller, orderId: orderIds[0] ?? "", cart, asked };
}

/** Opens the page of a checkout at Stripe, pays there, and takes what Stripe says. @returns what the page asked for */
export async function payAtStripe(stand: Stand, checkoutId: string, card = "4242424242424242", now = clock()) {
  await openSession(testDb, callsOf(stand), checkoutId, now);
  const sessionId = await sessionOf(checkoutId);
  const asked = await stand.stripe.findCheckout(sessionId);
  stand.sandbox.pay(sessionId, card);
  await settleCheckout(testDb, stand.stripe, checkoutId, now);
  return asked;
}

/** The order's page as the buyer, the seller and the staff see it. */
export async function pagesOf({ orderId, buyer, seller }: Golden, now = clock()) {
  const question = { orderId, lang: "en" as const };
  const pages = await inEnglish(() =>
    Promise.all([
      findBuyersOrder(testDb, makeInquirer({ userId: buyer.userId }), question, now),
      findSellersOrder(testDb, seller.sellerId, question, now),
      findStaffOrder(testDb, question, now),
    ]),
  );
  return pages.map((page) => {
    if (!page) throw new Error("somebody does not see the golden order");
    return page;
  });
}

/** What is printed on the invoice that the seller issues and the buyer reads. */
export async function printedInvoice({ orderId, buyer, seller }: Golden, now = clock()): Promise<string> {
  const details = documentDetailsInput.parse({
    incoterm: "FCA",
    incotermPlace: "Baku",
    packageCount: "1",
    grossGrams: "6000",
    lengthCm: "40",
    widthCm: "30",
    heightCm: "30",
  });
  const paper = { orderId, kind: "commercial_invoice" as const, lang: "en" as const, details };
  const issued = await issueOrderDocument(testDb, seller, newKey(), paper, now);
  if (!issued.ok) throw new Error(`no invoice: ${JSON.stringify(issued)}`);
  const { id } = await testDb
    .selectFrom("tradeDocuments")
    .where("subjectId", "=", orderId)
    .select("id")
    .executeTakeFirstOrThrow();
  const inquirer = makeInquirer({ userId: buyer.userId });
  const file = await readOrderDocumentAsBuyer(testDb, files(), inquirer, { orderId, documentId: id }, now);
  return pdfText(Buffer.from(file?.content ?? []));
}

/**
 * What a seller reads of her money: her page of payouts, and the statements of the months from today until a day, as rows of
 * their tables without the first three columns, and as papers.
 */
export async function moneyPapers({ sellerId }: SellerActor, at: Date) {
  const page = await inEnglish(() => sellerPayoutsPage(testDb, sellerId, "en", 1, at));
  const months = new Set([clock(), at].map((day) => dayInBaku(day).slice(0, 7)));
  const rows: string[][] = [];
  let printed = "";
  for (const month of months) {
    const csv = await inEnglish(async () => statementCsv((await findStatements(testDb, sellerId, month)) ?? []));
    rows.push(
      ...csv
        .trim()
        .split("\r\n")
        .slice(1)
        .map((row) => row.split(",")),
    );
    const paper = await inEnglish(() => printStatement(testDb, { sellerId, month, lang: "en" }));
    printed += await pdfText(Buffer.from(paper?.content ?? []));
  }
  // What stands at the beginning and the end of a month has no day.
  const movements = rows.filter(([on]) => on !== "").map((row) => row.slice(3));
  return { page, movements, closing: rows.at(-1)?.slice(3), printed };
}
