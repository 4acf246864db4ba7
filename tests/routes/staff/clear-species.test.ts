import { describe, expect, it } from "vitest";
import { openReview } from "~/modules/reviews/index.server";
import { makeListing, makePerson, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";
import { workingOf } from "~tests/support/workshop";

const site = siteForTests();

async function makeTaken(restrictedMaterial = "mother_of_pearl") {
  const userId = await makePerson(testDb, { role: "reviewer", hasSecondFactor: true });
  const visitor = await makeSignedInVisitor(testDb, site, userId);
  const { listingId, sellerId } = await makeListing(testDb, { status: "in_review", restrictedMaterial });
  const about = { queue: "listings", subjectId: listingId, subjectVersion: 1, workingDays: 2 };
  const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
  const screen = `/en/staff/reviews/${itemId}`;
  await visitor.post(`${screen}/claim`);
  return { visitor, listingId, sellerId, screen };
}

describe("a listing of a protected species on the desk", () => {
  it("is cleared on its page, and says who cleared it and why", async () => {
    const { visitor, listingId, screen } = await makeTaken();
    const page = await visitor.get(`${screen}/listing`);
    for (const words of ["Protected species", "buyers do not see this listing", "no verified wildlife permit"]) {
      expect(page.html).toContain(words);
    }
    const refused = await visitor.post(`${screen}/listing`, { subjectVersion: "1", decision: "approved" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Clear the species first");

    const form = { subjectVersion: "1", basis: "reason", words: "Shell of freshwater mussels." };
    const wrong = await visitor.post(`${screen}/species`, { ...form, words: "ok" });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Write the reason in a sentence.");
    const byPermit = await visitor.post(`${screen}/species`, { ...form, basis: "permit" });
    expect(byPermit.html).toContain("no verified permit that holds");
    const cleared = await visitor.post(`${screen}/species`, form);
    expect([cleared.status, cleared.location]).toEqual([303, `${screen}/listing`]);
    expect((await workingOf(listingId)).listing.isSpeciesStopped).toBe(false);
    expect((await visitor.get(`${screen}/listing`)).html).toContain("Shell of freshwater mussels.");
  });

  it("has no such section where it names none", async () => {
    const { visitor, screen } = await makeTaken("none");
    expect((await visitor.get(`${screen}/listing`)).html).not.toContain("Protected species");
    expect((await visitor.get(`${screen}/species`)).status).toBe(404);
  });

  it("tells its seller what to do, with the way to the permit", async () => {
    const { listingId, sellerId } = await makeTaken();
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");
    const seller = await makeSignedInVisitor(testDb, site, userId);
    for (const page of ["", "/export"]) {
      const { html } = await seller.get(`/en/seller/listings/${listingId}${page}`);
      expect(html).toContain("Upload the wildlife permit");
      expect(html).toContain("/en/seller/papers/wildlife_permit");
    }
  });

  it("refuses the year of an object over a hundred years old with the law and whom to ask", async () => {
    const { sellerId } = await makeTaken();
    const { listingId } = await makeListing(testDb, { sellerId, madeYear: 1890, hsCode: "570110" });
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");
    const seller = await makeSignedInVisitor(testDb, site, userId);
    const { html } = await seller.get(`/en/seller/listings/${listingId}/export`);
    for (const words of ["Cabinet decision No. 294", "ask the Ministry of Culture", "National Carpet Museum"]) {
      expect(html).toContain(words);
    }
  });
});
