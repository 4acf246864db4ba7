import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { saveListing } from "~/modules/catalog/index.server";
import { editionKey, findEdition } from "~/modules/publications/catalogue/editions.server";
import { openCatalogue, orderCatalogue, readCatalogueFile } from "~/modules/publications/catalogue/open.server";
import type { CatalogueOf } from "~/modules/publications/catalogue/request.server";
import { setCatalogue, sweepCatalogues } from "~/modules/publications/index.server";
import { localFiles } from "~/platform/files/local.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { choiceInAddress } from "~/platform/i18n/reader";
import type { Locale } from "~/platform/i18n/locales";
import { makeBuyer, makeCollection, makePublishedListing, makeRates } from "~db/factories";
import { testDb } from "~tests/support/database";
import { pdfText } from "~tests/support/pdf";
import { makePrintedShop } from "~tests/support/printed-shop";

const folder = mkdtempSync(join(tmpdir(), "karvan-catalogues-"));
const files = localFiles(folder);
const origin = "https://karvan.example";
afterAll(() => rmSync(folder, { recursive: true }));

const question = (of: CatalogueOf, lang: Locale, destination = "DE", currency = "EUR") => {
  const reader = { lang, destination, currency, ...choiceInAddress(lang, { destination, currency }) };
  return { of, reader, origin };
};
type Question = ReturnType<typeof question>;

const order = (asked: Question, from = "192.0.2.1") =>
  runWithLocale(asked.reader.lang, () => orderCatalogue(testDb, asked, from));
const pageOf = (asked: Question) => runWithLocale(asked.reader.lang, () => openCatalogue(testDb, asked));
const fileOf = (asked: Question, format: "pdf" | "json" = "pdf") =>
  runWithLocale(asked.reader.lang, () => readCatalogueFile(testDb, files, { ...asked, format }));
const editions = () => testDb.selectFrom("catalogueEditions").select(["id", "digest", "status"]).execute();

/** Sets whatever waits, as the worker would. */
async function work(): Promise<void> {
  for (const { id, status } of await editions()) {
    if (status === "waiting") await setCatalogue(testDb, files, id, { origin, signal: undefined });
  }
}

async function textOf(asked: Question): Promise<string> {
  await order(asked);
  await work();
  const file = await fileOf(asked);
  if (!file.ok || typeof file.value.body === "string") throw new Error("there is no PDF");
  return (await pdfText(Buffer.from(file.value.body))).replaceAll(/[\s\u00a0\u202f]+/g, " ");
}

