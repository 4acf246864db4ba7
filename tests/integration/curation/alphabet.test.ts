import { beforeAll, describe, expect, it } from "vitest";
import { listCandidates, listDeskCollections } from "~/modules/curation/index.server";
import { ALPHABETS } from "~/platform/db/alphabet";
import { makeApprovedSeller, makeCollection, makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";

const AZERBAIJANI = [
  ..."Cam Çanta Çıraq Daraq Ev Əl Fincan Gül Ğala Həsir Xalça Iğ İynə Kuzə Qab Lampa Ox Öskə Papaq".split(" "),
  ..."Sini Şal Şəbəkə Tar Ud Ütü Vaza Zəng".split(" "),
];
const shuffled = AZERBAIJANI.toSorted();

beforeAll(async () => {
  expect(shuffled).not.toEqual(AZERBAIJANI);
  for (const [at, name] of shuffled.entries()) {
    await makeApprovedSeller(testDb, { name });
    await makePublishedListing(testDb, { title: name, seller: { name: "Usta" } });
    await makeCollection(testDb, { title: name, position: at });
  }
});

const known = new Set(AZERBAIJANI);
const namesOf = (kind: "listing" | "seller" | "collection") =>
  listCandidates(testDb, { kind, text: "", locale: "az" }).then(({ candidates: found }) =>
    found.map(({ name }) => name).filter((name) => known.has(name)),
  );

describe("what a curator chooses from", () => {
  it.each(["listing", "seller", "collection"] as const)("is a %s by the alphabet of her language", async (kind) => {
    const names = await namesOf(kind);
    expect(names.length).toBeGreaterThan(15);
    expect(names).toEqual(AZERBAIJANI.slice(0, names.length));
  });

  it("has the order of the browser's own alphabet", () => {
    expect(shuffled.toSorted(new Intl.Collator("az").compare)).toEqual(AZERBAIJANI);
    expect(Object.keys(ALPHABETS)).toEqual(["az", "en", "ru"]);
  });
});

describe("the list of collections", () => {
  it("goes on with the alphabet from page to page, and has each collection once", async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listDeskCollections(testDb, "az", { page, pageSize: 7 })),
    );

    expect(pages.flatMap(({ collections }) => collections.map(({ title }) => title))).toEqual(AZERBAIJANI);
    expect(pages.map(({ total }) => total)).toEqual([27, 27, 27, 27]);
  });

  it("is in the order of the reader's language, not of the original", async () => {
    const words = { az: ["Ağ", "Qara", "Xına"], ru: ["Ящик", "Ель", "Ёлка"] };
    for (const [at, az] of words.az.entries()) await makeCollection(testDb, { title: { az, ru: words.ru[at] ?? "" } });

    const { collections } = await listDeskCollections(testDb, "ru", { page: 1, pageSize: 100 });

    const titles = collections.map(({ title }) => title).filter((title) => words.ru.includes(title));
    expect(titles).toEqual(["Ёлка", "Ель", "Ящик"]);
  });
});
