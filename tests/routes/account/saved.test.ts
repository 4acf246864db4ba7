import { describe, expect, it } from "vitest";
import { makeApprovedSeller, makePublishedListing, unique } from "~db/factories";
import { makeAccount, PASSWORD } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function makePublic(title: string) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId, slug } = await makePublishedListing(testDb, { sellerId, title });
  return { listingId, slug };
}

describe("saving a listing", () => {
  it("is one press for who is signed in, from a page that looks the same to everybody", async () => {
    const { listingId, slug } = await makePublic("Copper tray with chased rim");
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });

    const page = await visitor.get(`/en/listings/${slug}`);
    expect(page.headers.get("cache-control")).toContain("public");
    expect(page.html).toContain(`name="listing" value="${listingId}"`);
    const saved = await visitor.post("/en/account/saved", { listing: listingId });

    expect(saved.location).toBe("/en/account/saved?news=saved");
    expect((await visitor.get("/en/account/saved")).html).toContain("Copper tray with chased rim");
    await visitor.post("/en/account/saved/remove", { listing: listingId });
    expect((await visitor.get("/en/account/saved")).html).not.toContain("Copper tray with chased rim");
  });

  it("leads a guest over the sign-in back to the question, with the listing not forgotten", async () => {
    const { listingId } = await makePublic("Silk scarf of two colours");
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);

    const asked = await visitor.post("/en/account/saved", { listing: listingId });
    const next = new URL(asked.location ?? "", "http://site").searchParams.get("next") ?? "";
    const entered = await visitor.post("/en/login", { email, password: PASSWORD, next });

    expect(entered.location).toBe(`/en/account/saved?add=${listingId}`);
    const { html } = await visitor.get(entered.location ?? "");
    expect(html).toContain("You wanted to save this: Silk scarf of two colours");
  });

  it("says so when the listing is not on offer", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });

    const missing = await visitor.post("/en/account/saved", { listing: "00000000-0000-4000-8000-000000000000" });
    const nonsense = await visitor.post("/en/account/saved", { listing: unique() });

    expect([missing.location, nonsense.location]).toEqual([
      "/en/account/saved?news=gone",
      "/en/account/saved?news=gone",
    ]);
  });
});

describe("closing the account", () => {
  it("asks for the password and an understanding, then signs out and can never be entered again", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    await visitor.post("/en/login", { email, password: PASSWORD });

    const bare = await visitor.post("/en/account/close", { password: PASSWORD });
    const wrong = await visitor.post("/en/account/close", { password: "not mine at all", understands: "on" });
    const closed = await visitor.post("/en/account/close", { password: PASSWORD, understands: "on" });

    expect([bare.status, wrong.status]).toEqual([422, 422]);
    expect(closed.location).toBe("/en/login?news=closed");
    expect((await visitor.get("/en/account")).status).toBe(302);
    expect((await visitor.post("/en/login", { email, password: PASSWORD })).status).toBe(422);
  });
});

describe("the copy of one's data", () => {
  it("comes as a zip file that no cache keeps, and only to who is signed in", async () => {
    const { email } = await makeAccount(testDb);
    const visitor = makeVisitor(site);
    expect((await visitor.get("/en/account/data/karvan.zip")).status).toBe(302);
    await visitor.post("/en/login", { email, password: PASSWORD });

    const { status, headers, html } = await visitor.get("/en/account/data/karvan.zip");

    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/zip");
    expect(headers.get("cache-control")).toContain("no-store");
    expect(html.startsWith("PK")).toBe(true);
  });
});
