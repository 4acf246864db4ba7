import { describe, expect, it } from "vitest";
import {
  blockBuyer,
  findBuyersNews,
  findBuyersThread,
  findSellersThread,
  listBlocked,
  listBuyersInquiries,
  submitInquiry,
  threadView,
  unblockBuyer,
  writeAsBuyer,
} from "~/modules/inquiries/index.server";
import { BLOCKED_PAGE_SIZE } from "~/modules/inquiries";
import type { BuyerActor, InquirerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeBuyer, makeInquirer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeGuestInquiry, makeInquiry, openAsGuest, READER } from "~tests/support/inquiry";
import { messagesTo } from "~tests/support/visitor";
import { waitFor } from "~tests/support/waiting";

const DONE = { ok: true, value: null };
const BLOCKED = { ok: false, refusal: "blocked" };
const MISSING = { ok: false, refusal: "inquiry-missing" };
const LATEST = { before: undefined, lang: "en" as const };
const EVERYTHING = { status: undefined, isUnread: false, words: "", page: 1 };

type Asked = Pick<Awaited<ReturnType<typeof makeInquiry>>, "seller" | "inquiryId" | "listing">;

const block = ({ seller, inquiryId }: Omit<Asked, "listing">, key = newKey()) =>
  blockBuyer(testDb, seller, key, inquiryId);
const unblock = ({ seller, inquiryId }: Omit<Asked, "listing">) => unblockBuyer(testDb, seller, newKey(), inquiryId);
const write = (inquirer: InquirerActor, inquiryId: string) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "And by May?", locale: "en" });

type Who = { buyer?: BuyerActor; email?: string };
const ask = (listing: Asked["listing"], { buyer, email }: Who) =>
  submitInquiry(testDb, { buyer, clientAddress: unique(), reader: READER }, newKey(), askOf(listing, { email }));

async function askAgain({ listing }: Asked, who: Who): Promise<string> {
  const asked = await ask(listing, who);
  if (!asked.ok) throw new Error(`the inquiry was refused: ${asked.refusal}`);
  return asked.value.inquiryId;
}

async function makeOtherListing() {
  const listing = await makePublishedListing(testDb);
  await makeSellerActor(testDb, listing.sellerId);
  return listing;
}

/** Somebody with an account whose confirmed mailbox is the given one. */
async function makeBuyerAt(email: string, emailVerified = true) {
  const buyer = await makeBuyer(testDb);
  await testDb.updateTable("users").set({ email, emailVerified }).where("id", "=", buyer.userId).execute();
  return buyer;
}

const blocksOf = (sellerId: string) =>
  testDb
    .selectFrom("contactBlocks")
    .select(["userId", "emailDigest", "liftedAt"])
    .where("sellerId", "=", sellerId)
    .execute();

const statusOf = async (inquiryId: string) =>
  (await testDb.selectFrom("inquiries").select("status").where("id", "=", inquiryId).executeTakeFirst())?.status;

