import { describe, expect, it } from "vitest";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { makeApprovedSeller, makePublishedListing, makeSellerActor, makeViews } from "~db/factories";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

async function makeLookedAt(title: string, views: number) {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId } = await makePublishedListing(testDb, { sellerId, title });
  await makeViews(testDb, listingId, dayInBaku(clock()), views);
  const { userId } = await makeSellerActor(testDb, sellerId, "editor");
  const cookie = await signIn(testDb, userId);
  return { sellerId, listingId, ask: (path: string) => site.get(path, { cookie }) };
}

describe("a seller's numbers", () => {
  it("are shown by listing and by day, and for one listing, to everybody of the team", async () => {
    const { ask, listingId } = await makeLookedAt("Copper tray", 4711);

    const all = await (await ask("/en/seller/numbers?sort=title")).text();
    const one = await ask(`/en/seller/numbers?listing=${listingId}`);

    expect(all).toContain("Copper tray");
    expect(all).toContain("4711");
    expect(one.status).toBe(200);
    expect(await one.text()).toContain("Views in the last 30 days: 4,711");
  });

  it("of another seller are missing, on the pages and in the file", async () => {
    const own = await makeLookedAt("Own tray", 1);
    const other = await makeLookedAt("Other tray", 4712);

    const page = await (await own.ask("/en/seller/numbers")).text();
    const file = await (await own.ask("/en/seller/numbers/karvan.csv")).text();

    expect((await own.ask(`/en/seller/numbers?listing=${other.listingId}`)).status).toBe(404);
    expect((await own.ask("/en/seller/numbers?listing=nonsense")).status).toBe(404);
    for (const text of [page, file]) {
      expect(text).toContain("Own tray");
      expect(text).not.toContain("Other tray");
      expect(text).not.toContain("4712");
    }
  });

  it("come as a file that no cache keeps", async () => {
    const { ask } = await makeLookedAt("Cup", 3);
    const { status, headers } = await ask("/en/seller/numbers/karvan.csv");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("text/csv");
    expect(headers.get("content-disposition")).toContain("attachment");
    expect(headers.get("cache-control")).toContain("no-store");
  });

  it("are drawn on the overview, and each sum leads to where it comes from", async () => {
    const { ask } = await makeLookedAt("Cup", 4713);
    const html = await (await ask("/en/seller")).text();
    expect(html).toMatch(/href="\/en\/seller\/numbers\?sort=views"[^>]*>4,713/);
    expect(html).toContain("What needs attention today");
  });
});
