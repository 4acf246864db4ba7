import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { bringPaper, saveBank, saveLegal } from "~/modules/sellers/index.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePdf } from "~tests/support/papers";
import { bringSomePaper, makeShop, makeSubmittedShop, openItemOf, shopOf } from "~tests/support/shop";

const IBAN = "AZ21NABZ00000000137010001944";
const legal = (seller: SellerActor, voen: string | undefined, version = 1) =>
  saveLegal(testDb, seller, newKey(), { version, legalForm: "individual_entrepreneur", voen });
const bring = (seller: SellerActor, content: Buffer = makePdf(), key = newKey()) =>
  bringPaper(testDb, files(), seller, key, { name: "VÖEN.pdf", content });
const filesThere = () => readdirSync(join(env.FILES_DIR, "private")).length;
const suspend = (sellerId: string) =>
  testDb.updateTable("sellers").set({ status: "suspended" }).where("id", "=", sellerId).execute();

async function auditValuesOf(sellerId: string): Promise<string> {
  const rows = await testDb
    .selectFrom("auditEntries")
    .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
    .select(["before", "after"])
    .where("subjectId", "=", sellerId)
    .execute();
  return JSON.stringify(rows);
}

describe("the legal facts of a shop", () => {
  it("are kept as they are said, and can be taken back", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    expect(await legal(seller, "9900000012")).toEqual({ ok: true, value: { status: "draft" } });
    expect(await shopOf(testDb, sellerId)).toMatchObject({
      legalForm: "individual_entrepreneur",
      voen: "9900000012",
      version: 2,
    });
    await saveLegal(testDb, seller, newKey(), { version: 2, legalForm: undefined, voen: undefined });
    expect(await shopOf(testDb, sellerId)).toMatchObject({ legalForm: undefined, voen: undefined, version: 3 });
  });

  it("name a number that no other shop has", async () => {
    const [first, second] = [await makeShop(testDb), await makeShop(testDb)];
    await legal(first.seller, "9900000022");

    expect(await legal(second.seller, "9900000022")).toEqual({ ok: false, refusal: "voen-taken" });
    expect(await shopOf(testDb, second.sellerId)).toMatchObject({
      voen: undefined,
      legalForm: undefined,
      version: 1,
    });
    expect(await legal(first.seller, "9900000022", 2)).toMatchObject({ ok: true });
  });

  it("give a number to one of two shops that name it at the same moment, and tell the other", async () => {
    const shops = await Promise.all([1, 2, 3].map(() => makeShop(testDb)));

    const results = await Promise.all(shops.map(({ seller }) => legal(seller, "9900000032")));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "voen-taken")).toHaveLength(2);
  });

  it("are not overwritten by who saw an earlier state", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const manager = await makeSellerActor(testDb, sellerId, "manager");

    const results = await Promise.all([legal(seller, "9900000042"), legal(manager, "9900000052")]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(1);
  });

  it("of another form lose the words that the shop had for the old one", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    await testDb
      .updateTable("sellerTexts")
      .set({ legalFormLabel: "Ailə müəssisəsi" })
      .where("sellerId", "=", sellerId)
      .execute();

    await legal(seller, undefined);

    const { legalFormLabel } = await testDb
      .selectFrom("sellerTexts")
      .select("legalFormLabel")
      .where("sellerId", "=", sellerId)
      .executeTakeFirstOrThrow();
    expect(legalFormLabel).toBeNull();
  });

  it("may be set right while the Federation looks, whose reviewer is then told that the shop changed", async () => {
    const { seller, sellerId, itemId } = await makeSubmittedShop(testDb);

    expect(await legal(seller, "9900000062", 4)).toMatchObject({ ok: true });

    const item = await testDb
      .selectFrom("reviewItems")
      .select(["id", "subjectVersion"])
      .where("subjectId", "=", sellerId)
      .execute();
    expect(item).toEqual([{ id: itemId, subjectVersion: 5 }]);
  });

  it("of a suspended shop stay as they are", async () => {
    const { seller, sellerId } = await makeSubmittedShop(testDb);
    await suspend(sellerId);

    const refusals = [
      await legal(seller, undefined, 4),
      await saveBank(testDb, seller, newKey(), { version: 4, iban: IBAN }),
      await bring(seller),
    ];

    expect(refusals).toEqual(refusals.map(() => ({ ok: false, refusal: "not-editable" })));
  });
});

