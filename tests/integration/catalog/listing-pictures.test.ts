import { describe, expect, it } from "vitest";
import type { PictureRole } from "~/modules/catalog";
import {
  describeListingPicture,
  moveListingPicture,
  openListingPictures,
  orderListingPictures,
  removeListingPicture,
  restoreListingPicture,
} from "~/modules/catalog/index.server";
import { addListingPicture } from "~/modules/catalog/working/pictures.server";
import {
  makeApprovedSeller,
  makeListing,
  makeMedia,
  makePublishedListing,
  makeSellerActor,
  type ListingOptions,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const VIEWS: readonly PictureRole[] = ["front", "detail", "setting"];

async function makeHung(options: ListingOptions = {}) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const listing = await makeListing(testDb, { pictures: VIEWS, ...options, sellerId });
  const seller = await makeSellerActor(testDb, sellerId);
  return { ...listing, seller, imageIds: await imagesOf(listing.listingId) };
}

async function imagesOf(listingId: string): Promise<string[]> {
  const rows = await testDb
    .selectFrom("listingImages")
    .select("id")
    .where("listingId", "=", listingId)
    .orderBy("position")
    .execute();
  return rows.map(({ id }) => id);
}

const versionOf = async (listingId: string) =>
  (await testDb.selectFrom("listings").select("version").where("id", "=", listingId).executeTakeFirstOrThrow()).version;

const actionsOn = async (listingId: string) =>
  (
    await testDb.selectFrom("auditEntries").select("action").where("subjectId", "=", listingId).orderBy("id").execute()
  ).map(({ action }) => action);

const withPictures = (count: number) => Array.from({ length: count }, (): PictureRole => "other");

describe("adding a picture", () => {
  it("hangs it behind the others, makes a new version and is written down", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const { mediaId } = await makeMedia(testDb);

    const added = await addListingPicture(testDb, seller, newKey(), { listingId, mediaId });

    const imageId = added.ok ? added.value.imageId : "";
    expect(await imagesOf(listingId)).toEqual([...imageIds, imageId]);
    expect(await versionOf(listingId)).toBe(2);
    expect(await actionsOn(listingId)).toEqual(["add-listing-picture"]);
  });

  it("says that a published listing says something else than the public sees", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { listingId } = await makePublishedListing(testDb, { sellerId });
    const seller = await makeSellerActor(testDb, sellerId);
    const { mediaId } = await makeMedia(testDb);

    await addListingPicture(testDb, seller, newKey(), { listingId, mediaId });

    const row = await testDb.selectFrom("listings").select("isChanged").where("id", "=", listingId).executeTakeFirst();
    expect(row).toEqual({ isChanged: true });
  });

  it("stops at twenty, even when three come at the same moment", async () => {
    const { seller, listingId } = await makeHung({ pictures: withPictures(19) });
    const media = await Promise.all([1, 2, 3].map(() => makeMedia(testDb)));

    const added = await Promise.all(
      media.map(({ mediaId }) => addListingPicture(testDb, seller, newKey(), { listingId, mediaId })),
    );

    expect(added.filter(({ ok }) => ok)).toHaveLength(1);
    expect(added.filter((one) => !one.ok && one.refusal === "too-many-pictures")).toHaveLength(2);
    expect(await imagesOf(listingId)).toHaveLength(20);
  });

  it("stops at twenty in the database itself", async () => {
    const { listingId } = await makeHung({ pictures: withPictures(20) });
    const { mediaId } = await makeMedia(testDb);
    const another = testDb.insertInto("listingImages").values({ listingId, mediaId, view: "other", position: 20 });
    await expect(another.execute()).rejects.toThrow("listing_images_at_most_20");
  });

  it("is refused for what hangs there already, and for what is gone", async () => {
    const { seller, listingId } = await makeHung();
    const { mediaId } = await makeMedia(testDb);
    await addListingPicture(testDb, seller, newKey(), { listingId, mediaId });
    const gone = await makeMedia(testDb);
    await testDb.deleteFrom("mediaFiles").where("id", "=", gone.mediaId).execute();

    const again = await addListingPicture(testDb, seller, newKey(), { listingId, mediaId });
    const missing = await addListingPicture(testDb, seller, newKey(), { listingId, mediaId: gone.mediaId });

    expect([again, missing]).toEqual([
      { ok: false, refusal: "already-there" },
      { ok: false, refusal: "picture-missing" },
    ]);
  });
});

