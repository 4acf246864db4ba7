import { describe, expect, it } from "vitest";
import {
  closeAsBuyer,
  findBuyersThread,
  findSellersThread,
  stepAsSeller,
  submitInquiry,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import { FACTORY_NOW, makeBuyer, makeInquirer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeGuestInquiry, makeInquiry, openAsGuest, READER } from "~tests/support/inquiry";
import { waitFor } from "~tests/support/waiting";

const LATEST = { before: undefined, lang: "en" as const };
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);

const rowOf = (inquiryId: string) =>
  testDb
    .selectFrom("inquiries")
    .select(["status", "waitsSince", "firstAnsweredAt", "messageCount", "sellerRead", "buyerRead"])
    .where("id", "=", inquiryId)
    .executeTakeFirstOrThrow();

const answer = (
  { seller, inquiryId }: Pick<Awaited<ReturnType<typeof makeInquiry>>, "seller" | "inquiryId">,
  changes: { body?: string | undefined; pressed?: string[]; key?: ReturnType<typeof newKey>; now?: Date } = {},
) =>
  writeAsSeller(
    testDb,
    seller,
    changes.key ?? newKey(),
    { inquiryId, body: "Bəli, altı həftəyə.", locale: "az", pressed: [], ...changes },
    changes.now ?? later(60),
  );

describe("an inquiry of an account", () => {
  it("is open at once, waits for its seller and carries what was asked for", async () => {
    const asked = await makeInquiry({ neededBy: "2027-01-20", incoterm: "FCA", company: "Elbkontor" });

    const thread = await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST, later(1));

    expect(thread).toMatchObject({
      status: "open",
      kind: "question",
      buyer: { name: "Jonas Petersen", company: "Elbkontor", isGuest: false, answeredBefore: 0 },
      destination: "DE",
      neededBy: "2027-01-20",
      incoterm: "FCA",
      lines: [{ listingId: asked.listing.listingId, quantity: 40 }],
      messages: [{ side: "buyer", body: "Can you make forty of these for our café?", locale: "en" }],
    });
    expect(await rowOf(asked.inquiryId)).toMatchObject({ status: "open", waitsSince: FACTORY_NOW });
  });

  it("is made once, however often the form is posted", async () => {
    const listing = await makePublishedListing(testDb);
    await makeSellerActor(testDb, listing.sellerId);
    const buyer = await makeBuyer(testDb);
    const key = newKey();
    const post = () =>
      submitInquiry(testDb, { buyer, clientAddress: unique(), reader: READER }, key, askOf(listing), FACTORY_NOW);

    const [first, second] = await Promise.all([post(), post()]);

    expect(first).toEqual(second);
    const rows = await testDb.selectFrom("inquiries").select("id").where("buyerUserId", "=", buyer.userId).execute();
    expect(rows).toHaveLength(1);
  });

  it("is refused when a listing is another seller's, is not public, or the shop is one's own", async () => {
    const [listing, other] = [await makePublishedListing(testDb), await makePublishedListing(testDb)];
    const seller = await makeSellerActor(testDb, listing.sellerId);
    const ask = async (lines: { listingId: string; quantity: number }[], userId?: string) => {
      const buyer = userId === undefined ? await makeBuyer(testDb) : { ...(await makeBuyer(testDb)), userId };
      const from = { buyer, clientAddress: unique(), reader: READER };
      const asked = askOf(listing, { lines: lines.map((line) => ({ ...line, variantId: undefined })) });
      return submitInquiry(testDb, from, newKey(), asked, FACTORY_NOW);
    };

    expect(await ask([{ listingId: other.listingId, quantity: 1 }])).toEqual({ ok: false, refusal: "other-seller" });
    expect(await ask([{ listingId: listing.listingId, quantity: 1 }], seller.userId)).toEqual({
      ok: false,
      refusal: "own-shop",
    });
    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", listing.listingId).execute();
    expect(await ask([{ listingId: listing.listingId, quantity: 1 }])).toEqual({
      ok: false,
      refusal: "listing-missing",
    });
  });
});