describe("the catalogue of a seller", () => {
  it.each([
    ["az", "AZ", "AZN", ["Lahıc Misgərlik Emalatxanası", "İxrac kataloqu", "Mündəricat", "42 ₼", "ən azı 20 ədəd"]],
    ["az", "AZ", "AZN", ["Qiymət sorğu ilə", "Üz qabığı və səhifə dizaynı", "Ğ, ı, ə və İ hərfləri", "741810"]],
    ["en", "DE", "EUR", ["Lahij Coppersmiths’ Workshop", "Contents", "€29", "€24.50", "100 and more", "741810"]],
    [
      "ru",
      "DE",
      "RUB",
      ["Лагичская мастерская медников", "Содержание", "29 €", "≈ 2 863 ₽", "Ж, Ы и Я", "20 ноября 2026"],
    ],
  ] as const)("says in %s to %s what the listings say", async (lang, destination, currency, words) => {
    await makeRates(testDb, { EUR: 1.9748, RUB: 0.02 });
    const { slug } = await makePrintedShop(testDb, files);

    const text = await textOf(question({ kind: "seller", slug }, lang, destination, currency));
    for (const word of words) expect(text).toContain(word);
    expect(text).toMatch(/5 ?\/ ?5/);
  });

  it("holds the whole of the longest title", async () => {
    const { slug } = await makePrintedShop(testDb, files);
    const text = await textOf(question({ kind: "seller", slug }, "az", "AZ", "AZN"));
    const letters = text.replaceAll(/[\s\u00ad-]/g, "");
    const title = "Qırmızı-göy ilmələrlə toxunmuş Qarabağ xalçaçılıqsənətişünaslığı ənənəsində böyük salon xalçası";
    expect(letters.split(title.replaceAll(/[\s-]/g, "")).length - 1).toBe(2);
  });

  it("is set once, however many ask for the same content", async () => {
    const { slug } = await makePrintedShop(testDb, files);
    const before = (await editions()).length;
    const asked = question({ kind: "seller", slug }, "en");

    await Promise.all([order(asked, "192.0.2.2"), order(asked, "192.0.2.3"), order(asked, "192.0.2.4")]);
    await work();
    await order(asked, "192.0.2.5");

    expect((await editions()).length).toBe(before + 1);
    expect((await pageOf(asked))?.edition.status).toBe("ready");
  });

  it("is not served after a suspension, and without a listing that was taken down", async () => {
    const shop = await makePrintedShop(testDb, files);
    const asked = question({ kind: "seller", slug: shop.slug }, "en");
    expect(await textOf(asked)).toContain("copper bowl");

    await testDb
      .updateTable("listings")
      .set({ status: "paused" })
      .where("id", "=", shop.listingIds[0] ?? "")
      .execute();
    expect(await fileOf(asked)).toEqual({ ok: false, refusal: "not-ready" });
    expect((await pageOf(asked))?.edition.status).toBe("none");
    expect(await textOf(asked)).not.toContain("copper bowl");

    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", shop.sellerId).execute();
    expect(await pageOf(asked)).toBeUndefined();
    expect(await order(asked)).toEqual({ ok: false, refusal: "catalogue-missing" });
    for (const format of ["pdf", "json"] as const) {
      expect(await fileOf(asked, format)).toEqual({ ok: false, refusal: "catalogue-missing" });
    }
  });

  it("that changed before the worker came to it is forgotten, not set under the old content", async () => {
    const shop = await makePrintedShop(testDb, files);
    const asked = question({ kind: "seller", slug: shop.slug }, "en");
    await order(asked);
    const edition = (await editions()).find(({ status }) => status === "waiting");
    await testDb
      .updateTable("listings")
      .set({ status: "paused" })
      .where("id", "=", shop.listingIds[0] ?? "")
      .execute();
    await work();

    expect((await editions()).map(({ id }) => id)).not.toContain(edition?.id);
    expect(await files.has(editionKey(edition?.digest ?? ""))).toBe(false);
  });

  it("of a shop without listings is refused in words", async () => {
    const shop = await makePrintedShop(testDb, files, { listings: [] });
    const asked = question({ kind: "seller", slug: shop.slug }, "en");
    expect((await pageOf(asked))?.count).toBe(0);
    expect(await order(asked)).toEqual({ ok: false, refusal: "nothing-to-show" });
  });
});

describe("other catalogues", () => {
  it("that of a collection holds its public listings in the curators' order, and names their sellers", async () => {
    const [first, second] = [
      await makePublishedListing(testDb, { title: "Shown second", seller: { name: "Qala" } }),
      await makePublishedListing(testDb, { title: "Shown first" }),
    ];
    const { slug } = await makeCollection(testDb, { listingIds: [second.listingId, first.listingId] });
    const text = await textOf(question({ kind: "collection", slug }, "en"));
    expect(text.indexOf("Shown first")).toBeLessThan(text.indexOf("Shown second"));
    expect(text).toContain("Qala");
    await testDb.updateTable("collections").set({ status: "archived" }).where("slug", "=", slug).execute();
    expect(await pageOf(question({ kind: "collection", slug }, "en"))).toBeUndefined();
  });

  it("that of what somebody saved holds what she saved and nothing of who she is", async () => {
    const buyer = await makeBuyer(testDb);
    const { listingId } = await makePublishedListing(testDb, { title: "Saved bowl" });
    await saveListing(testDb, buyer, listingId);
    const asked = question({ kind: "saved", userId: buyer.userId }, "en");

    expect(await textOf(asked)).toContain("Saved bowl");
    const rows = await testDb.selectFrom("catalogueEditions").select("request").execute();
    expect(JSON.stringify(rows)).not.toContain(buyer.userId);
    const stranger = question({ kind: "saved", userId: (await makeBuyer(testDb)).userId }, "en");
    expect(await fileOf(stranger)).toEqual({ ok: false, refusal: "not-ready" });
  });
});

