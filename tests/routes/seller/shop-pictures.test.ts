import { describe, expect, it } from "vitest";
import { findShopPictures, makeRenditions } from "~/modules/catalog/index.server";
import { files } from "~/platform/files/files.server";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePhoto } from "~tests/support/pictures";
import { visitAsSeller, type SellerVisit } from "~tests/support/seller-visit";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

async function bring({ ask }: SellerVisit, purpose: string, seed: number): Promise<Response> {
  const form = new FormData();
  form.append("formKey", newKey());
  form.append("purpose", purpose);
  const content = new Uint8Array(await makePhoto({ width: 960, height: 400, seed }));
  form.append("pictures", new File([content], "a.jpg", { type: "image/jpeg" }));
  return ask("/en/seller/shop/pictures", { method: "POST", body: form });
}

describe("the pictures of a shop", () => {
  it("are brought by plain forms, shown on its public page and where it is shared, and taken away", async () => {
    const visit = await visitAsSeller(testDb, site);
    const publicPage = async () => (await site.get(`/en/sellers/${visit.slug}`)).text();
    expect(await publicPage()).not.toContain("/media/");

    expect((await bring(visit, "shop-cover", 1)).headers.get("location")).toBe("/en/seller/shop/pictures");
    expect((await bring(visit, "shop-logo", 2)).status).toBe(303);

    const { cover, logo } = await findShopPictures(testDb, visit.sellerId);
    const html = await publicPage();
    expect(html).toContain(`/media/${cover?.sha256}/640.jpeg`);
    expect(html).toContain(`/media/${logo?.sha256}/640.jpeg`);
    const body = new URLSearchParams({ formKey: newKey(), part: "cover" });
    const removed = await visit.ask("/en/seller/shop/pictures/remove", { method: "POST", body });
    expect(removed.headers.get("location")).toBe("/en/seller/shop/pictures");
    expect(await publicPage()).not.toContain(cover?.sha256);
  });

  it("have the cover on the picture of a shared link", async () => {
    const visit = await visitAsSeller(testDb, site);
    const before = (await site.get(`/og/sellers/${visit.slug}.jpg?lang=en`)).headers.get("etag");
    await bring(visit, "shop-cover", 3);
    const { mediaId } = await testDb
      .selectFrom("sellers")
      .select("coverMediaId as mediaId")
      .where("id", "=", visit.sellerId)
      .executeTakeFirstOrThrow();
    await makeRenditions(testDb, files(), mediaId ?? "");

    const after = (await site.get(`/og/sellers/${visit.slug}.jpg?lang=en`)).headers.get("etag");

    expect(before).not.toBeNull();
    expect(after).not.toBe(before);
  });

  it("stay as they are while the Federation looks at the shop, and the page says so", async () => {
    const visit = await visitAsSeller(testDb, site);
    await testDb
      .updateTable("sellers")
      .set({ status: "submitted", submittedAt: new Date("2026-11-25T10:00:00Z") })
      .where("id", "=", visit.sellerId)
      .execute();

    const refused = await bring(visit, "shop-logo", 4);

    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("cannot be changed just now");
    expect(await findShopPictures(testDb, visit.sellerId)).toMatchObject({ logo: undefined });
  });
});