describe("a thread", () => {
  it("goes from open to answered and back, and waits since the first word that is not answered", async () => {
    const asked = await makeInquiry();
    await answer(asked, { now: later(60) });
    expect(await rowOf(asked.inquiryId)).toMatchObject({
      status: "answered",
      waitsSince: null,
      firstAnsweredAt: later(60),
    });

    const say = (body: string, now: Date) =>
      writeAsBuyer(testDb, asked.inquirer, newKey(), { inquiryId: asked.inquiryId, body, locale: "en" }, now);
    await say("And in March?", later(90));
    await say("Or April?", later(120));

    expect(await rowOf(asked.inquiryId)).toMatchObject({ status: "open", waitsSince: later(90), messageCount: 4 });
    await answer(asked, { now: later(180) });
    // The first answer stays the first.
    expect(await rowOf(asked.inquiryId)).toMatchObject({ status: "answered", firstAnsweredAt: later(60) });
  });

  it("shows each side how far the other has read", async () => {
    const asked = await makeInquiry();
    const before = await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST, later(1));
    expect(before?.read.seller).toEqual({ position: 0, at: undefined });

    await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST, later(2));

    const after = await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST, later(3));
    expect(after?.read.seller).toEqual({ position: 1, at: later(2) });
  });

  it("gives two messages at the same moment two places", async () => {
    const asked = await makeInquiry();
    const say = (body: string) =>
      writeAsBuyer(testDb, asked.inquirer, newKey(), { inquiryId: asked.inquiryId, body, locale: "en" }, later(5));

    const [one, other] = await waitFor(
      (trx) => trx.selectFrom("inquiries").select("id").where("id", "=", asked.inquiryId).forUpdate().execute(),
      () => say("one"),
    ).then(async (first) => [first, await say("two")]);

    expect([one, other]).toEqual([
      { ok: true, value: { position: 2 } },
      { ok: true, value: { position: 3 } },
    ]);
  });

  it("takes a message that is posted twice once", async () => {
    const asked = await makeInquiry();
    const key = newKey();
    await Promise.all([answer(asked, { key }), answer(asked, { key })]);
    expect((await rowOf(asked.inquiryId)).messageCount).toBe(2);
  });

  it("refuses a message that says nothing", async () => {
    expect(await answer(await makeInquiry(), { body: undefined })).toEqual({ ok: false, refusal: "nothing-said" });
  });

  it("that was declined is over for the buyer, and taken up again when the seller writes", async () => {
    const asked = await makeInquiry();
    const { inquiryId } = asked;
    await stepAsSeller(testDb, asked.seller, newKey(), { inquiryId, deed: "decline", words: "Bu il yer yoxdur." });
    expect(await writeAsBuyer(testDb, asked.inquirer, newKey(), { inquiryId, body: "Please!", locale: "en" })).toEqual({
      ok: false,
      refusal: "inquiry-over",
    });

    await answer(asked);

    expect((await rowOf(inquiryId)).status).toBe("answered");
  });

  it("that was closed may be taken up by its buyer", async () => {
    const asked = await makeInquiry();
    expect(await closeAsBuyer(testDb, asked.inquirer, newKey(), asked.inquiryId)).toEqual({ ok: true, value: null });
    await writeAsBuyer(testDb, asked.inquirer, newKey(), {
      inquiryId: asked.inquiryId,
      body: "One more thing",
      locale: "en",
    });
    expect((await rowOf(asked.inquiryId)).status).toBe("open");
  });

  it("shows the buyer nothing of spam: it looks to her as before", async () => {
    const asked = await makeInquiry();
    await stepAsSeller(testDb, asked.seller, newKey(), {
      inquiryId: asked.inquiryId,
      deed: "mark-spam",
      words: undefined,
    });
    const [hers, theirs] = [
      await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST),
      await findSellersThread(testDb, { ...asked.seller, inquiryId: asked.inquiryId }, LATEST),
    ];
    expect(hers?.messages.map(({ event }) => event)).toEqual([undefined]);
    expect(theirs?.messages.map(({ event }) => event)).toEqual([undefined, "marked_spam"]);
  });

  it("takes what is written on into spam, and tells nobody of it", async () => {
    const asked = await makeInquiry();
    const { inquiryId } = asked;
    await stepAsSeller(testDb, asked.seller, newKey(), { inquiryId, deed: "mark-spam", words: undefined });
    const written = await writeAsBuyer(testDb, asked.inquirer, newKey(), {
      inquiryId,
      body: "Still there?",
      locale: "en",
    });
    expect(written).toEqual({ ok: true, value: { position: 3 } });
    expect(await rowOf(inquiryId)).toMatchObject({ status: "spam", waitsSince: null, messageCount: 3 });
    const told = await testDb
      .selectFrom("inquiryNotices")
      .innerJoin("inquiryMessages", "inquiryMessages.id", "inquiryNotices.messageId")
      .select("inquiryMessages.position")
      .where("inquiryNotices.inquiryId", "=", inquiryId)
      .execute();
    expect(told).toEqual([{ position: 1 }]);
  });

  it("is nobody else's: strangers, other buyers, other shops and guests get nothing", async () => {
    const asked = await makeInquiry();
    const stranger = makeInquirer(await makeBuyer(testDb));
    const guest = makeInquirer({ visitDigest: unique() });
    const otherShop = await makeSellerActor(testDb, (await makePublishedListing(testDb)).sellerId);
    for (const who of [stranger, guest]) {
      expect(await findBuyersThread(testDb, who, asked.inquiryId, LATEST)).toBeUndefined();
      expect(
        await writeAsBuyer(testDb, who, newKey(), { inquiryId: asked.inquiryId, body: "hello", locale: "en" }),
      ).toEqual({ ok: false, refusal: "inquiry-missing" });
    }
    expect(await findSellersThread(testDb, { ...otherShop, inquiryId: asked.inquiryId }, LATEST)).toBeUndefined();
    expect(await answer({ ...asked, seller: otherShop })).toEqual({ ok: false, refusal: "inquiry-missing" });
  });

  it("keeps a message as it was written", async () => {
    const asked = await makeInquiry();
    await expect(
      testDb
        .updateTable("inquiryMessages")
        .set({ body: "something else" })
        .where("inquiryId", "=", asked.inquiryId)
        .execute(),
    ).rejects.toThrow(/a message stays as it was written/);
  });
});