describe("an edition", () => {
  const waiting = async () => {
    const { slug } = await makePrintedShop(testDb, files);
    const asked = question({ kind: "seller", slug }, "en");
    await order(asked, "192.0.2.9");
    const edition = (await editions()).find(({ status }) => status === "waiting");
    if (!edition) throw new Error("nothing waits");
    return { asked, edition };
  };

  it("whose worker is silent for three minutes may be asked for again", async () => {
    const { asked, edition } = await waiting();
    const soon = new Date("2026-11-27T10:02:00Z");
    const touchedAt = new Date("2026-11-27T10:00:00Z");
    await testDb.updateTable("catalogueEditions").set({ touchedAt }).where("id", "=", edition.id).execute();
    expect((await findEdition(testDb, edition.digest, soon)).status).toBe("waiting");
    const later = new Date("2026-11-27T10:04:00Z");
    expect((await findEdition(testDb, edition.digest, later)).status).toBe("failed");

    await order(asked, "192.0.2.9");
    expect((await pageOf(asked))?.edition.status).toBe("waiting");
    await work();
    expect((await pageOf(asked))?.edition.status).toBe("ready");
  });

  it("goes back into the queue when the worker is stopped in the middle, and fails on a fault", async () => {
    const { edition } = await waiting();
    const stopped = AbortSignal.abort(new Error("the worker stops"));
    await expect(setCatalogue(testDb, files, edition.id, { origin, signal: stopped })).rejects.toThrow(
      "the worker stops",
    );
    expect((await findEdition(testDb, edition.digest)).status).toBe("waiting");

    const broken = { ...files, put: () => Promise.reject(new Error("the store is away")) };
    await expect(setCatalogue(testDb, broken, edition.id, { origin, signal: undefined })).rejects.toThrow("away");
    expect(await findEdition(testDb, edition.digest)).toEqual({ status: "failed", isUnavailable: false });
  });

  it("whose file is gone is set anew", async () => {
    const { asked, edition } = await waiting();
    await work();
    await files.remove(editionKey(edition.digest));
    expect(await fileOf(asked)).toEqual({ ok: false, refusal: "not-ready" });
    expect((await pageOf(asked))?.edition.status).toBe("none");
  });

  it("is swept away with its file when nobody has fetched it for a month", async () => {
    const { asked, edition } = await waiting();
    await work();
    await fileOf(asked);
    expect(await sweepCatalogues(testDb, files, new Date(Date.now() + 29 * 86_400_000))).toBe(0);
    expect(await sweepCatalogues(testDb, files, new Date(Date.now() + 31 * 86_400_000))).toBeGreaterThan(0);
    expect(await files.has(editionKey(edition.digest))).toBe(false);
  });

  it("is not begun for an address that has asked for twenty within the hour; what is there it still gets", async () => {
    const { slug } = await makePrintedShop(testDb, files);
    const from = "192.0.2.77";
    const countries = "DE FR IT ES NL BE AT PL SE FI DK IE PT GR CZ HU RO BG HR SK".split(" ");
    for (const country of countries) {
      // Each in a currency and a country of its own is another content.
      expect((await order(question({ kind: "seller", slug }, "en", country), from)).ok).toBe(true);
    }
    const more = question({ kind: "seller", slug }, "ru", "US", "USD");
    const known = await order(question({ kind: "seller", slug }, "en"), from);
    expect(known.ok).toBe(true);
    expect(await order(more, from)).toEqual({ ok: false, refusal: "too-many" });
    expect((await order(more, "192.0.2.78")).ok).toBe(true);
  });
});
