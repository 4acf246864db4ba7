import { beforeAll, describe, expect, it } from "vitest";
import { makePassport } from "~/modules/export-readiness/index.server";
import { clock } from "~/platform/clock.server";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { makeExporter, passportsOf } from "~tests/support/exporter";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

beforeAll(async () => {
  await loadReferenceData(testDb);
});

async function makeOne() {
  const shop = await makeExporter();
  doneOf(await makePassport(testDb, shop.seller, newKey(), "GE", clock()));
  const [row] = await passportsOf(shop.sellerId);
  return { ...shop, code: row?.code ?? "" };
}

async function page(path: string) {
  const answer = await site.get(path);
  return { answer, status: answer.status, html: await answer.text() };
}

describe("the page of a passport", () => {
  it("says to everybody that it holds, until when, whose it is and what was checked", async () => {
    const { code, slug } = await makeOne();
    const { html, answer, status } = await page(`/en/passports/${code}`);
    expect(status).toBe(200);
    for (const said of ["This passport is valid", "Copper Hearth", "Georgia", "Commercial invoice and packing list"]) {
      expect(html).toContain(said);
    }
    expect(html).toContain(`href="/en/sellers/${slug}"`);
    expect(html).toContain("the seller&#x27;s own word");
    expect(html).toMatch(/name="robots" content="noindex/);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });

  it("says it in each language", async () => {
    const { code } = await makeOne();
    expect((await page(`/az/passports/${code}`)).html).toContain("Pasport etibarlıdır");
    expect((await page(`/ru/passports/${code}`)).html).toContain("Паспорт действителен");
  });

  it("says why one does not hold, and nothing of what it once said", async () => {
    const { code, sellerId, listingId, slug } = await makeOne();
    const shownNow = async () => (await page(`/en/passports/${code}`)).html;
    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", listingId).execute();
    expect(await shownNow()).toContain("Not everything that this market demands is met today");
    await testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();
    const away = await shownNow();
    expect(away).toContain("The seller is not in the catalogue at the moment");
    expect(away).not.toContain(`/en/sellers/${slug}`);
    expect(away).not.toContain("suspend");
    await testDb.updateTable("exportPassports").set({ revokedAt: clock() }).where("code", "=", code).execute();
    const revoked = await shownNow();
    expect(revoked).toContain("This passport was revoked");
    expect(revoked).not.toContain("Commercial invoice");
  });

  it("helps whoever typed a code that nobody has, and keeps what she typed", async () => {
    const { html, status } = await page("/en/passports/abcd-efgh-jkmo");
    expect(status).toBe(404);
    expect(html).toContain("Check the letters");
    expect(html).toContain('value="abcd-efgh-jkmo"');
    expect(html).toMatch(/<form[^>]*action="\/en\/passports"/);
  });

  it("is found by the form whatever way its code is written", async () => {
    const { code } = await makeOne();
    const typed = encodeURIComponent(` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `);
    const asked = await site.get(`/en/passports?code=${typed}`);
    const target = asked.headers.get("location") ?? "";
    expect(target).toMatch(/^\/en\/passports\//);
    expect((await page(target)).html).toContain("This passport is valid");
    expect((await page("/en/passports?code=")).html).toContain("Code of the passport");
  });

  it("turns away an address that tries one code after the other", async () => {
    const last = { status: 0 };
    for (let tries = 0; tries < 80 && last.status !== 429; tries += 1) {
      last.status = (await page("/en/passports/ABCDEFGHJKMN")).status;
    }
    const { status, html } = await page("/en/passports/ABCDEFGHJKMN");
    expect(status).toBe(429);
    expect(html).toContain("Too many codes were checked");
  });

  it("is one click away from every page", async () => {
    expect((await page("/en")).html).toContain('href="/en/passports"');
  });
});