describe("facts that a seller presses", () => {
  it("are kept as figures of that moment", async () => {
    const asked = await makeInquiry();
    await answer(asked, { body: undefined, pressed: ["price:1", "price:1", "nonsense:9"] });

    const thread = await findBuyersThread(testDb, asked.inquirer, asked.inquiryId, LATEST);

    expect(thread?.messages.at(-1)?.facts[0]).toMatchObject({
      kind: "price",
      quantity: 40,
      amountMinor: "3000",
      currency: "EUR",
    });
  });
});

describe("a guest's inquiry", () => {
  it("reaches nobody before its link is pressed, and then its seller", async () => {
    const { seller, inquiryId, token } = await makeGuestInquiry();
    expect(await findSellersThread(testDb, { ...seller, inquiryId }, LATEST)).toBeUndefined();

    const guest = await openAsGuest(token);

    expect((await findSellersThread(testDb, { ...seller, inquiryId }, LATEST))?.buyer.isGuest).toBe(true);
    expect((await findBuyersThread(testDb, guest, inquiryId, LATEST))?.status).toBe("open");
  });

  it("is sent once, when its link is pressed twice", async () => {
    const { inquiryId, token } = await makeGuestInquiry();
    await Promise.all([openAsGuest(token), openAsGuest(token)]);
    const notices = await testDb.selectFrom("inquiryNotices").select("id").where("inquiryId", "=", inquiryId).execute();
    expect(notices).toHaveLength(1);
  });
});
