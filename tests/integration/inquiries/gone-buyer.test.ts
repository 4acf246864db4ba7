import { describe, expect, it } from "vitest";
import {
  assignInquiry,
  blockBuyer,
  erasePersonalData,
  findBuyersThread,
  findSellersThread,
  listBlocked,
  listSellersInquiries,
  rowView,
  stepAsSeller,
  submitInquiry,
  threadView,
  translateMessage,
  unblockBuyer,
  writeAsBuyer,
  writeAsSeller,
  writeRefusalText,
} from "~/modules/inquiries/index.server";
import { erasePersonalData as eraseAccountsData, findPerson } from "~/modules/accounts/index.server";
import { m } from "~/paraglide/messages.js";
import { FACTORY_NOW, makeBuyer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeGuestInquiry, makeInquiry, openAsGuest, READER } from "~tests/support/inquiry";
import { waitFor } from "~tests/support/waiting";

const LATEST = { before: undefined, lang: "en" as const };
const ALL = { status: undefined, isUnread: false, words: "", page: 1 };
const NOW = new Date(FACTORY_NOW.getTime() + 3_600_000);

const erase = ({ userId }: { userId: string }) =>
  testDb.transaction().execute((trx) => erasePersonalData(trx, userId, NOW));

const answer = { body: "Salam", locale: "az" as const, pressed: [] };

describe("the thread of a buyer who has gone", () => {
  it("opens for the shop without her name and her words, and is in its inbox", async () => {
    const asked = await makeInquiry({ company: "Elbkontor" });
    const { seller, inquiryId, buyer } = asked;
    await erase(buyer);

    const thread = await findSellersThread(testDb, { ...seller, inquiryId }, LATEST, NOW);
    const { rows } = await listSellersInquiries(testDb, seller.sellerId, ALL);

    const shown = thread && (await threadView(testDb, thread, { side: "seller", reader: READER }, NOW));
    expect(shown).toMatchObject({
      status: "closed",
      buyer: { name: m["inquiries.thread.gone"](), company: undefined, isGone: true, isGuest: false },
      messages: [{ author: m["inquiries.thread.gone"](), body: m["inquiries.thread.erased"]() }],
    });
    const views = rows.map((row) => rowView(row, "seller", "en", NOW));
    expect(views).toMatchObject([{ who: m["inquiries.thread.gone"](), words: undefined, waits: undefined }]);
  });

  it("is nobody's: neither the account nor a browser that opened it gets in", async () => {
    const asked = await makeInquiry();
    await erase(asked.buyer);
    expect(await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST, NOW)).toBeUndefined();
    expect(
      await writeAsBuyer(testDb, asked.inquirer, newKey(), { ...answer, inquiryId: asked.inquiryId }, NOW),
    ).toEqual({ ok: false, refusal: "inquiry-missing" });
  });

  it("takes no answer, since nobody would read it", async () => {
    const { seller, inquiryId, buyer } = await makeInquiry();
    await erase(buyer);

    const written = await writeAsSeller(testDb, seller, newKey(), { ...answer, inquiryId }, NOW);

    expect(written).toEqual({ ok: false, refusal: "buyer-gone" });
    expect(writeRefusalText["buyer-gone"]()).not.toBe("");
  });

  it("does not come back among what waits when it is taken out of spam", async () => {
    const { seller, inquiryId, buyer } = await makeInquiry();
    await stepAsSeller(testDb, seller, newKey(), { inquiryId, deed: "mark-spam", words: undefined });
    await erase(buyer);

    const stepped = await stepAsSeller(testDb, seller, newKey(), { inquiryId, deed: "not-spam", words: undefined });

    expect(stepped).toEqual({ ok: false, refusal: "not-now" });
  });

  it("has no message that was on its way while she went", async () => {
    const { inquirer, inquiryId, buyer } = await makeInquiry();

    const written = await waitFor(
      (trx) => erasePersonalData(trx, buyer.userId, NOW),
      () => writeAsBuyer(testDb, inquirer, newKey(), { ...answer, inquiryId }, NOW),
    );

    expect(written).toEqual({ ok: false, refusal: "inquiry-missing" });
  });

  it("does not come to be while she closes her account", async () => {
    const listing = await makePublishedListing(testDb);
    const buyer = await makeBuyer(testDb);
    const from = { buyer, clientAddress: unique(), reader: READER };

    const asked = await waitFor(
      async (trx) => {
        await findPerson(trx, buyer.userId, { lock: true });
        await erasePersonalData(trx, buyer.userId, NOW);
      },
      () => submitInquiry(testDb, from, newKey(), askOf(listing), NOW),
      (trx) => eraseAccountsData(trx, buyer.userId),
    );

    expect(asked.ok).toBe(false);
  });

  it("has no translation that a service brought while she went", async () => {
    const { inquiryId, buyer } = await makeInquiry();
    const { id } = await testDb
      .selectFrom("inquiryMessages")
      .select("id")
      .where("inquiryId", "=", inquiryId)
      .executeTakeFirstOrThrow();
    const translate = async () => {
      await erase(buyer);
      return "Bizim kafe üçün qırx ədəd?";
    };

    await translateMessage(testDb, { name: "slow", translate }, id, NOW);

    const rows = await testDb.selectFrom("inquiryTranslations").select("body").where("messageId", "=", id).execute();
    expect(rows).toEqual([]);
  });

  it("stays a guest's whose mailbox the account has not shown to be its own", async () => {
    const email = `${unique()}@example.org`;
    const [open, waiting] = [await makeGuestInquiry({ email }), await makeGuestInquiry({ email })];
    await openAsGuest(open.token);
    const { userId } = await makeBuyer(testDb);
    await testDb.updateTable("users").set({ email, emailVerified: false }).where("id", "=", userId).execute();

    await erase({ userId });

    const left = await testDb
      .selectFrom("inquiries")
      .select(["guestEmail", "status"])
      .where("id", "in", [open.inquiryId, waiting.inquiryId])
      .orderBy("status")
      .execute();
    expect(left).toEqual([
      { guestEmail: email, status: "open" },
      { guestEmail: email, status: "unconfirmed" },
    ]);
  });
});

