import { describe, expect, it } from "vitest";
import {
  assignInquiry,
  findBuyersNews,
  findBuyersThread,
  listBuyersInquiries,
  stepAsSeller,
  submitInquiry,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { INBOX_PAGE_SIZE } from "~/modules/inquiries";
import type { InboxQuestion } from "~/modules/inquiries/inbox/list-inquiries.server";
import type { InquirerActor } from "~/platform/session/actors.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makeBuyer,
  makeInquirer,
  makePublishedListing,
  makeSellerActor,
  unique,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeGuestInquiry, makeInquiry, openAsGuest, READER, type Asked } from "~tests/support/inquiry";
import { copyInquiry } from "~tests/support/inquiry-copies";

const LATEST = { before: undefined, lang: "en" as const };
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);

const list = (inquirer: InquirerActor, changes: Partial<InboxQuestion> = {}, now = later(60)) =>
  listBuyersInquiries(testDb, inquirer, { status: undefined, isUnread: false, words: "", page: 1, ...changes }, now);
const idsOf = async (inquirer: InquirerActor, changes: Partial<InboxQuestion> = {}) =>
  (await list(inquirer, changes)).rows.map(({ inquiryId }) => inquiryId);

const step = ({ seller, inquiryId }: Asked, deed: "decline" | "mark-spam") =>
  stepAsSeller(testDb, seller, newKey(), { inquiryId, deed, words: undefined }, later(2));
const answer = ({ seller, inquiryId }: Asked, minutes = 1) =>
  writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Bəli.", locale: "az", pressed: [] }, later(minutes));

/** The same buyer asks another shop. */
async function askAnother({ buyer, inquirer }: Asked, minutes: number): Promise<Asked> {
  const { sellerId } = await makeApprovedSeller(testDb, { name: `Misgər ${unique()}` });
  const listing = await makePublishedListing(testDb, { sellerId, title: `Gümüş kəmər ${unique()}` });
  const seller = await makeSellerActor(testDb, sellerId);
  const from = { buyer, clientAddress: unique(), reader: READER };
  const asked = await submitInquiry(testDb, from, newKey(), askOf(listing), later(minutes));
  if (!asked.ok) throw new Error(`the inquiry was refused: ${asked.refusal}`);
  return { listing, seller, buyer, inquirer, inquiryId: asked.value.inquiryId };
}