describe("a seller who blocks a buyer", () => {
  it("gets nothing more from an account: in no thread of hers, and no new one; the thread is spam", async () => {
    const asked = await makeInquiry();
    const other = await askAgain(asked, asked);

    expect(await block(asked)).toEqual(DONE);

    expect(await statusOf(asked.inquiryId)).toBe("spam");
    for (const id of [asked.inquiryId, other]) expect(await write(asked.inquirer, id)).toEqual(BLOCKED);
    expect(await ask(asked.listing, asked)).toEqual(BLOCKED);
    expect(await blocksOf(asked.seller.sellerId)).toEqual([
      { userId: asked.buyer.userId, emailDigest: null, liftedAt: null },
    ]);
  });

  it("gets nothing more from a guest's mailbox, of which only a digest is kept", async () => {
    const asked = await makeGuestInquiry();
    const guest = await openAsGuest(asked.token);

    expect(await block(asked)).toEqual(DONE);

    expect(await write(guest, asked.inquiryId)).toEqual(BLOCKED);
    expect(await ask(asked.listing, { email: asked.email.toUpperCase() })).toEqual(BLOCKED);
    const [row] = await blocksOf(asked.seller.sellerId);
    expect(row).toMatchObject({ userId: null, emailDigest: expect.any(String) });
    expect(row?.emailDigest).not.toContain(asked.email);
  });

  it("gets nothing from the account of a mailbox that is blocked, nor from the mailbox of an account", async () => {
    const asked = await makeGuestInquiry();
    await openAsGuest(asked.token);
    const buyer = await makeBuyerAt(asked.email);
    const hers = await askAgain(asked, { buyer });
    await block(asked);

    expect(await write(makeInquirer(buyer), hers)).toEqual(BLOCKED);
    expect(await ask(asked.listing, { buyer })).toEqual(BLOCKED);

    const account = await makeInquiry();
    const email = `${unique()}@example.org`;
    await testDb.updateTable("users").set({ email }).where("id", "=", account.buyer.userId).execute();
    await block(account);
    expect(await ask(account.listing, { email })).toEqual(BLOCKED);
  });

  it("does not block an account that only says that the mailbox is hers", async () => {
    const asked = await makeGuestInquiry();
    await openAsGuest(asked.token);
    await block(asked);
    const buyer = await makeBuyerAt(asked.email, false);

    const hers = await askAgain(asked, { buyer });

    expect((await write(makeInquirer(buyer), hers)).ok).toBe(true);
  });

  it("is the only one: other shops still take her", async () => {
    const asked = await makeInquiry();
    await block(asked);
    expect((await ask(await makeOtherListing(), asked)).ok).toBe(true);
  });

  it("tells her nothing: no letter, no message, nothing unread, the same state", async () => {
    const asked = await makeInquiry();
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", asked.buyer.userId)
      .executeTakeFirstOrThrow();
    const look = async () => {
      const thread = await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST);
      if (!thread) throw new Error("her thread is not there");
      const { status, messages, isBlocked } = await threadView(testDb, thread, { side: "buyer", reader: READER });
      const inbox = await listBuyersInquiries(testDb, asked.inquirer, { ...EVERYTHING, status: "open" }, FACTORY_NOW);
      const { found, unread, counts } = inbox;
      return { status, messages, isBlocked, found, unread, open: counts.get("open"), spam: counts.get("spam") };
    };
    const before = await look();

    await block(asked);
    const inbox = await listBuyersInquiries(testDb, asked.inquirer, EVERYTHING, FACTORY_NOW);

    expect(inbox.rows).toMatchObject([{ isUnread: false }]);
    expect(await look()).toEqual(before);
    expect(await findBuyersNews(testDb, asked.inquirer, asked.inquiryId)).not.toHaveProperty("status");
    expect(await messagesTo(testDb, email)).toEqual([]);
  });

  it("leaves unread what she had not read", async () => {
    const asked = await makeInquiry();
    await testDb.updateTable("inquiries").set({ buyerRead: 0 }).where("id", "=", asked.inquiryId).execute();
    await block(asked);
    const { rows } = await listBuyersInquiries(testDb, asked.inquirer, EVERYTHING, FACTORY_NOW);
    expect(rows).toMatchObject([{ isUnread: true }]);
  });

  it("does it once, however often it is pressed, and it is written down in the thread and in the log", async () => {
    const asked = await makeInquiry();
    const key = newKey();

    const pressed = [await block(asked, key), await block(asked, key), await block(asked)];

    expect(pressed).toEqual([DONE, DONE, DONE]);
    const thread = await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST);
    expect(thread?.isBlocked).toBe(true);
    expect(thread?.messages.map(({ event }) => event)).toEqual([undefined, "marked_spam", "blocked"]);
    const entries = await testDb
      .selectFrom("auditEntries")
      .select("action")
      .where("subjectId", "=", asked.inquiryId)
      .where("action", "=", "block-buyer")
      .execute();
    expect(entries).toHaveLength(1);
  });

  it("makes one block of two that are made in two threads at the same moment", async () => {
    const asked = await makeInquiry();
    const other = await askAgain(asked, asked);

    const second = await waitFor(
      (trx) => blockBuyer(trx, asked.seller, newKey(), asked.inquiryId),
      () => block({ ...asked, inquiryId: other }),
    );

    expect(second).toEqual(DONE);
    expect(await blocksOf(asked.seller.sellerId)).toHaveLength(1);
  });

  it("finds another shop's thread, and one that is not confirmed, missing", async () => {
    const [asked, guest] = [await makeInquiry(), await makeGuestInquiry()];
    const { seller } = await makeInquiry();
    for (const deed of [block, unblock]) {
      expect(await deed({ seller, inquiryId: asked.inquiryId })).toEqual(MISSING);
      expect(await deed(guest)).toEqual(MISSING);
    }
    expect(await blocksOf(seller.sellerId)).toEqual([]);
  });

  it("has nobody to block in the thread of who has gone", async () => {
    const asked = await makeInquiry();
    const gone = { buyerUserId: null, buyerName: null, erasedAt: FACTORY_NOW };
    await testDb.updateTable("inquiries").set(gone).where("id", "=", asked.inquiryId).execute();
    expect(await block(asked)).toEqual({ ok: false, refusal: "nobody-there" });
  });
});

