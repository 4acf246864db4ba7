import { describe, expect, it } from "vitest";
import { makePublishedListing, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const BROWSER = "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";

const beacon = (slug: string, headers: Record<string, string> = {}) =>
  site.ask(`/en/listings/${slug}/view`, { method: "POST", headers: { "user-agent": BROWSER, ...headers } });

const viewsOf = async (listingId: string) =>
  (await testDb.selectFrom("listingViewDays").select("views").where("listingId", "=", listingId).executeTakeFirst())
    ?.views ?? 0;

describe("the beacon of a listing's page", () => {
  it("counts a look, answers with nothing and sets no cookie", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);

    const answer = await beacon(slug);

    expect(answer.status).toBe(204);
    expect(await answer.text()).toBe("");
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await viewsOf(listingId)).toBe(1);
  });

  it("answers alike to robots, to the seller's own team and for what is not there, and counts nothing", async () => {
    const { slug, listingId, sellerId } = await makePublishedListing(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId, "editor");

    const answers = [
      await beacon(slug, { "user-agent": "Googlebot/2.1" }),
      await beacon(slug, { cookie: await signIn(testDb, userId) }),
      await beacon("no-such-listing"),
    ];

    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await viewsOf(listingId)).toBe(0);
  });

  it("is taken from pages of this site only", async () => {
    const { slug, listingId } = await makePublishedListing(testDb);
    expect((await beacon(slug, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect(await viewsOf(listingId)).toBe(0);
  });

  it("leads who opens its address to the listing", async () => {
    const { slug } = await makePublishedListing(testDb);
    const answer = await site.get(`/en/listings/${slug}/view`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `/en/listings/${slug}`]);
  });
});

describe("the page of a listing", () => {
  it("stays one that shared caches keep, and sets no cookie", async () => {
    const { slug } = await makePublishedListing(testDb);
    const page = await site.get(`/en/listings/${slug}`);
    expect(page.headers.get("cache-control")).toContain("public");
    expect(page.headers.getSetCookie()).toEqual([]);
  });
});