describe("a block of who has gone", () => {
  const askAsGuest = (asked: Awaited<ReturnType<typeof makeInquiry>>) => {
    const from = { buyer: undefined, clientAddress: unique(), reader: READER };
    const email = `${asked.buyer.userId}@example.org`;
    return submitInquiry(testDb, from, newKey(), askOf(asked.listing, { email }), NOW);
  };

  const blocksOf = (sellerId: string) =>
    testDb.selectFrom("contactBlocks").select(["userId", "liftedAt"]).where("sellerId", "=", sellerId).execute();

  it("holds her mailbox: closing the account is no way around it", async () => {
    const asked = await makeInquiry();
    await blockBuyer(testDb, asked.seller, newKey(), asked.inquiryId, NOW);
    await erase(asked.buyer);

    expect(await askAsGuest(asked)).toEqual({ ok: false, refusal: "blocked" });
    expect(await blocksOf(asked.seller.sellerId)).toEqual([{ userId: null, liftedAt: null }]);
  });

  it("is taken back by the thread in which it was made", async () => {
    const asked = await makeInquiry();
    await blockBuyer(testDb, asked.seller, newKey(), asked.inquiryId, NOW);
    await erase(asked.buyer);
    const { rows } = await listBlocked(testDb, asked.seller.sellerId, { page: 1 });
    expect(rows).toMatchObject([{ inquiryId: asked.inquiryId, name: undefined, company: undefined }]);

    await unblockBuyer(testDb, asked.seller, newKey(), asked.inquiryId, NOW);

    expect(await askAsGuest(asked)).toMatchObject({ ok: true });
  });

  it("is one, where she was blocked as a guest, too", async () => {
    const asked = await makeInquiry();
    const { seller, buyer, listing } = asked;
    await blockBuyer(testDb, seller, newKey(), asked.inquiryId, NOW);
    const email = `${buyer.userId}@example.org`;
    const from = { buyer: undefined, clientAddress: unique(), reader: READER };
    await testDb.updateTable("contactBlocks").set({ liftedAt: NOW }).where("sellerId", "=", seller.sellerId).execute();
    const guest = await submitInquiry(testDb, from, newKey(), askOf(listing, { email }), NOW);
    if (!guest.ok) throw new Error(guest.refusal);
    const confirmed = { status: "open", confirmedAt: NOW, waitsSince: NOW };
    await testDb.updateTable("inquiries").set(confirmed).where("id", "=", guest.value.inquiryId).execute();
    await blockBuyer(testDb, seller, newKey(), guest.value.inquiryId, NOW);
    await testDb
      .insertInto("contactBlocks")
      .values({ sellerId: seller.sellerId, userId: buyer.userId, inquiryId: asked.inquiryId, blockedAt: NOW })
      .execute();

    await erase(buyer);

    // What was taken back, and what the mailbox holds already, is not kept under her account's name.
    expect(await blocksOf(seller.sellerId)).toEqual([{ userId: null, liftedAt: null }]);
  });

  it("is nothing where the account had no mailbox of its own", async () => {
    const asked = await makeInquiry();
    await blockBuyer(testDb, asked.seller, newKey(), asked.inquiryId, NOW);
    await testDb.updateTable("users").set({ emailVerified: false }).where("id", "=", asked.buyer.userId).execute();

    await erase(asked.buyer);

    expect(await blocksOf(asked.seller.sellerId)).toEqual([]);
  });
});

describe("a thread that was given to who has left", () => {
  it("says that it was given to somebody, not to whom", async () => {
    const { seller, inquiryId } = await makeInquiry();
    const { userId } = await makeSellerActor(testDb, seller.sellerId, "editor");
    await assignInquiry(testDb, seller, newKey(), { inquiryId, to: userId }, NOW);
    const said = async () => {
      const thread = await findSellersThread(testDb, { ...seller, inquiryId }, LATEST, NOW);
      return (
        thread && (await threadView(testDb, thread, { side: "seller", reader: READER }, NOW)).messages.at(-1)?.event
      );
    };
    expect(await said()).toContain("Aynur Quliyeva");

    await erase({ userId });

    expect(await said()).toContain(m["inquiries.thread.gone"]());
  });
});
