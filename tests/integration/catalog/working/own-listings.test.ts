import { beforeAll, describe, expect, it } from "vitest";
import { findNewestListing, listOwnListings, TABLE_PAGE_SIZE } from "~/modules/catalog/index.server";
import { countStatements } from "~/platform/db/statement-count.server";
import { FACTORY_NOW, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeDraft, makeWorkshop, publish, save, submit, type Workshop } from "~tests/support/workshop";

type Question = Parameters<typeof listOwnListings>[1];

const ask = ({ sellerId }: Workshop, changes: Partial<Question> = {}) =>
  listOwnListings(testDb, { sellerId, status: undefined, words: "", page: 1, ...changes });
const titlesOf = async (workshop: Workshop, changes?: Partial<Question>) =>
  (await ask(workshop, changes)).items.map(({ title }) => title);
const titled = (az: string) => ({ title: { az } });

describe("a shop's own listings", () => {
  it("are shown with what the table needs", async () => {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, await makeStaff(testDb, "reviewer"), {
      ...titled("Mis sini"),
      stock: [2, 3],
    });
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    await submit(workshop, listingId);

    expect((await ask(workshop)).items).toMatchObject([
      {
        listingId,
        title: "Gümüş sini",
        kind: "good",
        status: "published",
        isWaiting: true,
        isChanged: true,
        picture: { sha256: expect.any(String) },
        amount: "5000",
        variants: [{ stock: 2 }, { stock: 3 }],
        isOpen: true,
        hasOnePrice: true,
      },
    ]);
  });

  it("have no amount when they are on request, and no picture when they have none", async () => {
    const workshop = await makeWorkshop();
    await makeDraft(workshop, { priceKind: "on_request", pictures: [] });
    const [item] = (await ask(workshop)).items;
    expect(item).toMatchObject({ amount: undefined, picture: undefined, isOpen: true, hasOnePrice: false });
  });

  it.each<[string, Parameters<typeof makeDraft>[1], { isOpen: boolean; hasOnePrice: boolean }]>([
    ["of one price", {}, { isOpen: true, hasOnePrice: true }],
    [
      "of several prices",
      { homeTiers: [{ amountMinor: 5000 }, { minimumQuantity: 10, amountMinor: 4000 }] },
      { isOpen: true, hasOnePrice: false },
    ],
    ["that are services", { kind: "service" }, { isOpen: false, hasOnePrice: true }],
    ["in the archive", { status: "archived" }, { isOpen: false, hasOnePrice: true }],
  ])("%s say what of them can be written in the table", async (_, options, expected) => {
    const workshop = await makeWorkshop();
    await makeDraft(workshop, { stock: 3, ...options });
    const { items } = await ask(workshop, { status: options?.status });
    expect(items).toMatchObject([{ variants: [{ stock: 3, name: expect.any(String) }], ...expected }]);
  });

  it("are the shop's alone, in rows, counts and what is found", async () => {
    const [workshop, other] = [await makeWorkshop(), await makeWorkshop()];
    await makeDraft(other, titled("Yad sini"));
    await makeDraft(workshop, titled("Öz sini"));

    const { items, counts, found } = await ask(workshop, { words: "sini" });
    expect(items.map(({ title }) => title)).toEqual(["Öz sini"]);
    expect(found).toBe(1);
    expect(counts.get("draft")).toBe(1);
  });
});

describe("of a shop's own listings", () => {
  it("those of one status are shown, archived ones only when they are asked for", async () => {
    const workshop = await makeWorkshop();
    await makeDraft(workshop, { ...titled("Qaralama"), createdAt: new Date(FACTORY_NOW.getTime() + 1) });
    await makeDraft(workshop, { ...titled("Fasilədə"), status: "paused" });
    await makeDraft(workshop, { ...titled("Arxivdə"), status: "archived" });

    expect(await titlesOf(workshop)).toEqual(["Qaralama", "Fasilədə"]);
    expect(await titlesOf(workshop, { status: "paused" })).toEqual(["Fasilədə"]);
    expect(await titlesOf(workshop, { status: "archived" })).toEqual(["Arxivdə"]);
    expect(Object.fromEntries((await ask(workshop, { status: "paused", words: "yoxdur" })).counts)).toEqual({
      draft: 1,
      in_review: 0,
      changes_requested: 0,
      published: 0,
      paused: 1,
      archived: 1,
    });
  });

  it.each([
    ["%", ["50% yun"]],
    ["_", ["mis_sini"]],
    ["\\", ["a\\b"]],
    ["0% y", ["50% yun"]],
    ["  MIS_S ", ["mis_sini"]],
    ["yun", ["50% yun", "500 yun"]],
    ["' or 1=1 --", []],
    ["isiq", ["İşıq qızılı"]],
    ["QIZILI", ["İşıq qızılı"]],
    ["işıq q", ["İşıq qızılı"]],
  ])("those are found whose title has the words %s, with or without its dots and tails", async (words, titles) => {
    const workshop = await makeWorkshop();
    for (const title of ["50% yun", "500 yun", "mis_sini", "misXsini", "a\\b", "İşıq qızılı"])
      await makeDraft(workshop, titled(title));
    const { items, found } = await ask(workshop, { words });
    expect(items.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    expect(found).toBe(titles.length);
  });
});

describe("pages of a shop's own listings", () => {
  let workshop: Workshop;
  const MANY = TABLE_PAGE_SIZE + 3;

  beforeAll(async () => {
    workshop = await makeWorkshop();
    for (let at = 0; at < MANY; at += 1) {
      // Some have the same moment, as listings of one table have that were priced together.
      const createdAt = new Date(FACTORY_NOW.getTime() + Math.floor(at / 5) * 1000);
      await makeDraft(workshop, { ...titled(`Sini ${at}`), createdAt });
    }
  });

  it("show each listing once, the last changed first", async () => {
    const [first, second, third] = await Promise.all([1, 2, 3].map((page) => ask(workshop, { page })));
    const rows = [...(first?.items ?? []), ...(second?.items ?? [])];

    expect([first?.items.length, second?.items.length, third?.items.length]).toEqual([TABLE_PAGE_SIZE, 3, 0]);
    expect(new Set(rows.map(({ listingId }) => listingId)).size).toBe(MANY);
    const moments = rows.map(({ updatedAt }) => updatedAt.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    expect([first?.found, third?.found]).toEqual([MANY, MANY]);
    const named = await Promise.all([1, 3].map((page) => ask(workshop, { page, words: "sini" })));
    expect(named.map(({ found }) => found)).toEqual([MANY, MANY]);
  });

  it("cost four statements at most, however many rows they have", async () => {
    const { value, statements } = await countStatements(() => ask(workshop, { words: "sini", status: "draft" }));
    expect(value.items).toHaveLength(TABLE_PAGE_SIZE);
    expect(statements.slice(4)).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });
});

describe("the listing that a shop has begun last", () => {
  it("is the shop's own, and there is none before the first", async () => {
    const [workshop, other, empty] = [await makeWorkshop(), await makeWorkshop(), await makeWorkshop()];
    const later = (seconds: number) => ({ createdAt: new Date(FACTORY_NOW.getTime() + seconds * 1000) });
    const newest = await makeDraft(workshop, later(2));
    await makeDraft(workshop, later(1));
    await makeDraft(other, later(3));

    expect(await findNewestListing(testDb, workshop.sellerId)).toBe(newest);
    expect(await findNewestListing(testDb, empty.sellerId)).toBeUndefined();
  });
});
