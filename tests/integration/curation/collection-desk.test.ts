import { beforeAll, describe, expect, it } from "vitest";
import {
  beginCollection,
  findDeskCollection,
  listCandidates,
  listCollectionCards,
  saveCollectionText,
  takeCollectionStep,
} from "~/modules/curation/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { makeApprovedSeller, makeCollection, makePublishedListing, makeSeller, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

let curator: StaffActor;
beforeAll(async () => {
  curator = await makeStaff(testDb, "curator");
});

type Step = Parameters<typeof takeCollectionStep>[4];
const step = (collectionId: string, input: Step) => takeCollectionStep(testDb, curator, newKey(), collectionId, input);

async function deskOf(collectionId: string) {
  const found = await findDeskCollection(testDb, { collectionId, locale: "az" });
  if (!found) throw new Error("there is no such collection");
  return found;
}

async function makeBegun() {
  const begun = await beginCollection(testDb, curator, newKey(), { slug: `desk-${unique()}`, title: "Mis" });
  if (!begun.ok) throw new Error(begun.refusal);
  return begun.value.collectionId;
}

const pictured = (title = "Sini") => makePublishedListing(testDb, { title, pictures: ["front"] });

const saveText = (collectionId: string, version: number, locale: "az" | "en" | "ru", title: string) =>
  saveCollectionText(testDb, curator, newKey(), { collectionId, version, locale, title, introduction: "Söz." });

describe("a collection", () => {
  it("begins as a draft with its Azerbaijani title, at an address of its own", async () => {
    const collectionId = await makeBegun();
    const { status, texts, slug } = await deskOf(collectionId);

    expect({ status, titles: texts.map(({ title }) => title) }).toEqual({ status: "draft", titles: ["Mis"] });
    expect(await beginCollection(testDb, curator, newKey(), { slug, title: "Mis" })).toEqual({
      ok: false,
      refusal: "slug-taken",
    });
  });

  it("knows which translations are older than the original", async () => {
    const collectionId = await makeBegun();
    await saveText(collectionId, 1, "en", "Copper");
    await saveText(collectionId, 2, "az", "Lahıc misi");
    const older = async () =>
      Object.fromEntries((await deskOf(collectionId)).texts.map(({ locale, isOlder }) => [locale, isOlder]));
    expect(await older()).toEqual({ az: false, en: true });

    await saveText(collectionId, 3, "en", "Copper from Lahij");
    await saveText(collectionId, 4, "az", "Lahıc misi");

    expect(await older()).toEqual({ az: false, en: false });
  });

  it("does not overwrite what another curator has changed meanwhile", async () => {
    const collectionId = await makeBegun();
    const results = await Promise.all(["A", "B", "C"].map((title) => saveText(collectionId, 1, "az", title)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal === "changed-elsewhere")).toHaveLength(2);
    expect((await deskOf(collectionId)).version).toBe(2);
  });

  it("is published when it has words and something to see, and archived again", async () => {
    const collectionId = await makeBegun();
    expect(await step(collectionId, { step: "publish", version: 1 })).toEqual({
      ok: false,
      refusal: "introduction-missing",
    });
    await saveText(collectionId, 1, "az", "Mis");
    expect(await step(collectionId, { step: "publish", version: 2 })).toEqual({
      ok: false,
      refusal: "nothing-to-show",
    });
    const { listingId } = await pictured();
    await step(collectionId, { step: "add", version: 2, kind: "listing", subject: listingId });

    await step(collectionId, { step: "publish", version: 3 });
    expect((await deskOf(collectionId)).status).toBe("published");
    await step(collectionId, { step: "archive", version: 4 });
    expect((await deskOf(collectionId)).status).toBe("archived");
  });

  it("has every step written down with who took it", async () => {
    const collectionId = await makeBegun();
    const { listingId } = await pictured();
    await saveText(collectionId, 1, "az", "Mis");
    for (const [at, input] of (
      [
        { step: "add", kind: "listing", subject: listingId },
        { step: "cover", subject: listingId },
        { step: "down", subject: listingId },
        { step: "publish" },
        { step: "archive" },
        { step: "remove", subject: listingId },
      ] as const
    ).entries()) {
      expect(await step(collectionId, { ...input, version: 2 + at })).toMatchObject({ ok: true });
    }

    const entries = await testDb
      .selectFrom("auditEntries")
      .select(["action", "actorId"])
      .where("subjectId", "=", collectionId)
      .orderBy("id")
      .execute();
    expect(entries.map(({ action }) => action)).toEqual([
      "begin-collection",
      "save-collection-text",
      "add-collection-entry",
      "choose-collection-cover",
      "move-collection-entry",
      "publish-collection",
      "archive-collection",
      "remove-collection-entry",
    ]);
    expect(new Set(entries.map(({ actorId }) => actorId))).toEqual(new Set([curator.userId]));
  });

  it("that is not there changes nothing", async () => {
    expect(await step(newKey(), { step: "publish", version: 1 })).toEqual({ ok: false, refusal: "collection-missing" });
  });
});