describe("a seller who takes a block back", () => {
  it("hears of her again, in that thread's state as it was left, and may block her anew", async () => {
    const asked = await makeInquiry();
    const other = await askAgain(asked, asked);
    await block(asked);

    expect([await unblock(asked), await unblock(asked)]).toEqual([DONE, DONE]);

    expect(await statusOf(asked.inquiryId)).toBe("spam");
    expect((await write(asked.inquirer, other)).ok).toBe(true);
    expect((await ask(asked.listing, asked)).ok).toBe(true);
    const thread = await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST);
    expect(thread?.messages.map(({ event }) => event)).toEqual([undefined, "marked_spam", "blocked", "unblocked"]);
    expect(await block(asked)).toEqual(DONE);
    expect(await write(asked.inquirer, other)).toEqual(BLOCKED);
  });

  it("takes it back wherever she is known by it: the thread of her account lifts that of her mailbox", async () => {
    const asked = await makeGuestInquiry();
    await openAsGuest(asked.token);
    const buyer = await makeBuyerAt(asked.email);
    const inquiryId = await askAgain(asked, { buyer });
    await block(asked);
    const thread = await findSellersThread(testDb, { ...asked.seller, inquiryId }, LATEST);
    expect(thread?.isBlocked).toBe(true);

    await unblock({ seller: asked.seller, inquiryId });

    expect((await write(makeInquirer(buyer), inquiryId)).ok).toBe(true);
  });

  it("takes nothing back that another shop or the site has blocked", async () => {
    const [asked, elsewhere] = [await makeInquiry(), await makeOtherListing()];
    const by = { userId: asked.buyer.userId, blockedAt: FACTORY_NOW };
    await testDb
      .insertInto("contactBlocks")
      .values([
        { ...by, sellerId: null },
        { ...by, sellerId: elsewhere.sellerId },
      ])
      .execute();
    const thread = await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST);
    expect(thread?.isBlocked).toBe(false);

    await unblock(asked);

    const refusal = "blocked-everywhere";
    expect(await write(asked.inquirer, asked.inquiryId)).toEqual({ ok: false, refusal });
    expect(await blocksOf(elsewhere.sellerId)).toMatchObject([{ liftedAt: null }]);
  });
});

describe("the list of who is blocked", () => {
  it("names her as in the thread, the latest first, in pages, and without those of other shops", async () => {
    const [asked, other] = [await makeInquiry({ company: "Elbkontor" }), await makeInquiry()];
    await block(other);
    const { sellerId } = asked.seller;
    await blockBuyer(testDb, asked.seller, newKey(), asked.inquiryId, new Date(FACTORY_NOW.getTime() + 1_000));
    const earlier = Array.from({ length: BLOCKED_PAGE_SIZE }, () => ({
      sellerId,
      emailDigest: unique(),
      inquiryId: asked.inquiryId,
      blockedAt: FACTORY_NOW,
    }));
    await testDb.insertInto("contactBlocks").values(earlier).execute();

    const [first, second] = [
      await listBlocked(testDb, sellerId, { page: 1 }),
      await listBlocked(testDb, sellerId, { page: 2 }),
    ];

    expect(first.found).toBe(BLOCKED_PAGE_SIZE + 1);
    expect(first.rows).toHaveLength(BLOCKED_PAGE_SIZE);
    expect(first.rows[0]).toMatchObject({ inquiryId: asked.inquiryId, name: "Jonas Petersen", company: "Elbkontor" });
    expect(second.rows).toHaveLength(1);
    await unblock(asked);
    expect((await listBlocked(testDb, sellerId, { page: 1 })).found).toBe(0);
  });
});