describe("the order of pictures", () => {
  it("is what a hand gave them", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const turned = imageIds.toReversed();

    expect(await orderListingPictures(testDb, seller, newKey(), { listingId, imageIds: turned })).toMatchObject({
      ok: true,
    });

    expect(await imagesOf(listingId)).toEqual(turned);
    const page = await openListingPictures(testDb, { listingId, sellerId: seller.sellerId }, "az");
    expect(page?.pictures.map(({ view }) => view)).toEqual(["setting", "detail", "front"]);
  });

  it("is moved one place at a time, and stays at its ends", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const [first = "", second = "", third = ""] = imageIds;
    const move = (imageId: string, direction: "earlier" | "later") =>
      moveListingPicture(testDb, seller, newKey(), { listingId, imageId, direction });

    await move(first, "later");
    expect(await imagesOf(listingId)).toEqual([second, first, third]);
    await move(third, "later");
    await move(second, "earlier");
    expect(await imagesOf(listingId)).toEqual([second, first, third]);
  });

  it("is not taken from a page that a colleague has made old", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const [first = "", ...rest] = imageIds;
    await removeListingPicture(testDb, seller, newKey(), { listingId, imageId: first });

    const orders = [imageIds.toReversed(), rest.slice(1), [...rest, rest[0] ?? ""]];
    for (const order of orders) {
      const ordered = await orderListingPictures(testDb, seller, newKey(), { listingId, imageIds: order });
      expect(ordered).toEqual({ ok: false, refusal: "pictures-changed" });
    }
    const moved = await moveListingPicture(testDb, seller, newKey(), { listingId, imageId: first, direction: "later" });
    expect(moved).toEqual({ ok: false, refusal: "pictures-changed" });
    expect(await imagesOf(listingId)).toEqual(rest);
  });

  it("loses no picture when several are moved, added and removed at the same moment", async () => {
    const { seller, listingId, imageIds } = await makeHung({ pictures: withPictures(6) });
    const media = await makeMedia(testDb);
    const [a = "", b = "", c = ""] = imageIds;

    await Promise.all([
      moveListingPicture(testDb, seller, newKey(), { listingId, imageId: a, direction: "later" }),
      moveListingPicture(testDb, seller, newKey(), { listingId, imageId: b, direction: "later" }),
      addListingPicture(testDb, seller, newKey(), { listingId, mediaId: media.mediaId }),
      removeListingPicture(testDb, seller, newKey(), { listingId, imageId: c }),
    ]);

    const left = await imagesOf(listingId);
    expect(left).toHaveLength(6);
    expect(left.filter((id) => imageIds.includes(id)).toSorted()).toEqual(imageIds.filter((id) => id !== c).toSorted());
    expect(await versionOf(listingId)).toBe(5);
  });
});

describe("what a picture shows", () => {
  it("is its view and one of the listing's own variants", async () => {
    const { seller, listingId, imageIds, variantIds } = await makeHung({ stock: [1, 2] });
    const [imageId = ""] = imageIds;
    const description = { listingId, imageId, view: "scale" as const, variantId: variantIds[1] };

    expect(await describeListingPicture(testDb, seller, newKey(), description)).toEqual({ ok: true, value: null });

    const page = await openListingPictures(testDb, { listingId, sellerId: seller.sellerId }, "az");
    expect(page?.pictures[0]).toMatchObject({ view: "scale", variantId: variantIds[1] });
    expect(page?.variants.map(({ value }) => value)).toEqual(variantIds);
  });

  it("is never another listing's variant, nor is another listing's picture described", async () => {
    const mine = await makeHung();
    const other = await makeHung();
    const describes = (imageId: string | undefined, variantId: string | undefined) =>
      describeListingPicture(testDb, mine.seller, newKey(), {
        listingId: mine.listingId,
        imageId: imageId ?? "",
        view: "other",
        variantId,
      });

    expect(await describes(mine.imageIds[0], other.variantIds[0])).toEqual({ ok: false, refusal: "variant-missing" });
    expect(await describes(other.imageIds[0], undefined)).toEqual({ ok: false, refusal: "picture-missing" });
    const foreign = testDb
      .updateTable("listingImages")
      .set({ variantId: other.variantIds[0] ?? null })
      .where("id", "=", mine.imageIds[0] ?? "");
    await expect(foreign.execute()).rejects.toThrow("listing_images_of_own_variant");
  });
});

