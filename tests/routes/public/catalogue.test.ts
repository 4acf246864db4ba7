import { beforeAll, describe, expect, it } from "vitest";
import { saveListing } from "~/modules/catalog/index.server";
import { setCatalogue } from "~/modules/publications/index.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { makeBuyer, makeSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makePrintedShop } from "~tests/support/printed-shop";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const shop = { sellerId: "", slug: "", listingIds: [] as string[] };
beforeAll(async () => void Object.assign(shop, await makePrintedShop(testDb, files())));

const post = (path: string, headers: Record<string, string> = {}) =>
  site.ask(path, {
    body: new URLSearchParams(),
    method: "POST",
    headers,
  });
const get = (path: string, headers: Record<string, string> = {}) => site.get(path, headers);
const textOf = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

async function work(): Promise<void> {
  const waiting = await testDb.selectFrom("catalogueEditions").select("id").where("status", "=", "waiting").execute();
  for (const { id } of waiting) await setCatalogue(testDb, files(), id, { origin: env.SITE_URL, signal: undefined });
}

describe("a seller's catalogue, without scripts", () => {
  it("is reached from her page, asked for, watched, and fetched", async () => {
    const page = `/en/sellers/${shop.slug}/catalogue`;
    expect(await textOf(`/en/sellers/${shop.slug}`)).toContain(`href="${page}"`);
    const before = await get(`${page}.pdf`);
    expect([before.status, before.headers.get("location")]).toEqual([303, page]);
    expect(String(before.headers.get("cache-control"))).not.toContain("public");
    expect(await textOf(page)).toContain("Make the PDF");

    const asked = await post(page);
    expect([asked.status, asked.headers.get("location")]).toEqual([303, page]);
    expect(await textOf(page)).toMatch(/<noscript><meta http-equiv="refresh" content="4"/i);
    await testDb.updateTable("catalogueEditions").set({ status: "gathering", gatheredCount: 2 }).execute();
    expect(await textOf(page)).toMatch(/Gathering pictures: 2 of 3/);
    await testDb.updateTable("catalogueEditions").set({ status: "waiting" }).execute();
    await work();

    expect(await textOf(page)).toContain(`href="${page}.pdf"`);
    const file = await get(`${page}.pdf`);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(file.headers.get("cache-control")).toMatch(/^public/);
    expect(file.headers.get("set-cookie")).toBeNull();
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it.each(["xlsx", "json"])("is there as %s at once", async (format) => {
    const file = await get(`/ru/sellers/${shop.slug}/catalogue.${format}`);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toContain(`-ru.${format}"`);
  });

  it("is missing for a seller that is not public, in every form", async () => {
    const { slug } = await makeSeller(testDb, { status: "submitted" });
    for (const ending of ["", ".pdf", ".xlsx", ".json"]) {
      expect((await get(`/en/sellers/${slug}/catalogue${ending}`)).status).toBe(404);
    }
    expect((await post(`/en/sellers/${slug}/catalogue`)).status).toBe(404);
  });

  it("tells who asks too often to wait", async () => {
    expect(await textOf(`/en/sellers/${shop.slug}/catalogue?news=too-many`)).toContain("Try again a little later.");
  });
});

describe("what somebody has saved", () => {
  it("is a list for herself alone, that no cache keeps", async () => {
    const buyer = await makeBuyer(testDb);
    await saveListing(testDb, buyer, shop.listingIds[0] ?? "");
    const cookie = await signIn(testDb, buyer.userId);

    expect(await textOf("/en/account/saved", { cookie })).toContain('href="/en/account/saved/catalogue"');
    expect((await post("/en/account/saved/catalogue", { cookie })).status).toBe(303);
    await work();
    for (const format of ["pdf", "xlsx", "json"]) {
      const file = await get(`/en/account/saved/catalogue.${format}`, { cookie });
      expect(`${format} ${file.status}`).toBe(`${format} 200`);
      expect(file.headers.get("cache-control")).toBe("private, no-store");
      expect((await get(`/en/account/saved/catalogue.${format}`)).headers.get("location")).toContain("/login?next=");
    }
  });
});

describe("the catalogues in the workspace", () => {
  it("are shown in every language with their state, and not before the shop is public", async () => {
    const { userId } = await makeSellerActor(testDb, shop.sellerId, "editor");
    const page = await textOf("/az/seller/catalogue", { cookie: await signIn(testDb, userId) });
    for (const lang of ["az", "en", "ru"]) expect(page).toContain(`href="/${lang}/sellers/${shop.slug}/catalogue`);
    expect(page).toContain("Hazırdır");
    expect(page).toContain("Hələ hazırlanmayıb");

    const draft = await makeSeller(testDb, { status: "draft" });
    const other = await makeSellerActor(testDb, draft.sellerId, "editor");
    const none = await textOf("/az/seller/catalogue", { cookie: await signIn(testDb, other.userId) });
    expect(none).toContain("Kataloq mağazanız təsdiqlənəndən sonra açılır.");
  });
});
