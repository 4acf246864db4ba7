import { describe, expect, it } from "vitest";
import { submitInquiry, writeAsBuyer, writeAsSeller } from "~/modules/inquiries/index.server";
import { digestOfEmail } from "~/modules/inquiries/contact-key.server";
import { FIRST_CONTACTS } from "~/modules/inquiries/rules";
import type { BuyerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeBuyer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeInquiry, READER } from "~tests/support/inquiry";
import { waitFor } from "~tests/support/waiting";

async function makeListing() {
  const listing = await makePublishedListing(testDb);
  await makeSellerActor(testDb, listing.sellerId);
  return listing;
}

type Who = { buyer?: BuyerActor; email?: string; clientAddress?: string };

const ask = (
  listing: Awaited<ReturnType<typeof makeListing>>,
  { buyer, email, clientAddress = unique() }: Who,
  now = FACTORY_NOW,
) => submitInquiry(testDb, { buyer, clientAddress, reader: READER }, newKey(), askOf(listing, { email }), now);

const TOO_MANY = { ok: false, refusal: "too-many-first-contacts" };

describe("new inquiries in a day", () => {
  it("are five of a guest's mailbox, wherever they come from, and as many again the next day", async () => {
    const listing = await makeListing();
    const email = `${unique()}@example.org`;
    for (let made = 0; made < FIRST_CONTACTS.guest; made += 1) expect((await ask(listing, { email })).ok).toBe(true);

    expect(await ask(listing, { email })).toEqual(TOO_MANY);

    expect((await ask(listing, { email }, new Date(FACTORY_NOW.getTime() + 86_400_001))).ok).toBe(true);
  });

  it("are more of an account that sellers have answered", async () => {
    const listing = await makeListing();
    const buyer = await makeBuyer(testDb);
    for (let made = 0; made < FIRST_CONTACTS.new; made += 1) expect((await ask(listing, { buyer })).ok).toBe(true);
    expect(await ask(listing, { buyer })).toEqual(TOO_MANY);

    await testDb
      .updateTable("inquiries")
      .set({ firstAnsweredAt: FACTORY_NOW })
      .where("buyerUserId", "=", buyer.userId)
      .execute();

    expect((await ask(listing, { buyer })).ok).toBe(true);
  });

  it("are not passed by two windows at once", async () => {
    const listing = await makeListing();
    const email = `${unique()}@example.org`;
    for (let made = 1; made < FIRST_CONTACTS.guest; made += 1) await ask(listing, { email });

    const both = await Promise.all([ask(listing, { email }), ask(listing, { email })]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("are thirty in an hour of one address", async () => {
    const listing = await makeListing();
    const clientAddress = unique();
    const one = () => ask(listing, { email: `${unique()}@example.org`, clientAddress });
    for (let made = 0; made < 30; made += 1) expect((await one()).ok).toBe(true);
    expect(await one()).toEqual({ ok: false, refusal: "throttled" });
  });
});

describe("who is blocked", () => {
  const block = (values: { sellerId: string | null; userId?: string; emailDigest?: string }) =>
    testDb
      .insertInto("contactBlocks")
      .values({ userId: null, emailDigest: null, blockedAt: FACTORY_NOW, ...values })
      .execute();

  it("is refused by that seller, by account or by mailbox, and by all when the site blocks her", async () => {
    const [listing, other] = [await makeListing(), await makeListing()];
    const buyer = await makeBuyer(testDb);
    const email = `${unique()}@example.org`;
    await block({ sellerId: listing.sellerId, userId: buyer.userId });
    await block({ sellerId: listing.sellerId, emailDigest: digestOfEmail(email) });

    for (const who of [{ buyer }, { email: email.toUpperCase() }]) {
      expect(await ask(listing, who)).toEqual({ ok: false, refusal: "blocked" });
      expect((await ask(other, who)).ok).toBe(true);
    }
    await block({ sellerId: null, userId: buyer.userId });
    for (const seller of [listing, other]) {
      expect(await ask(seller, { buyer })).toEqual({ ok: false, refusal: "blocked-everywhere" });
    }
  });

  it("writes in no open thread either", async () => {
    const asked = await makeInquiry();
    await block({ sellerId: asked.seller.sellerId, userId: asked.buyer.userId });
    const words = { inquiryId: asked.inquiryId, body: "Hello?", locale: "en" as const };
    expect(await writeAsBuyer(testDb, asked.inquirer, newKey(), words)).toEqual({ ok: false, refusal: "blocked" });
  });
});

describe("the time of first replies", () => {
  const figures = (sellerId: string) =>
    testDb
      .selectFrom("sellerFigures")
      .select(["recentInquiryCount", "medianFirstReplyHours"])
      .where("sellerId", "=", sellerId)
      .executeTakeFirst();

  it("is the median from five answers on, in begun hours", async () => {
    const listing = await makePublishedListing(testDb);
    const hours = [1, 30, 2.2, 5, 3];
    for (const [at, hour] of hours.entries()) {
      const asked = await makeInquiry({}, { listing });
      const when = new Date(FACTORY_NOW.getTime() + hour * 3_600_000);
      const words = { inquiryId: asked.inquiryId, body: "Salam", locale: "az" as const, pressed: [] };
      await writeAsSeller(testDb, asked.seller, newKey(), words, when);
      const median = at < 4 ? null : 3;
      expect(await figures(listing.sellerId)).toEqual({ recentInquiryCount: at + 1, medianFirstReplyHours: median });
    }
  });

  it("counts two answers at the same moment both", async () => {
    const listing = await makePublishedListing(testDb);
    const [one, other] = [await makeInquiry({}, { listing }), await makeInquiry({}, { listing })];
    for (let more = 0; more < 3; more += 1) {
      const asked = await makeInquiry({}, { listing });
      const words = { inquiryId: asked.inquiryId, body: "Salam", locale: "az" as const, pressed: [] };
      await writeAsSeller(testDb, asked.seller, newKey(), words);
    }
    const answer = ({ seller, inquiryId }: typeof one) =>
      writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Salam", locale: "az", pressed: [] });

    await waitFor(
      (trx) => trx.selectFrom("sellers").select("id").where("id", "=", listing.sellerId).forNoKeyUpdate().execute(),
      () => answer(one),
    );
    await answer(other);

    expect((await figures(listing.sellerId))?.medianFirstReplyHours).not.toBeNull();
  });
});