describe("taking a picture off", () => {
  it("closes the gap, and putting it back hangs it where it was", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const [first = "", second = "", third = ""] = imageIds;

    await removeListingPicture(testDb, seller, newKey(), { listingId, imageId: second });
    expect(await imagesOf(listingId)).toEqual([first, third]);
    expect(await restoreListingPicture(testDb, seller, newKey(), { listingId, imageId: second })).toMatchObject({
      ok: true,
    });

    expect(await imagesOf(listingId)).toEqual(imageIds);
    const page = await openListingPictures(testDb, { listingId, sellerId: seller.sellerId }, "az");
    expect(page?.pictures.map(({ view }) => view)).toEqual(VIEWS);
  });

  it("is done once; what is gone or was put back is missing", async () => {
    const { seller, listingId, imageIds } = await makeHung();
    const [imageId = ""] = imageIds;
    const remove = () => removeListingPicture(testDb, seller, newKey(), { listingId, imageId });
    const restore = () => restoreListingPicture(testDb, seller, newKey(), { listingId, imageId });

    const results = [await remove(), await remove(), await restore(), await restore()];

    expect(results.map((result) => (result.ok ? "done" : result.refusal))).toEqual([
      "done",
      "picture-missing",
      "done",
      "picture-missing",
    ]);
  });

  it("cannot be undone into a full listing", async () => {
    const { seller, listingId, imageIds } = await makeHung({ pictures: withPictures(20) });
    const [imageId = ""] = imageIds;
    const { mediaId } = await makeMedia(testDb);
    await removeListingPicture(testDb, seller, newKey(), { listingId, imageId });
    await addListingPicture(testDb, seller, newKey(), { listingId, mediaId });

    const restored = await restoreListingPicture(testDb, seller, newKey(), { listingId, imageId });

    expect(restored).toEqual({ ok: false, refusal: "too-many-pictures" });
    expect(await imagesOf(listingId)).toHaveLength(20);
  });
});

describe("pictures of somebody else, or of a listing that is closed", () => {
  it("are missing for another shop, whatever is asked", async () => {
    const { listingId, imageIds } = await makeHung();
    const { seller } = await makeHung();
    const [imageId = ""] = imageIds;
    const { mediaId } = await makeMedia(testDb);

    const results = [
      await addListingPicture(testDb, seller, newKey(), { listingId, mediaId }),
      await orderListingPictures(testDb, seller, newKey(), { listingId, imageIds: imageIds.toReversed() }),
      await moveListingPicture(testDb, seller, newKey(), { listingId, imageId, direction: "later" }),
      await describeListingPicture(testDb, seller, newKey(), {
        listingId,
        imageId,
        view: "other",
        variantId: undefined,
      }),
      await removeListingPicture(testDb, seller, newKey(), { listingId, imageId }),
      await restoreListingPicture(testDb, seller, newKey(), { listingId, imageId }),
    ];

    expect(new Set(results.map((result) => (result.ok ? "done" : result.refusal)))).toEqual(
      new Set(["listing-missing"]),
    );
    expect(await openListingPictures(testDb, { listingId, sellerId: seller.sellerId }, "az")).toBeUndefined();
    expect(await imagesOf(listingId)).toEqual(imageIds);
  });

  it("stay as they are in the archive", async () => {
    const { seller, listingId, imageIds } = await makeHung({ status: "archived" });
    const [imageId = ""] = imageIds;

    const removed = await removeListingPicture(testDb, seller, newKey(), { listingId, imageId });

    expect(removed).toEqual({ ok: false, refusal: "not-editable" });
    expect(await openListingPictures(testDb, { listingId, sellerId: seller.sellerId }, "az")).toMatchObject({
      isEditable: false,
    });
  });
});
