import { describe, expect, it } from "vitest";
import { findShopPictures } from "~/modules/catalog/index.server";
import type { SellerStatus } from "~/modules/sellers";
import { chooseShopPicture, findShop } from "~/modules/sellers/index.server";
import { makeMedia, makeSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

async function makeShop(status: SellerStatus = "draft") {
  const { sellerId } = await makeSeller(testDb, { status });
  return { sellerId, seller: await makeSellerActor(testDb, sellerId) };
}

describe("the cover and the logo of a shop", () => {
  it("are chosen and taken away each by itself, with a new version and a line in the audit log", async () => {
    const { sellerId, seller } = await makeShop();
    const [cover, logo] = [await makeMedia(testDb), await makeMedia(testDb)];

    await chooseShopPicture(testDb, seller, newKey(), { part: "cover", mediaId: cover.mediaId });
    await chooseShopPicture(testDb, seller, newKey(), { part: "logo", mediaId: logo.mediaId });
    expect(await findShopPictures(testDb, sellerId)).toMatchObject({
      cover: { sha256: cover.sha256 },
      logo: { sha256: logo.sha256 },
    });
    await chooseShopPicture(testDb, seller, newKey(), { part: "cover", mediaId: undefined });

    expect(await findShopPictures(testDb, sellerId)).toMatchObject({ cover: undefined, logo: { sha256: logo.sha256 } });
    expect(await findShop(testDb, sellerId)).toMatchObject({ version: 4 });
    const actions = await testDb
      .selectFrom("auditEntries")
      .select("action")
      .where("subjectId", "=", sellerId)
      .orderBy("id")
      .execute();
    expect(actions.map(({ action }) => action)).toEqual([
      "choose-shop-picture",
      "choose-shop-picture",
      "remove-shop-picture",
    ]);
  });

  it.each(["draft", "changes_requested", "approved"] as const)("may be chosen in a shop that is %s", async (status) => {
    const { seller } = await makeShop(status);
    const { mediaId } = await makeMedia(testDb);
    expect(await chooseShopPicture(testDb, seller, newKey(), { part: "logo", mediaId })).toEqual({
      ok: true,
      value: null,
    });
  });

  it.each(["submitted", "suspended"] as const)("stay as they are in a shop that is %s", async (status) => {
    const { sellerId, seller } = await makeShop(status);
    const { mediaId } = await makeMedia(testDb);

    const chosen = await chooseShopPicture(testDb, seller, newKey(), { part: "logo", mediaId });

    expect(chosen).toEqual({ ok: false, refusal: "shop-closed" });
    expect(await findShopPictures(testDb, sellerId)).toEqual({ cover: undefined, logo: undefined });
  });

  it("cannot be a picture that is gone", async () => {
    const { seller } = await makeShop();
    const { mediaId } = await makeMedia(testDb);
    await testDb.deleteFrom("mediaFiles").where("id", "=", mediaId).execute();

    const chosen = await chooseShopPicture(testDb, seller, newKey(), { part: "logo", mediaId });

    expect(chosen).toEqual({ ok: false, refusal: "picture-missing" });
  });
});
