import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  addPicture,
  makeRenditions,
  publishListing,
  removeListingPicture,
  restoreListingPicture,
  sweepMedia,
} from "~/modules/catalog/index.server";
import { ALL_RENDITIONS, renditionKey } from "~/modules/catalog/media/renditions";
import { addListingPicture } from "~/modules/catalog/working/pictures.server";
import { chooseShopPicture } from "~/modules/sellers/index.server";
import { localFiles } from "~/platform/files/local.server";
import type { FileStore } from "~/platform/files/port";
import { makeApprovedSeller, makeCollection, makeListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePhoto } from "~tests/support/pictures";

const folder = mkdtempSync(join(tmpdir(), "karvan-sweep-"));
const files = localFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const START = new Date("2026-11-26T08:00:00Z");
const hours = (count: number) => new Date(START.getTime() + count * 3_600_000);

let seed = 200;
async function bring(into: FileStore = files) {
  seed += 1;
  const original = await makePhoto({ width: 330, height: 330, seed });
  const added = await addPicture(testDb, into, original, { now: START });
  if (!added.ok) throw new Error(added.refusal);
  return { original, ...added.value };
}

const rowOf = (mediaId: string) =>
  testDb
    .selectFrom("mediaFiles")
    .select(["id", "unusedSince", "originalKey"])
    .where("id", "=", mediaId)
    .executeTakeFirst();

async function filesOf({ sha256 }: { sha256: string }): Promise<number> {
  const keys = [
    `originals/${sha256.slice(0, 2)}/${sha256}.jpeg`,
    ...ALL_RENDITIONS.map((spec) => renditionKey(sha256, spec)),
  ];
  const there = await Promise.all(keys.map((key) => files.has(key)));
  return there.filter(Boolean).length;
}

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId } = await makeListing(testDb, { sellerId });
  return { sellerId, listingId, seller: await makeSellerActor(testDb, sellerId) };
}

/** Two sweeps a day apart: the first finds what is unused, the second takes it away. */
async function sweepTwice(): Promise<void> {
  await sweepMedia(testDb, files, hours(2));
  await sweepMedia(testDb, files, hours(27));
}

describe("a picture that nothing points to", () => {
  it("is taken away with all its files a day after that was found", async () => {
    const picture = await bring();
    await makeRenditions(testDb, files, picture.mediaId);
    expect(await filesOf(picture)).toBe(13);

    await sweepMedia(testDb, files, hours(2));
    await sweepMedia(testDb, files, hours(25));
    expect(await filesOf(picture)).toBe(13);
    await sweepMedia(testDb, files, hours(26));

    expect(await rowOf(picture.mediaId)).toBeUndefined();
    expect(await filesOf(picture)).toBe(0);
  });

  it("is left alone in its first hour, on its way to a listing", async () => {
    const { mediaId } = await bring();
    await sweepMedia(testDb, files, new Date(START.getTime() + 1_800_000));
    expect(await rowOf(mediaId)).toMatchObject({ unusedSince: null });
  });

  it("is one that was taken off a listing, when it cannot be put back any more", async () => {
    const { seller, listingId } = await makeShop();
    const picture = await bring();
    const added = await addListingPicture(testDb, seller, newKey(), { listingId, mediaId: picture.mediaId });
    const imageId = added.ok ? added.value.imageId : "";
    await removeListingPicture(testDb, seller, newKey(), { listingId, imageId }, hours(1));

    await sweepMedia(testDb, files, hours(24));
    expect(await rowOf(picture.mediaId)).toMatchObject({ unusedSince: null });
    await sweepMedia(testDb, files, hours(26));
    await sweepMedia(testDb, files, hours(51));

    expect(await filesOf(picture)).toBe(0);
    const restored = await restoreListingPicture(testDb, seller, newKey(), { listingId, imageId });
    expect(restored).toEqual({ ok: false, refusal: "picture-missing" });
  });
});

