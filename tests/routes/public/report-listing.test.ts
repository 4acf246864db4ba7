import { describe, expect, it } from "vitest";
import { makeApprovedSeller, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { makeAccount, PASSWORD } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { linkTo, makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function makePublic() {
  const { sellerId } = await makeApprovedSeller(testDb);
  return makePublishedListing(testDb, { sellerId, title: `Mis dolça ${unique()}` });
}

const reportsOf = (listingId: string) =>
  testDb
    .selectFrom("reports")
    .innerJoin("reportCases", "reportCases.id", "reports.caseId")
    .select(["reports.reason", "reports.words", "reports.email", "reports.userId"])
    .where("reportCases.listingId", "=", listingId)
    .execute();

describe("reporting a listing", () => {
  it("is a link on the listing's page, which stays one for shared caches", async () => {
    const { slug } = await makePublic();
    const page = await makeVisitor(site).get(`/en/listings/${slug}`);

    expect(page.html).toContain(`/en/listings/${slug}/report`);
    expect(page.headers.get("cache-control")).toContain("public");
    expect(page.html).not.toContain("formKey");
  });

  it("is a form of its own that nobody keeps, and takes a guest's words without scripts", async () => {
    const { slug, listingId } = await makePublic();
    const visitor = makeVisitor(site);
    const page = await visitor.get(`/en/listings/${slug}/report`);
    expect(page.headers.get("cache-control")).toContain("no-store");

    const email = `${unique()}@example.org`;
    const sent = await visitor.post(`/en/listings/${slug}/report`, {
      reason: "copied_design",
      words: "Seen in Şəki",
      email,
    });

    expect(sent.location).toBe(`/en/listings/${slug}/report?sent=1`);
    expect(await reportsOf(listingId)).toEqual([
      { reason: "copied_design", words: "Seen in Şəki", email, userId: null },
    ]);
    expect((await visitor.get(sent.location ?? "")).html).toContain("Your report is with the Federation.");
  });

  it.each([
    [{ words: "Something" }, "Choose what is wrong."],
    [{ reason: "other" }, "Say in a sentence what is wrong."],
    [{ reason: "not_handmade", email: "nobody" }, "name@example.com"],
  ])("gives %j back with a sentence", async (fields, sentence) => {
    const { slug, listingId } = await makePublic();
    const answer = await makeVisitor(site).post(`/en/listings/${slug}/report`, fields);

    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    expect(await reportsOf(listingId)).toEqual([]);
  });

  it("looks to a machine that fills in everything as if it had been taken", async () => {
    const { slug, listingId } = await makePublic();
    const fields = { reason: "copied_design", website: "https://spam.example" };
    const answer = await makeVisitor(site).post(`/en/listings/${slug}/report`, fields);

    expect(answer.location).toBe(`/en/listings/${slug}/report?sent=1`);
    expect(await reportsOf(listingId)).toEqual([]);
  });

  it("is missing for what is not public", async () => {
    expect((await makeVisitor(site).get("/en/listings/no-such-thing/report")).status).toBe(404);
  });

  it("knows a signed-in person, takes it once from her, and asks for no e-mail", async () => {
    const { slug, listingId } = await makePublic();
    const { email, userId } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });

    expect((await visitor.get(`/en/listings/${slug}/report`)).html).not.toContain('name="email"');
    await visitor.post(`/en/listings/${slug}/report`, { reason: "not_handmade" });
    const again = await visitor.post(`/en/listings/${slug}/report`, { reason: "not_handmade" });

    expect(again.html).toContain("You have reported this listing already");
    expect(await reportsOf(listingId)).toEqual([{ reason: "not_handmade", words: null, email: null, userId }]);
  });
});

describe("the seller's page of a report", () => {
  it("is reached by the letter, shows what was said, and takes her words; another seller finds nothing", async () => {
    const { slug, sellerId } = await makePublic();
    const seller = await makeSellerActor(testDb, sellerId, "manager");
    await makeVisitor(site).post(`/en/listings/${slug}/report`, { reason: "not_handmade", words: "Cast, not beaten." });
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", seller.userId)
      .executeTakeFirstOrThrow();
    const link = await linkTo(testDb, email);
    const enter = (userId: string) => makeSignedInVisitor(testDb, site, userId);

    const own = await enter(seller.userId);
    expect((await own.get(link)).html).toContain("Cast, not beaten.");
    expect((await own.post(link, { words: "Come and watch me beat it." })).location).toContain("said=1");
    expect((await own.get(link)).html).toContain("Come and watch me beat it.");

    const other = await makeSellerActor(testDb, (await makeApprovedSeller(testDb)).sellerId);
    const stranger = await enter(other.userId);
    expect((await stranger.get(link)).status).toBe(404);
    const posted = await stranger.post(link, { words: "Not mine." });
    expect([404, 422]).toContain(posted.status);
    const editor = await enter((await makeSellerActor(testDb, sellerId, "editor")).userId);
    expect((await editor.get(link)).status).toBe(404);
  });
});
