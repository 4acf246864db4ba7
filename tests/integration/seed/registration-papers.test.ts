import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { missingForOrders } from "~/modules/sellers";
import { findShop, readShopPaper } from "~/modules/sellers/index.server";
import { files } from "~/platform/files/files.server";
import { makeApprovedSeller, makeStaff } from "~db/factories";
import { bringRegistrationPapers } from "~db/seed/registration-papers";
import { testDb } from "~tests/support/database";

const shopOf = async (sellerId: string) => {
  const shop = await findShop(testDb, sellerId);
  if (!shop) throw new Error("the shop that was just made is missing");
  return shop;
};

describe("papers of the demo", () => {
  it("are drawn once for every invented shop that has a tax number, and for no other", async () => {
    const registered = await makeApprovedSeller(testDb, { name: "Mis & Gümüş <Lahıc>" });
    await testDb.updateTable("sellers").set({ voen: "9941000062" }).where("id", "=", registered.sellerId).execute();
    const real = await makeApprovedSeller(testDb);
    await testDb
      .updateTable("sellers")
      .set({ voen: "9941000192", isFictional: false })
      .where("id", "=", real.sellerId)
      .execute();
    const unregistered = await makeApprovedSeller(testDb);
    await testDb.updateTable("sellers").set({ voen: null }).where("id", "=", unregistered.sellerId).execute();
    expect(missingForOrders(await shopOf(registered.sellerId))).toContain("paper");

    await bringRegistrationPapers(testDb, files());
    expect(await bringRegistrationPapers(testDb, files())).toBe(0);

    expect((await shopOf(real.sellerId)).papers).toEqual([]);
    expect((await shopOf(unregistered.sellerId)).papers).toEqual([]);
    const shop = await shopOf(registered.sellerId);
    expect(missingForOrders(shop)).not.toContain("paper");
    const paperId = shop.papers[0]?.paperId ?? "";
    const reader = { kind: "staff", id: (await makeStaff(testDb, "reviewer")).userId } as const;
    const opened = await readShopPaper(testDb, files(), reader, { sellerId: registered.sellerId, paperId });
    const bytes = opened.ok ? opened.value.content : Buffer.alloc(0);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 620, height: 877 });
  });
});
