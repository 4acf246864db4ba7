import { beforeAll, describe, expect, it } from "vitest";
import { INBOX_PAGE_SIZE, INQUIRY_STATUSES } from "~/modules/inquiries";
import {
  assignInquiry,
  closeAsBuyer,
  findSellersThread,
  inboxQuestionOf,
  listSellersInquiries,
  stepAsSeller,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import type { InboxQuestion } from "~/modules/inquiries/inbox/list-inquiries.server";
import { makePublishedListing, makeSellerActor, FACTORY_NOW, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeGuestInquiry, makeInquiry, openAsGuest, type Asked } from "~tests/support/inquiry";
import { copyInquiry } from "~tests/support/inquiry-copies";

const LATEST = { before: undefined, lang: "en" as const };
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);

const list = (sellerId: string, changes: Partial<InboxQuestion> = {}) =>
  listSellersInquiries(testDb, sellerId, { status: undefined, isUnread: false, words: "", page: 1, ...changes });
const idsOf = async (sellerId: string, changes: Partial<InboxQuestion> = {}) =>
  (await list(sellerId, changes)).rows.map(({ inquiryId }) => inquiryId);

const step = ({ seller, inquiryId }: Asked, deed: "decline" | "mark-spam" | "not-spam", now = later(1)) =>
  stepAsSeller(testDb, seller, newKey(), { inquiryId, deed, words: undefined }, now);
const answer = ({ seller, inquiryId }: Asked, now = later(1)) =>
  writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Bəli.", locale: "az", pressed: [] }, now);
const say = ({ inquirer, inquiryId }: Asked, body: string, now: Date) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body, locale: "en" }, now);

/** Another thread of the same shop. */
const askAgain = ({ listing }: Asked, minutes: number, changes: Parameters<typeof makeInquiry>[0] = {}) =>
  makeInquiry(changes, { listing, now: later(minutes) });

describe("a shop's inbox", () => {
  it("shows what waits longest first, and what does not wait after it, the latest first", async () => {
    const long = await makeInquiry({}, { now: later(0) });
    const { sellerId } = long.seller;
    const [short, answered, answeredLater] = [
      await askAgain(long, 30),
      await askAgain(long, 10),
      await askAgain(long, 20),
    ];
    await answer(answered, later(40));
    await answer(answeredLater, later(50));
    // A second word does not put her back in the queue.
    await say(long, "Are you there?", later(45));

    expect(await idsOf(sellerId)).toEqual([long, short, answeredLater, answered].map(({ inquiryId }) => inquiryId));
  });

  it("filters by each state and counts each of them; spam is shown only when it is asked for", async () => {
    const open = await makeInquiry();
    const { sellerId } = open.seller;
    const [answered, declined, closed, spam, stopped] = [
      await askAgain(open, 1),
      await askAgain(open, 2),
      await askAgain(open, 3),
      await askAgain(open, 4),
      await askAgain(open, 5),
    ];
    await answer(answered);
    await step(declined, "decline");
    await closeAsBuyer(testDb, closed.inquirer, newKey(), closed.inquiryId);
    await step(spam, "mark-spam");
    const end = { status: "stopped", waitsSince: null };
    await testDb.updateTable("inquiries").set(end).where("id", "=", stopped.inquiryId).execute();

    const shown = Object.entries({ open, answered, declined, closed, spam, stopped });
    for (const [status, { inquiryId }] of shown) {
      const wanted = INQUIRY_STATUSES.find((one) => one === status);
      expect({ status, ids: await idsOf(sellerId, { status: wanted }) }).toEqual({ status, ids: [inquiryId] });
    }
    const all = await list(sellerId);
    expect(all.rows.map(({ inquiryId }) => inquiryId)).not.toContain(spam.inquiryId);
    expect(all.found).toBe(5);
    expect(Object.fromEntries(all.counts)).toEqual({
      ...{ unconfirmed: 0, open: 1, answered: 1, declined: 1, closed: 1, spam: 1, stopped: 1 },
    });
  });

  it("shows another shop's never, nor a guest's before she has confirmed it", async () => {
    const [asked, other] = [await makeInquiry(), await makeInquiry()];
    const guest = await makeGuestInquiry();
    expect(await idsOf(guest.seller.sellerId)).toEqual([]);
    expect((await list(guest.seller.sellerId)).counts.get("unconfirmed")).toBe(0);

    await openAsGuest(guest.token);

    expect(await idsOf(guest.seller.sellerId)).toEqual([guest.inquiryId]);
    expect(await idsOf(asked.seller.sellerId)).toEqual([asked.inquiryId]);
    expect(await idsOf(asked.seller.sellerId, { words: other.listing.slug })).toEqual([]);
    expect((await list(asked.seller.sellerId)).counts.get("open")).toBe(1);
  });

  it("shows what is given to one member, and who that is", async () => {
    const asked = await makeInquiry();
    const { sellerId, userId } = asked.seller;
    const colleague = await makeSellerActor(testDb, sellerId, "editor");
    const hers = await askAgain(asked, 1);
    const { inquiryId } = hers;
    await assignInquiry(testDb, asked.seller, newKey(), { inquiryId, to: colleague.userId }, later(2));

    expect(await idsOf(sellerId, { assignedTo: colleague.userId })).toEqual([inquiryId]);
    expect(await idsOf(sellerId, { assignedTo: userId })).toEqual([]);
    const [, row] = (await list(sellerId)).rows;
    expect(row).toMatchObject({ inquiryId, assignedTo: colleague.userId, assignedName: "Aynur Quliyeva" });
  });

  it("marks what she has not read, counts it, and lists it alone; spam is not counted", async () => {
    const asked = await makeInquiry();
    const { sellerId } = asked.seller;
    const [unread, spam] = [await askAgain(asked, 1), await askAgain(asked, 2)];
    await step(spam, "mark-spam");
    await findSellersThread(testDb, { sellerId, inquiryId: asked.inquiryId }, LATEST, later(3));

    expect(await idsOf(sellerId, { isUnread: true })).toEqual([unread.inquiryId]);
    const { rows, unread: count } = await list(sellerId);
    expect(rows.map(({ isUnread }) => isUnread)).toEqual([false, true]);
    expect(count).toBe(1);

    await say(asked, "And in March?", later(4));
    expect((await list(sellerId)).unread).toBe(2);
  });
});