describe("what is in a collection", () => {
  it("is what the public sees, once each", async () => {
    const collectionId = await makeBegun();
    const { sellerId } = await makeApprovedSeller(testDb);
    const draft = await makeSeller(testDb);
    const add = (version: number, subject: string) =>
      step(collectionId, { step: "add", version, kind: "seller", subject });

    expect((await add(1, sellerId)).ok).toBe(true);
    expect(await add(2, sellerId)).toEqual({ ok: false, refusal: "already-in" });
    expect(await add(2, draft.sellerId)).toEqual({ ok: false, refusal: "subject-missing" });
    expect(await step(collectionId, { step: "remove", version: 2, subject: draft.sellerId })).toEqual({
      ok: false,
      refusal: "entry-missing",
    });
    expect(await step(collectionId, { step: "up", version: 2, subject: draft.sellerId })).toEqual({
      ok: false,
      refusal: "entry-missing",
    });
  });

  it("is moved up and down, and taken out", async () => {
    const [a, b, c] = [await pictured("A"), await pictured("B"), await pictured("C")].map(({ listingId }) => listingId);
    const { collectionId } = await makeCollection(testDb, { listingIds: [a ?? "", b ?? "", c ?? ""] });
    const order = async () => (await deskOf(collectionId)).entries.map(({ name }) => name).join("");

    await step(collectionId, { step: "up", version: 1, subject: c ?? "" });
    expect(await order()).toBe("ACB");
    await step(collectionId, { step: "down", version: 2, subject: a ?? "" });
    expect(await order()).toBe("CAB");
    await step(collectionId, { step: "remove", version: 3, subject: a ?? "" });

    expect(await order()).toBe("CB");
  });

  it("holds two hundred things at most", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const many = await Promise.all(Array.from({ length: 200 }, () => makeApprovedSeller(testDb)));
    const { collectionId } = await makeCollection(testDb, { sellerIds: many.map((seller) => seller.sellerId) });

    expect(await step(collectionId, { step: "add", version: 1, kind: "seller", subject: sellerId })).toEqual({
      ok: false,
      refusal: "collection-full",
    });
  });

  it("gives one of its pictures as the cover, which comes first on the card until its listing is gone", async () => {
    const [first, second] = [await pictured("A"), await pictured("B")];
    const { collectionId } = await makeCollection(testDb, { listingIds: [first.listingId, second.listingId] });
    const front = async () => {
      const [card] = await listCollectionCards(testDb, "az", { limit: 1, ids: [collectionId] });
      return card?.pictures.map(({ sha256 }) => sha256);
    };
    const [a, b] = (await front()) ?? [];

    await step(collectionId, { step: "cover", version: 1, subject: second.listingId });
    expect(await front()).toEqual([b, a]);
    expect((await deskOf(collectionId)).entries.map(({ isCover }) => isCover)).toEqual([false, true]);
    await testDb.updateTable("listings").set({ status: "paused" }).where("id", "=", second.listingId).execute();

    expect(await front()).toEqual([a]);
  });

  it("takes no picture of anything else as its cover", async () => {
    const { collectionId } = await makeCollection(testDb, { listingIds: [(await pictured()).listingId] });
    const { listingId } = await pictured();
    expect(await step(collectionId, { step: "cover", version: 1, subject: listingId })).toEqual({
      ok: false,
      refusal: "picture-missing",
    });
  });
});

describe("finding what to choose", () => {
  it("takes a part of the name in any language, typed with any keyboard, and only what is public", async () => {
    const name = { az: "Şəbəkə Gözəlliyi", en: "Lattice Beauty", ru: "Красота шебеке" };
    const { sellerId } = await makeApprovedSeller(testDb, { name });
    await makeSeller(testDb, { name });
    const find = async (text: string) =>
      (await listCandidates(testDb, { kind: "seller", text, locale: "az" })).candidates.map(
        ({ subjectId }) => subjectId,
      );

    expect(await find("sebeke goz")).toEqual([sellerId]);
    expect(await find("ŞƏBƏKƏ")).toEqual([sellerId]);
    expect(await find("lattice")).toEqual([sellerId]);
    expect(await find("красота")).toEqual([sellerId]);
    expect(await find("%")).toEqual([]);
  });

  it("finds listings with who sells them, and collections", async () => {
    const title = `Nadir ${unique()}`;
    const { listingId } = await makePublishedListing(testDb, { title, seller: { name: "Usta" } });
    const { collectionId } = await makeCollection(testDb, { title });
    await makeCollection(testDb, { title, status: "archived" });

    expect((await listCandidates(testDb, { kind: "listing", text: title, locale: "az" })).candidates).toMatchObject([
      { subjectId: listingId, name: title, detail: "Usta" },
    ]);
    expect((await listCandidates(testDb, { kind: "collection", text: title, locale: "az" })).candidates).toMatchObject([
      { subjectId: collectionId, name: title, detail: "" },
    ]);
  });

  it("finds listings by the name of their shop, and page by page", async () => {
    const shop = `Çoxlu Atelye ${unique()}`;
    const { sellerId } = await makeApprovedSeller(testDb, { name: shop });
    for (let at = 0; at < 21; at += 1) await makePublishedListing(testDb, { sellerId });
    const ask = (page: number) => listCandidates(testDb, { kind: "listing", text: shop, locale: "az", page });

    const [first, second] = [await ask(1), await ask(2)];

    expect([first.candidates.length, first.hasMore]).toEqual([20, true]);
    expect([second.candidates.length, second.hasMore]).toEqual([1, false]);
  });
});
