import { describe, expect, it } from "vitest";
import { findSellerAtSlug, saveContacts, savePlace, saveStory, saveTranslation } from "~/modules/sellers/index.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeApprovedShop, makeShop, makeSubmittedShop, shopOf, STORY } from "~tests/support/shop";

const contacts = (seller: SellerActor, version: number, phone?: string, email?: string) =>
  saveContacts(testDb, seller, newKey(), { version, phone, email });
const translate = (seller: SellerActor, version: number, name: string | undefined, story?: string) =>
  saveTranslation(testDb, seller, newKey(), { version, locale: "en", name, tagline: undefined, story });

async function publicShop(sellerId: string, locale: "az" | "en" | "ru") {
  const { slug } = await shopOf(testDb, sellerId);
  const found = await findSellerAtSlug(testDb, { slug, locale, today: "2026-11-26" });
  return found?.kind === "found" ? found.seller : undefined;
}

describe("the contacts of a shop", () => {
  it("are seen by buyers once the shop is approved", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb);

    await contacts(seller, 4, "+994123456789", "usta@example.org");

    expect(await publicShop(sellerId, "az")).toMatchObject({ phone: "+994123456789", email: "usta@example.org" });
  });

  it("that are others than before are confirmed by nobody; those that stay are", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const seller = await makeSellerActor(testDb, sellerId);
    await testDb
      .updateTable("sellers")
      .set({ phone: "+994501112233", phoneConfirmedAt: FACTORY_NOW, emailConfirmedAt: FACTORY_NOW })
      .where("id", "=", sellerId)
      .execute();

    await contacts(seller, 1, "+994501112233", "new@example.org");

    const row = await testDb
      .selectFrom("sellers")
      .select(["phoneConfirmedAt", "emailConfirmedAt"])
      .where("id", "=", sellerId)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ phoneConfirmedAt: FACTORY_NOW, emailConfirmedAt: null });
  });

  it("by which whoever saves them signs in are confirmed by that, and only those", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const seller = await makeSellerActor(testDb, sellerId);
    const phone = "+994501114455";
    const { email } = await testDb
      .updateTable("users")
      .set({ phoneNumber: phone, phoneNumberVerified: true, emailVerified: true })
      .where("id", "=", seller.userId)
      .returning("email")
      .executeTakeFirstOrThrow();
    const confirmed = () =>
      testDb
        .selectFrom("sellers")
        .select(["phoneConfirmedAt", "emailConfirmedAt"])
        .where("id", "=", sellerId)
        .executeTakeFirstOrThrow();

    await contacts(seller, 1, phone, email);
    expect(await confirmed()).toEqual({ phoneConfirmedAt: expect.any(Date), emailConfirmedAt: expect.any(Date) });

    await contacts(seller, 2, "+994501114456", email);
    expect(await confirmed()).toEqual({ phoneConfirmedAt: null, emailConfirmedAt: expect.any(Date) });

    await testDb.updateTable("users").set({ phoneNumberVerified: false }).where("id", "=", seller.userId).execute();
    await contacts(seller, 3, phone, email);
    expect(await confirmed()).toMatchObject({ phoneConfirmedAt: null });
  });

  it("may be set right while the Federation looks at the shop", async () => {
    const { seller, sellerId } = await makeSubmittedShop(testDb);

    expect(await contacts(seller, 4, "+994551234567")).toMatchObject({ ok: true });
    expect((await shopOf(testDb, sellerId)).phone).toBe("+994551234567");
  });

  it("are not overwritten by who saw an earlier state", async () => {
    const { seller } = await makeShop(testDb);
    const results = await Promise.all([
      contacts(seller, 1, "+994551234567"),
      contacts(seller, 1, undefined, "a@example.org"),
    ]);

    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(1);
  });
});

describe("a shop in another language", () => {
  it("is read in it, and in Azerbaijani where it says nothing", async () => {
    const { seller, sellerId } = await makeApprovedShop(testDb, "Lahıc Misi");

    await translate(seller, 4, "Lahij Copper", "Three generations of coppersmiths.");

    expect(await publicShop(sellerId, "en")).toMatchObject({
      name: "Lahij Copper",
      story: "Three generations of coppersmiths.",
    });
    expect(await publicShop(sellerId, "ru")).toMatchObject({ name: "Lahıc Misi", story: STORY });
  });

  it("is older than the Azerbaijani words as soon as those change, until it is saved again", async () => {
    const { seller, sellerId } = await makeShop(testDb, "Bir Ad");
    const isOlder = async () => (await shopOf(testDb, sellerId)).translations.en?.isOlder;
    await translate(seller, 1, "A Name");
    const seen = [await isOlder()];

    await saveStory(testDb, seller, newKey(), { version: 2, tagline: undefined, story: STORY });
    seen.push(await isOlder());
    await translate(seller, 3, "A Name", "Three generations.");
    seen.push(await isOlder());
    await savePlace(testDb, seller, newKey(), { version: 4, name: "Başqa Ad", placeId: "baki-seher" });
    seen.push(await isOlder());

    expect(seen).toEqual([false, true, false, true]);
  });

  it("does not grow old when the Azerbaijani words are saved as they were", async () => {
    const { seller, sellerId } = await makeShop(testDb, "Bir Ad");
    await translate(seller, 1, "A Name");

    await savePlace(testDb, seller, newKey(), { version: 2, name: "Bir Ad", placeId: "baki-seher" });

    expect((await shopOf(testDb, sellerId)).translations.en?.isOlder).toBe(false);
  });

  it("is taken away by a form without a word", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    await translate(seller, 1, "A Name");
    await translate(seller, 2, undefined);

    expect((await shopOf(testDb, sellerId)).translations).toEqual({});
  });

  it("is not overwritten by who saw an earlier state", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const manager = await makeSellerActor(testDb, sellerId, "manager");

    const results = await Promise.all([translate(seller, 1, "One"), translate(manager, 1, "Two")]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is closed while the Federation looks at the shop", async () => {
    const { seller } = await makeSubmittedShop(testDb);
    expect(await translate(seller, 4, "A Name")).toEqual({ ok: false, refusal: "not-editable" });
  });
});
