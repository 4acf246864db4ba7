import { describe, expect, it } from "vitest";
import { listWorks, saveWork } from "~/modules/sellers/index.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeApprovedSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
const PAGE = "/en/seller/portfolio";
const FIELDS = { version: "0", year: "2024", url: "example.com/film", title: "Şəki filmi", role: "Rejissor" };

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb, { offering: "services" });
  const seller = await makeSellerActor(testDb, sellerId, "editor");
  return { seller, visitor: await makeSignedInVisitor(testDb, site, seller.userId) };
}

async function makeWork(seller: SellerActor, title = "Kitab"): Promise<string> {
  const texts = { az: { title, role: "Rəssam", client: undefined } };
  const form = { version: 0, year: 2023, url: undefined, texts };
  const saved = await saveWork(testDb, seller, newKey(), { workId: undefined, form });
  return saved.ok ? saved.value.workId : "";
}

const titlesOf = async ({ sellerId }: SellerActor) =>
  (await listWorks(testDb, sellerId)).map(({ texts }) => texts.az?.title);

describe("the page of finished works", () => {
  it("keeps one, says so, lists it and says how many count", async () => {
    const { seller, visitor } = await makeShop();
    expect((await visitor.get("/en/seller")).html).toContain("/en/seller/portfolio");
    await makeWork(seller);
    const sent = await visitor.post(PAGE, FIELDS);
    expect([sent.status, sent.location]).toEqual([303, `${PAGE}?news=saved`]);
    const { html } = await visitor.get(`${PAGE}?news=saved`);
    for (const words of ["The work is saved.", "Şəki filmi", "Counted for readiness: 1 of 3.", "it has no link"]) {
      expect(html).toContain(words);
    }
  });

  it("gives a wrong form back with a sentence, and everything else as it was typed", async () => {
    const { seller, visitor } = await makeShop();
    const answer = await visitor.post(PAGE, { ...FIELDS, url: "javascript:alert(1)" });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("begins with https://");
    expect(answer.html).toContain("Rejissor");
    expect(await titlesOf(seller)).toEqual([]);
  });

  it("moves a work by a button", async () => {
    const { seller, visitor } = await makeShop();
    const [first] = [await makeWork(seller, "A"), await makeWork(seller, "B")];
    const moved = await visitor.post(`${PAGE}/${first}/move`, { by: "down" });
    expect([moved.status, moved.location]).toEqual([303, PAGE]);
    expect(await titlesOf(seller)).toEqual(["B", "A"]);
  });
});

describe("the page of one work", () => {
  it("changes it, keeps what was typed when a colleague was faster, and deletes it", async () => {
    const { seller, visitor } = await makeShop();
    const address = `${PAGE}/${await makeWork(seller)}`;
    expect((await visitor.get(address)).html).toContain("Rəssam");
    expect((await visitor.post(address, { ...FIELDS, version: "1" })).location).toBe(`${PAGE}?news=saved`);
    const late = await visitor.post(address, { ...FIELDS, version: "1", title: "Gec" });
    expect(late.status).toBe(422);
    expect(late.html).toContain("Gec");
    expect(await titlesOf(seller)).toEqual(["Şəki filmi"]);
    expect((await visitor.post(address, { remove: "1" })).location).toBe(`${PAGE}?news=removed`);
    expect(await titlesOf(seller)).toEqual([]);
  });

  it("is missing for another shop", async () => {
    const [own, other] = [await makeShop(), await makeShop()];
    const address = `${PAGE}/${await makeWork(own.seller)}`;
    expect((await other.visitor.get(address)).status).toBe(404);
    await other.visitor.post(address, { remove: "1" });
    expect(await titlesOf(own.seller)).toEqual(["Kitab"]);
  });
});