describe("a buyer's inbox", () => {
  it("shows her threads with all shops, the latest first, and nobody else's", async () => {
    const first = await makeInquiry();
    const second = await askAnother(first, 5);
    await makeInquiry();
    expect(await idsOf(first.inquirer)).toEqual([second.inquiryId, first.inquiryId]);

    await answer(first, 10);

    expect(await idsOf(first.inquirer)).toEqual([first.inquiryId, second.inquiryId]);
    expect(await idsOf(first.inquirer, { status: "answered" })).toEqual([first.inquiryId]);
    expect(Object.fromEntries((await list(first.inquirer)).counts)).toMatchObject({ open: 1, answered: 1, closed: 0 });
    expect(await idsOf(makeInquirer(await makeBuyer(testDb)))).toEqual([]);
  });

  it("is searched by the shop's name, the listing, the number and what was written", async () => {
    const first = await makeInquiry();
    const second = await askAnother(first, 5);
    await answer(second, 10);
    for (const words of ["MİSGƏR", "misger", "gumus kemer", "bəli"]) {
      expect({ words, ids: await idsOf(first.inquirer, { words }) }).toEqual({ words, ids: [second.inquiryId] });
    }
    const [row] = (await list(first.inquirer)).rows;
    expect(await idsOf(first.inquirer, { words: row?.reference.toLowerCase() ?? "" })).toEqual([second.inquiryId]);
    expect(await idsOf(first.inquirer, { words: "misg_r" })).toEqual([]);
  });

  it("marks and counts what she has not read, and forgets it when she reads", async () => {
    const asked = await makeInquiry();
    const { inquirer, inquiryId } = asked;
    expect(await list(inquirer)).toMatchObject({ unread: 0, rows: [{ isUnread: false }] });
    await answer(asked);
    expect(await list(inquirer)).toMatchObject({ unread: 1, rows: [{ isUnread: true }] });
    expect(await idsOf(inquirer, { isUnread: true })).toEqual([inquiryId]);

    await findBuyersThread(testDb, inquirer, inquiryId, LATEST, later(3));

    expect(await list(inquirer)).toMatchObject({ unread: 0, rows: [{ isUnread: false }] });
    expect(await idsOf(inquirer, { isUnread: true })).toEqual([]);
  });

  it("has nothing new when the shop does something among itself", async () => {
    const asked = await makeInquiry();
    const { inquirer, inquiryId, seller } = asked;
    const before = await findBuyersNews(testDb, inquirer, inquiryId, later(1));
    await assignInquiry(testDb, seller, newKey(), { inquiryId, to: seller.userId }, later(1));
    await step(asked, "mark-spam");

    expect(await list(inquirer)).toMatchObject({ unread: 0, rows: [{ isUnread: false }] });
    expect(await findBuyersNews(testDb, inquirer, inquiryId, later(2))).toEqual(before);
    const thread = await findBuyersThread(testDb, inquirer, inquiryId, LATEST, later(2));
    // An open page compares the two: were they not the same, it would be loaded again and again.
    expect(thread?.messageCount).toBe(before?.messageCount);
  });

  it("shows what a shop took for spam as open, and finds nothing under spam", async () => {
    const asked = await makeInquiry();
    const { inquirer, inquiryId } = asked;
    const other = await askAnother(asked, 5);
    await step(asked, "mark-spam");

    expect(await idsOf(inquirer, { status: "open" })).toEqual([other.inquiryId, inquiryId]);
    expect(await idsOf(inquirer, { status: "spam" })).toEqual([]);
    const { counts } = await list(inquirer);
    expect([counts.get("open"), counts.get("spam")]).toEqual([2, 0]);
  });

  it("has pages in a stable order", async () => {
    const asked = await makeInquiry();
    const copies = await copyInquiry(
      asked.inquiryId,
      Array.from({ length: INBOX_PAGE_SIZE + 2 }, () => ({ company: unique() })),
    );
    const pages = await Promise.all([1, 2].map((page) => list(asked.inquirer, { page })));
    expect(pages.map(({ rows }) => rows.length)).toEqual([INBOX_PAGE_SIZE, 3]);
    expect(pages.flatMap(({ rows }) => rows.map(({ inquiryId }) => inquiryId))).toEqual(
      [asked.inquiryId, ...copies].toSorted(),
    );
  });
});

describe("what a guest asked", () => {
  async function makeOwner(email: string, emailVerified: boolean): Promise<InquirerActor> {
    const { userId } = await makeBuyer(testDb);
    await testDb.updateTable("users").set({ email, emailVerified }).where("id", "=", userId).execute();
    return makeInquirer({ userId });
  }

  it("is shown to the account whose mailbox is the same, however it is written, once that is verified", async () => {
    const guest = await makeGuestInquiry();
    await openAsGuest(guest.token);
    const owner = await makeOwner(guest.email.toUpperCase(), true);
    expect(await idsOf(owner)).toEqual([guest.inquiryId]);

    await testDb
      .updateTable("users")
      .set({ emailVerified: false })
      .where("id", "=", owner.userId ?? "")
      .execute();

    expect(await idsOf(owner)).toEqual([]);
    expect((await list(owner)).counts.get("open")).toBe(0);
  });

  it("is not shown before it is confirmed", async () => {
    const guest = await makeGuestInquiry();
    expect(await idsOf(await makeOwner(guest.email, true))).toEqual([]);
  });

  it("is not shown after it was erased, in the browser that came by its link either", async () => {
    const guest = await makeGuestInquiry();
    const browser = await openAsGuest(guest.token);
    expect(await idsOf(browser)).toEqual([guest.inquiryId]);

    const gone = { erasedAt: later(1), guestEmail: null, buyerName: null };
    await testDb.updateTable("inquiries").set(gone).where("id", "=", guest.inquiryId).execute();

    expect(await idsOf(browser)).toEqual([]);
  });
});
