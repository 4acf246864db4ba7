import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { makeApprovedSeller, makePublishedListing, makeSellerActor } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

beforeAll(async () => {
  await loadReferenceData(testDb);
});

async function enter(role: "manager" | "editor" = "manager") {
  const { sellerId } = await makeApprovedSeller(testDb, { targetMarkets: ["US"] });
  const { listingId } = await makePublishedListing(testDb, { sellerId });
  const visitor = await makeSignedInVisitor(testDb, site, (await makeSellerActor(testDb, sellerId, role)).userId);
  return { sellerId, listingId, visitor };
}

describe("a seller's readiness", () => {
  it("shows the ladder, and leads from what is missing to the field of the listing that lacks it", async () => {
    const { visitor, listingId } = await enter();
    const { html } = await visitor.get("/en/seller/readiness");
    expect(html).toContain("Export-ready");
    expect(html).toContain(`href="/en/seller/listings/${listingId}/export"`);
    expect(html).toContain('href="/en/seller/shop/legal"');
  });

  it("leads to a listing whose changes were not sent: what is filled in there is not judged yet", async () => {
    const { visitor, listingId } = await enter();
    await testDb.updateTable("listings").set({ isChanged: true }).where("id", "=", listingId).execute();
    const { html } = await visitor.get("/en/seller/readiness");
    expect(html).toContain("Send the changes of");
    expect(html).toContain(`href="/en/seller/listings/${listingId}"`);
    expect(html).not.toContain(`href="/en/seller/listings/${listingId}/export"`);
  });

  it("is shown to an editor without the ways that are not hers", async () => {
    const { visitor } = await enter("editor");
    const { html, status } = await visitor.get("/en/seller/readiness");
    expect(status).toBe(200);
    expect(html).not.toContain('href="/en/seller/readiness/profile"');
    expect((await visitor.get("/en/seller/readiness/profile")).status).toBe(404);
  });

  it("takes what a seller says of herself and keeps what was typed when it is refused", async () => {
    const { visitor } = await enter();
    const page = await visitor.get("/en/seller/readiness/profile");
    const stamp = /name="stamp" value="(\w+)"/.exec(page.html)?.[1] ?? "";
    const late = await visitor.post("/en/seller/readiness/profile", { stamp: "0", capacity: "Ayda 60" });
    expect(late.status).toBe(422);
    expect(late.html).toContain("Ayda 60");
    const saved = await visitor.post("/en/seller/readiness/profile", {
      stamp,
      capacity: "Ayda 60",
      targetMarkets: "EU",
    });
    expect(saved.location).toBe("/en/seller/readiness/profile?saved=1");
  });

  it("leads from a fact that a market asks of goods to each listing that lacks it", async () => {
    const { visitor, listingId } = await enter();
    await testDb
      .updateTable("listingPublications")
      .set({ snapshot: sql`snapshot || '{"hsCode": "741810"}'::jsonb` })
      .where("listingId", "=", listingId)
      .execute();
    const { title } = await testDb
      .selectFrom("listingTexts")
      .select("title")
      .where("listingId", "=", listingId)
      .where("locale", "=", "az")
      .executeTakeFirstOrThrow();
    const way = new RegExp(`href="/en/seller/listings/${listingId}/export"[^>]*>${title}<`);
    expect((await visitor.get("/en/seller/readiness/markets/US")).html).toMatch(way);

    const copper = { copperWeightGrams: 180, copperValueMinor: 200n, copperValueCurrency: "EUR" };
    await testDb.updateTable("listings").set(copper).where("id", "=", listingId).execute();
    expect((await visitor.get("/en/seller/readiness/markets/US")).html).not.toMatch(way);
  });

  it("takes her word for the rules of a market, and knows no other market", async () => {
    const { visitor } = await enter();
    expect((await visitor.get("/en/seller/readiness/markets")).html).toContain("United States");
    const page = await visitor.get("/en/seller/readiness/markets/US");
    expect(page.html).toContain("Guidance, not legal advice.");
    const saved = await visitor.post("/en/seller/readiness/markets/US", { rules: "US-G3" });
    expect(saved.location).toBe("/en/seller/readiness/markets/US?saved=1");
    expect((await visitor.get("/en/seller/readiness/markets/US")).html).toMatch(
      /value="US-G3"[^>]*checked|checked[^>]*value="US-G3"/,
    );
    expect((await visitor.get("/en/seller/readiness/markets/XX")).status).toBe(404);
    expect((await visitor.post("/en/seller/readiness/markets/XX", {})).status).toBe(404);
  });
});
