import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { listListingCards, listListingSummaries, openListing, openSeller } from "~/modules/catalog/index.server";
import { findClosure, removeClosure, saveClosure } from "~/modules/sellers/index.server";
import { projectListings } from "~/modules/search/projection.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { Reader } from "~/platform/i18n/reader";
import { makeApprovedSeller, makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const NOW = new Date("2027-02-05T09:00:00Z");
const reader: Reader = { lang: "en", destination: "DE", currency: "EUR", to: undefined, cur: undefined };
const closure = {
  fromOn: "2027-02-01",
  untilOn: "2027-02-13",
  noteAz: "Bayramınız mübarək!",
  noteEn: "Happy Novruz!",
  noteRu: undefined,
};

async function makeShop() {
  const { sellerId, slug } = await makeApprovedSeller(testDb, {
    dispatchDays: 2,
    routes: [{ zones: [{ countries: ["DE"], daysMax: 5, rates: [{ upToGrams: 30_000, amountMinor: 900 }] }] }],
  });
  const { listingId } = await makePublishedListing(testDb, { sellerId, stock: 5 });
  return { sellerId, slug, listingId, seller: await makeSellerActor(testDb, sellerId, "manager") };
}

const pageOf = async (slug: string, now: Date, lang: Reader["lang"] = "en") => {
  const question = { slug, reader: { ...reader, lang }, origin: "http://site", now };
  const opened = await runWithLocale(lang, () => openSeller(testDb, question));
  return opened?.kind === "found" ? opened.page : undefined;
};

async function jobsFor(sellerId: string) {
  const { rows } = await sql`
    select key from graphile_worker.jobs where key = ${`index-seller:${sellerId}`}`.execute(testDb);
  return rows;
}

describe("a closure", () => {
  it("is told on the seller's page while it lasts, fourteen days before, and never after", async () => {
    const { seller, slug } = await makeShop();
    await saveClosure(testDb, seller, newKey(), { version: 1, ...closure }, NOW);

    const on = async (day: string) => (await pageOf(slug, new Date(`${day}T09:00:00Z`)))?.seller.closure?.text;
    expect(await on("2027-01-17")).toBeUndefined();
    expect(await on("2027-01-18")).toContain("Closed from");
    expect(await on("2027-02-13")).toContain("back on 14 February");
    expect(await on("2027-02-14")).toBeUndefined();
  });

  it("goes by the day in Baku", async () => {
    const { seller, slug } = await makeShop();
    await saveClosure(testDb, seller, newKey(), { version: 1, ...closure }, NOW);

    expect((await pageOf(slug, new Date("2027-02-13T19:59:00Z")))?.seller.closure).toBeDefined();
    expect((await pageOf(slug, new Date("2027-02-13T20:01:00Z")))?.seller.closure).toBeUndefined();
  });

  it("says its note in the reader's language, else in Azerbaijani", async () => {
    const { seller, slug } = await makeShop();
    await saveClosure(testDb, seller, newKey(), { version: 1, ...closure }, NOW);

    expect((await pageOf(slug, NOW, "en"))?.seller.closure?.note).toBe("Happy Novruz!");
    expect((await pageOf(slug, NOW, "ru"))?.seller.closure?.note).toBe("Bayramınız mübarək!");
  });

  it("is told on a listing, whose dates count from the day the shop is back", async () => {
    const made = await makeShop();
    const question = { reader, url: new URL("http://site/en/x"), origin: "http://site", now: NOW };
    const { slug } = await testDb
      .selectFrom("listingSlugs")
      .select("slug")
      .where("listingId", "=", made.listingId)
      .executeTakeFirstOrThrow();
    const readyOf = async () => {
      const opened = await runWithLocale("en", () => openListing(testDb, { ...question, slug }));
      return opened?.kind === "found" ? [opened.page.listing.offer.ready, opened.page.closure?.text] : [];
    };
    expect((await readyOf())[0]).toContain("7 February");

    await saveClosure(testDb, made.seller, newKey(), { version: 1, ...closure }, NOW);

    const [ready, notice] = await readyOf();
    expect(ready).toContain("16 February");
    expect(notice).toContain("back on 14 February");
  });

  it("moves the dates of cards, of the API and of search alike", async () => {
    const { seller, sellerId, listingId } = await makeShop();
    await saveClosure(testDb, seller, newKey(), { version: 1, ...closure }, NOW);
    const today = "2027-02-05";

    const [card] = await listListingCards(testDb, reader, [listingId], { quantity: 1, today });
    const [summary] = await listListingSummaries(testDb, reader, [listingId], { today });

    expect(card?.ready).toContain("16 February");
    expect(summary?.readyInDays).toBe(11);
    expect(await jobsFor(sellerId)).toHaveLength(1);
  });

  it("is in the documents that the job writes, by the clock of that day", async () => {
    const { seller, listingId } = await makeShop();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const said = { ...closure, fromOn: day(-1), untilOn: day(9) };
    await saveClosure(testDb, seller, newKey(), { version: 1, ...said });

    await projectListings(testDb, [listingId]);

    const { readyDays } = await testDb
      .selectFrom("searchDocuments")
      .select("readyDays")
      .where("listingId", "=", listingId)
      .executeTakeFirstOrThrow();
    expect(readyDays).toBeGreaterThanOrEqual(11);
    expect(readyDays).toBeLessThanOrEqual(12);
  });

  it("is changed and taken away", async () => {
    const { seller, slug, sellerId } = await makeShop();
    await saveClosure(testDb, seller, newKey(), { version: 1, ...closure }, NOW);
    await saveClosure(testDb, seller, newKey(), { version: 2, ...closure, untilOn: "2027-02-20" }, NOW);
    expect((await pageOf(slug, NOW))?.seller.closure?.text).toContain("21 February");

    await removeClosure(testDb, seller, newKey(), { version: 3 }, NOW);

    expect((await pageOf(slug, NOW))?.seller.closure).toBeUndefined();
    expect(await findClosure(testDb, sellerId)).toEqual({ version: 4, closure: undefined });
  });

  it("is not overwritten by a form that was made before somebody else's change", async () => {
    const { seller, sellerId } = await makeShop();
    const saves = ["2027-02-13", "2027-02-14", "2027-02-15"].map((untilOn) =>
      saveClosure(testDb, seller, newKey(), { version: 1, ...closure, untilOn }, NOW),
    );

    const results = await Promise.all(saves);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(2);
    expect((await findClosure(testDb, sellerId))?.version).toBe(2);
    expect(await removeClosure(testDb, seller, newKey(), { version: 1 }, NOW)).toEqual({
      ok: false,
      refusal: "changed-elsewhere",
    });
  });

  it.each([
    [{ untilOn: "2027-01-31" }, "until-before-from"],
    [{ untilOn: "2029-02-01" }, "too-long"],
    [{ fromOn: "2027-01-01", untilOn: "2027-02-04" }, "over-already"],
  ])("is refused when it is %j", async (changes, refusal) => {
    const { seller, sellerId } = await makeShop();
    const saved = await saveClosure(testDb, seller, newKey(), { version: 1, ...closure, ...changes }, NOW);

    expect(saved).toEqual({ ok: false, refusal });
    expect(await findClosure(testDb, sellerId)).toEqual({ version: 1, closure: undefined });
    expect(await jobsFor(sellerId)).toEqual([]);
  });
});
