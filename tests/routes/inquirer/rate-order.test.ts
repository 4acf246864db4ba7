import { expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { makeOrder, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

it("leads a rating from its buyer to the public pages, through its seller's answer, and away by a reviewer", async () => {
  const made = await makeOrder(testDb, { status: "completed", completedAt: clock() });
  const { slug } = await testDb
    .selectFrom("sellerSlugs")
    .select("slug")
    .where("sellerId", "=", made.sellerId)
    .executeTakeFirstOrThrow();
  const buyer = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
  const seller = await makeSignedInVisitor(testDb, site, made.seller.userId);
  const reviewer = await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, "reviewer")).userId);
  const anybody = makeVisitor(site);
  const page = `/en/orders/${made.orderId}`;
  const publicPages = [`/en/sellers/${slug}`, `/en/listings/${made.listingSlug}`];

  expect((await buyer.get(page)).html).toContain(`href="${page}/rate"`);
  const refused = await buyer.post(`${page}/rate`, { words: "Beautiful cups." });
  expect([refused.status, refused.html.includes("Please choose how many stars.")]).toEqual([422, true]);
  expect(refused.html).toContain("Beautiful cups.");
  expect((await buyer.post(`${page}/rate`, { stars: "4", words: "Beautiful cups." })).location).toBe(
    `${page}?news=rate`,
  );
  const answer = `/en/seller/orders/${made.orderId}/answer-rating`;
  expect((await seller.get(`/en/seller/orders/${made.orderId}`)).html).toContain(`href="${answer}"`);
  expect((await seller.post(answer, { words: "Çox sağ olun!" })).status).toBe(303);
  for (const path of publicPages) {
    const { html } = await anybody.get(path);
    for (const text of ["Beautiful cups.", "Çox sağ olun!", "4 stars of 5", "1 rating"]) expect(html).toContain(text);
  }

  expect((await reviewer.get("/en/staff/ratings")).html).toContain("Beautiful cups.");
  const hide = `/en/staff/ratings/${made.orderId}`;
  expect((await reviewer.post(hide, { words: "It names a person." })).location).toBe("/en/staff/ratings");
  for (const path of publicPages) expect((await anybody.get(path)).html).not.toContain("Beautiful cups.");
  expect((await reviewer.post(`${hide}/show`)).location).toBe("/en/staff/ratings");
});