describe("a picture that something points to", () => {
  it("stays: on a listing, in a publication of long ago, as a shop's cover or logo, on a collection", async () => {
    const { seller, listingId } = await makeShop();
    const [hung, published, cover, logo, collected] = [
      await bring(),
      await bring(),
      await bring(),
      await bring(),
      await bring(),
    ];
    const added = await addListingPicture(testDb, seller, newKey(), { listingId, mediaId: published.mediaId });
    await testDb.transaction().execute((trx) => publishListing(trx, listingId, START));
    const imageId = added.ok ? added.value.imageId : "";
    await removeListingPicture(testDb, seller, newKey(), { listingId, imageId }, new Date("2026-11-01T00:00:00Z"));
    await addListingPicture(testDb, seller, newKey(), { listingId, mediaId: hung.mediaId });
    await testDb.transaction().execute((trx) => publishListing(trx, listingId, START));
    await chooseShopPicture(testDb, seller, newKey(), { part: "cover", mediaId: cover.mediaId });
    await chooseShopPicture(testDb, seller, newKey(), { part: "logo", mediaId: logo.mediaId });
    const { collectionId } = await makeCollection(testDb);
    await testDb
      .updateTable("collections")
      .set({ coverMediaId: collected.mediaId })
      .where("id", "=", collectionId)
      .execute();

    await sweepTwice();

    for (const picture of [hung, published, cover, logo, collected]) expect(await filesOf(picture)).toBe(3);
  });

  it("stays when it came into use after it was found unused", async () => {
    const { seller, listingId } = await makeShop();
    const picture = await bring();
    await sweepMedia(testDb, files, hours(2));
    await addListingPicture(testDb, seller, newKey(), { listingId, mediaId: picture.mediaId });

    await sweepMedia(testDb, files, hours(27));

    expect(await rowOf(picture.mediaId)).toMatchObject({ unusedSince: null });
    expect(await filesOf(picture)).toBe(3);
  });

  it("stays for another shop that has brought the same file", async () => {
    const [one, other] = [await makeShop(), await makeShop()];
    const picture = await bring();
    const added = await addListingPicture(testDb, one.seller, newKey(), { ...one, mediaId: picture.mediaId });
    await addListingPicture(testDb, other.seller, newKey(), { ...other, mediaId: picture.mediaId });
    const imageId = added.ok ? added.value.imageId : "";
    await removeListingPicture(testDb, one.seller, newKey(), { ...one, imageId }, START);

    await sweepMedia(testDb, files, hours(25));
    await sweepMedia(testDb, files, hours(50));

    expect(await filesOf(picture)).toBe(3);
  });
});

describe("a picture that is brought again", () => {
  it("after it was found unused begins its time anew", async () => {
    const picture = await bring();
    await sweepMedia(testDb, files, hours(2));

    expect(await addPicture(testDb, files, picture.original)).toMatchObject({ ok: true, value: { isNew: false } });
    await sweepMedia(testDb, files, hours(27));

    expect(await filesOf(picture)).toBe(3);
  });

  it("while the sweep takes it away is whole afterwards", async () => {
    const picture = await bring();
    await sweepMedia(testDb, files, hours(2));
    let again: Promise<unknown> = Promise.resolve();
    const whileRemoving: FileStore = {
      ...files,
      remove: async (key) => {
        // Begun when the first file is gone and the row is held; it waits for the sweep.
        if (key.startsWith("originals/") && key.includes(picture.sha256)) {
          again = addPicture(testDb, files, picture.original, { now: hours(27) });
        }
        await files.remove(key);
      },
    };

    await sweepMedia(testDb, whileRemoving, hours(27));

    expect(await again).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await filesOf(picture)).toBe(3);
  });

  it("after a sweep that broke off in the middle is whole again", async () => {
    const picture = await bring();
    await makeRenditions(testDb, files, picture.mediaId);
    await sweepMedia(testDb, files, hours(2));
    const breaking: FileStore = {
      ...files,
      remove: async (key) => {
        if (key.includes("/320.")) throw new Error("the store is gone");
        await files.remove(key);
      },
    };
    await expect(sweepMedia(testDb, breaking, hours(27))).rejects.toThrow("the store is gone");

    const again = await addPicture(testDb, files, picture.original, { now: hours(27) });

    expect(again).toMatchObject({ ok: true, value: { mediaId: picture.mediaId, isNew: true } });
    await makeRenditions(testDb, files, picture.mediaId);
    expect(await filesOf(picture)).toBe(13);
  });
});
