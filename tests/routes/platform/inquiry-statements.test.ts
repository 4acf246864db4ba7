import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { INBOX_PAGE_SIZE } from "~/modules/inquiries";
import { findBuyersThread, findSellersThread } from "~/modules/inquiries/index.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { loader as buyersInbox } from "~/routes/account/inquiries";
import { loader as buyersThread } from "~/routes/inquirer/inquiry";
import { loader as askPage } from "~/routes/public/new-inquiry";
import { loader as sellersInbox } from "~/routes/seller/inbox";
import { loader as sellersThread } from "~/routes/seller/inquiry";
import { makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeInquiry, type Asked } from "~tests/support/inquiry";
import { copyInquiry, fillThread } from "~tests/support/inquiry-copies";
import { fillAnswers } from "~tests/support/saved-answers";
import { signIn } from "~tests/support/sign-in";

/**
 * Contract of the threads: no query in a loop, however many messages, lines or rows a page shows. Finding out who asks is
 * among them.
 */
const STATEMENTS = { ask: 8, buyersInbox: 4, buyersThread: 6, sellersInbox: 5, sellersThread: 13 };

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

/** The statements of a page for somebody who is signed in. */
async function statementsOf(loader: Loader, path: string, cookie: string, id?: string): Promise<string[]> {
  const ask = () =>
    loader({
      request: new Request(`http://karvan.example/en/${path}`, { headers: { cookie } }),
      params: { lang: "en", ...(id === undefined ? {} : { id }) },
      context: { karvan: { requestId: "test", cspNonce: "", cache: "unset" as const } },
    });
  // Names and rates are kept in the process for a minute, and the first reading of a thread marks it.
  await ask();
  return (await countStatements(ask)).statements;
}

/** How statements begin, in no order: some run beside each other, and lists in them are as long as what is shown. */
const beginningsOf = (statements: readonly string[]) => statements.map((one) => one.slice(0, 120)).toSorted();

/** A thread of a shop with many or few of everything that its pages show. */
async function makeShop({ messages, threads }: { messages: number; threads: number }): Promise<Asked> {
  const listing = await makePublishedListing(testDb, { title: "Mis fincan", pictures: ["front"] });
  const lines = [{ listingId: listing.listingId, variantId: undefined, quantity: 40 }];
  for (let at = 0; at < (threads > 1 ? 9 : 1); at += 1) {
    const other = await makePublishedListing(testDb, { sellerId: listing.sellerId, title: `Mis sini ${at}` });
    lines.push({ listingId: other.listingId, variantId: undefined, quantity: 2 });
  }
  const asked = await makeInquiry({ lines }, { listing });
  await copyInquiry(
    asked.inquiryId,
    Array.from({ length: threads - 1 }, (_, at) => ({ company: `Company ${at}` })),
  );
  await fillThread(asked.inquiryId, messages);
  await fillAnswers(listing.sellerId, threads > 1 ? 20 : 1);
  return asked;
}

describe("statements of a page", () => {
  let shops: { few: Asked; many: Asked };
  beforeAll(async () => {
    shops = {
      few: await makeShop({ messages: 3, threads: 1 }),
      many: await makeShop({ messages: 60, threads: INBOX_PAGE_SIZE + 5 }),
    };
  });

  const count = async (ask: (asked: Asked) => Promise<string[]>) => {
    const [few, many] = [await ask(shops.few), await ask(shops.many)];
    expect(beginningsOf(many)).toEqual(beginningsOf(few));
    return many;
  };

  it("of the form that asks a seller do not grow with what is asked about", async () => {
    const listings = await testDb
      .selectFrom("inquiryLines")
      .innerJoin("listingSlugs", "listingSlugs.listingId", "inquiryLines.listingId")
      .select(["listingSlugs.slug", "inquiryLines.inquiryId"])
      .orderBy("inquiryLines.position")
      .execute();
    const statements = await count(async ({ inquiryId, buyer }) => {
      const slugs = listings.filter((one) => one.inquiryId === inquiryId).map(({ slug }) => `listing=${slug}`);
      return statementsOf(askPage, `inquiries/new?${slugs.join("&")}`, await signIn(testDb, buyer.userId));
    });
    expect(statements).toHaveLength(STATEMENTS.ask);
  });

  it("of a buyer's inbox do not grow with its rows", async () => {
    const statements = await count(async ({ buyer }) =>
      statementsOf(buyersInbox, "account/inquiries", await signIn(testDb, buyer.userId)),
    );
    expect(statements).toHaveLength(STATEMENTS.buyersInbox);
  });

  it("of a buyer's thread do not grow with its messages", async () => {
    const statements = await count(async ({ buyer, inquiryId }) =>
      statementsOf(buyersThread, `inquiries/${inquiryId}`, await signIn(testDb, buyer.userId), inquiryId),
    );
    expect(statements).toHaveLength(STATEMENTS.buyersThread);
  });

  it("of a shop's inbox do not grow with its rows", async () => {
    const statements = await count(async ({ seller }) =>
      statementsOf(sellersInbox, "seller/inquiries", await signIn(testDb, seller.userId)),
    );
    expect(statements).toHaveLength(STATEMENTS.sellersInbox);
  });

  it("of a shop's thread do not grow with its messages, lines and saved answers", async () => {
    const statements = await count(async ({ seller, inquiryId }) =>
      statementsOf(sellersThread, `seller/inquiries/${inquiryId}`, await signIn(testDb, seller.userId), inquiryId),
    );
    expect(statements).toHaveLength(STATEMENTS.sellersThread);
  });

  it("are one more when a thread is read for the first time", async () => {
    const { seller, inquirer, inquiryId } = await makeInquiry();
    const page = { before: undefined, lang: "en" as const };
    const readAsSeller = () => findSellersThread(testDb, { ...seller, inquiryId }, page);
    const [first, second] = [await countStatements(readAsSeller), await countStatements(readAsSeller)];
    expect(first.statements.length - second.statements.length).toBe(1);
    // What she has written herself she has read; and whether she is blocked, in two statements, is the shop's to know.
    const hers = await countStatements(() => findBuyersThread(testDb, inquirer, inquiryId, page));
    expect(hers.statements).toHaveLength(second.statements.length - 2);
  });
});