describe("the bank account of a shop", () => {
  it("is kept, and what is written down of it is too little to pay into it", async () => {
    const { seller, sellerId } = await makeShop(testDb);

    await saveBank(testDb, seller, newKey(), { version: 1, iban: IBAN });

    expect((await shopOf(testDb, sellerId)).iban).toBe(IBAN);
    expect(await auditValuesOf(sellerId)).toContain("AZ21 NABZ … 1944");
    expect(await auditValuesOf(sellerId)).not.toContain(IBAN);
  });

  it("is not overwritten by who saw an earlier state", async () => {
    const { seller } = await makeShop(testDb);
    await saveBank(testDb, seller, newKey(), { version: 1, iban: IBAN });

    const late = await saveBank(testDb, seller, newKey(), { version: 1, iban: undefined });

    expect(late).toEqual({ ok: false, refusal: "changed-elsewhere" });
  });
});

describe("the registration paper of a shop", () => {
  it("counts from when it was brought; the one before stays and can still be read", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const first = await bringSomePaper(testDb, seller, "köhnə.pdf");
    const content = await sharp({ create: { width: 60, height: 80, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const later = new Date(Date.now() + 60_000);
    await bringPaper(testDb, files(), seller, newKey(), { name: "yeni.png", content }, later);

    const { papers, paperId } = await shopOf(testDb, sellerId);

    expect(papers.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["yeni.png", "image/png"],
      ["köhnə.pdf", "application/pdf"],
    ]);
    expect(papers.map((paper) => paper.paperId)).toEqual([paperId, first]);
  });

  it("is brought by two members at the same moment, and both are there", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    const manager = await makeSellerActor(testDb, sellerId, "manager");

    const results = await Promise.all([bring(seller), bring(manager)]);

    expect(results.every(({ ok }) => ok)).toBe(true);
    const shop = await shopOf(testDb, sellerId);
    expect([shop.papers.length, shop.version]).toEqual([2, 3]);
  });

  it("is brought once per form, and its second copy leaves nothing in the file store", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    await bring((await makeShop(testDb)).seller);
    const before = filesThere();
    const key = newKey();

    const results = await Promise.all([1, 2, 3].map(() => bring(seller, makePdf(), key)));

    expect(results.every(({ ok }) => ok)).toBe(true);
    expect((await shopOf(testDb, sellerId)).papers).toHaveLength(1);
    expect(filesThere()).toBe(before + 1);
  });

  it.each([
    ["is empty", Buffer.alloc(0), "empty"],
    ["is no paper", Buffer.from("Salam"), "not-a-paper"],
    ["does something", makePdf({ objects: ["<< /S /JavaScript >>"] }), "active-content"],
    ["ends in the middle", makePdf().subarray(0, 200), "truncated"],
    ["is locked", makePdf({ root: "/Encrypt 9 0 R" }), "password"],
    ["is larger than a paper may be", Buffer.alloc(20_000_001), "too-large"],
  ])("that %s is refused, and the shop is as it was", async (_what, content, refusal) => {
    const { seller, sellerId } = await makeShop(testDb);

    expect(await bring(seller, content)).toEqual({ ok: false, refusal });
    expect(await shopOf(testDb, sellerId)).toMatchObject({ papers: [], version: 1 });
  });

  it("of a closed shop leaves nothing in the file store", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    await bring(seller);
    await suspend(sellerId);
    const before = filesThere();

    expect(await bring(seller)).toEqual({ ok: false, refusal: "not-editable" });
    expect(filesThere()).toBe(before);
  });

  it("is refused when nobody needs so many", async () => {
    const { seller, sellerId } = await makeShop(testDb);
    for (let count = 0; count < 20; count += 1) await bring(seller);

    expect(await bring(seller)).toEqual({ ok: false, refusal: "too-many-papers" });
    expect((await shopOf(testDb, sellerId)).papers).toHaveLength(20);
  });

  it("brought while the Federation looks puts the shop before its reviewer in its new state", async () => {
    const { seller, sellerId, itemId } = await makeSubmittedShop(testDb);

    await bring(seller);

    expect(await openItemOf(testDb, sellerId)).toBe(itemId);
    const { subjectVersion } = await testDb
      .selectFrom("reviewItems")
      .select("subjectVersion")
      .where("id", "=", itemId)
      .executeTakeFirstOrThrow();
    expect(subjectVersion).toBe(5);
  });
});