describe("a search in a shop's inbox", () => {
  let asked: Asked;
  let reference = "";
  beforeAll(async () => {
    const title = { az: "Şəki ipək kəlağayısı", en: "Silk headscarf", ru: "Шёлковый платок" };
    const listing = await makePublishedListing(testDb, { title });
    await makeSellerActor(testDb, listing.sellerId);
    asked = await makeInquiry(
      { name: "Gülşən İbrahimova", company: "Elbkontor 100% GmbH", message: "Is a_b possible for ÇƏMƏN?" },
      { listing },
    );
    // So that what finds everything is seen to.
    await makeInquiry({ name: "Other", message: "Hello", lines: [] }, { listing });
    ({ reference } = await testDb
      .selectFrom("inquiries")
      .select("reference")
      .where("id", "=", asked.inquiryId)
      .executeTakeFirstOrThrow());
  });

  it.each([
    ["the buyer's name", "gülşən"],
    ["a name without its dots and tails", "GULSEN ibrahimova"],
    ["a name with dotted and dotless letters changed", "ıbrahımova"],
    ["the company", "ELBKONTOR"],
    ["a title in Azerbaijani capitals", "ŞƏKİ İPƏK"],
    ["a title as a foreign keyboard types it", "seki ipek"],
    ["a title in English", "HEADscarf"],
    ["a title in Russian", "ШЁЛКОВЫЙ"],
    ["what was written", "çəmən"],
    ["words with spaces around", "  elbkontor "],
    ["a percent sign that is there", "100%"],
    ["an underscore that is there", "a_b"],
  ])("finds %s: %s", async (_what, words) => {
    expect(await idsOf(asked.seller.sellerId, { words })).toEqual([asked.inquiryId]);
  });

  it("finds the number, in small letters too", async () => {
    for (const words of [reference, reference.toLowerCase()]) {
      expect(await idsOf(asked.seller.sellerId, { words })).toEqual([asked.inquiryId]);
    }
  });

  it.each(["a%b", "elb%kontor", "g_lşən", "100_", "\\%", "'; drop table inquiries; --"])(
    "takes %s for letters, not for a pattern",
    async (words) => {
      const { rows, found } = await list(asked.seller.sellerId, { words });
      expect([rows, found]).toEqual([[], 0]);
    },
  );

  it("does not find a guest by her mailbox, which the shop is not shown", async () => {
    const guest = await makeGuestInquiry();
    await openAsGuest(guest.token);
    expect(await idsOf(guest.seller.sellerId, { words: guest.email })).toEqual([]);
    expect(await idsOf(guest.seller.sellerId, { words: "@example" })).toEqual([]);
  });
});

describe("the pages of an inbox", () => {
  it("have a stable order when all came at one moment: nothing twice, nothing left out", async () => {
    const asked = await makeInquiry();
    const { sellerId } = asked.seller;
    const copies = await copyInquiry(
      asked.inquiryId,
      Array.from({ length: 2 * INBOX_PAGE_SIZE + 4 }, () => ({ buyer_name: `Jonas ${unique()}` })),
    );
    const pages = await Promise.all([1, 2, 3].map((page) => list(sellerId, { page })));

    expect(pages.map(({ rows }) => rows.length)).toEqual([INBOX_PAGE_SIZE, INBOX_PAGE_SIZE, 5]);
    expect(pages.map(({ found }) => found)).toEqual([65, 65, 65]);
    const shown = pages.flatMap(({ rows }) => rows.map(({ inquiryId }) => inquiryId));
    expect(shown).toEqual([asked.inquiryId, ...copies].toSorted());
    // Once more: the order of equals is no matter of luck.
    expect(await idsOf(sellerId, { page: 2 })).toEqual(shown.slice(INBOX_PAGE_SIZE, 2 * INBOX_PAGE_SIZE));
  });
});

describe("what an address asks of an inbox", () => {
  const asks = (query: string) => inboxQuestionOf(new URL(`https://karvan.example/en/seller/inquiries?${query}`));

  it("is a state, what is one's own, what is unread, and words", () => {
    expect(asks("status=declined&mine=1&unread=1&q=tray")).toEqual({
      ...{ status: "declined", isMine: true, isUnread: true, words: "tray" },
    });
    expect(asks("")).toEqual({ status: undefined, isMine: false, isUnread: false, words: "" });
  });

  it("is no state when it is none that anybody may ask for, and no more words than a hundred letters", () => {
    expect(asks("status=unconfirmed").status).toBeUndefined();
    expect(asks("status=nonsense").status).toBeUndefined();
    expect(asks(`q=${"a".repeat(300)}`).words).toHaveLength(100);
  });
});
