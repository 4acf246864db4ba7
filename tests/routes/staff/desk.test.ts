import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { fileReport } from "~/modules/catalog/index.server";
import { claimReview, openReview } from "~/modules/reviews/index.server";
import { SHOP_QUEUE } from "~/modules/sellers/index.server";
import type { StaffRole } from "~/platform/session/roles";
import { makeApprovedSeller, makePerson, makePublishedListing, makeSeller, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { tagsOf } from "~tests/support/html";
import { makeRegisteredShop } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(role: StaffRole = "reviewer"): Promise<{ visitor: Visitor; userId: string }> {
  const userId = await makePerson(testDb, { role, hasSecondFactor: true });
  const visitor = await makeSignedInVisitor(testDb, site, userId);
  return { visitor, userId };
}

async function makeWaitingShop() {
  const name = `Gözləyən ${unique()}`;
  const { sellerId } = await makeSeller(testDb, { status: "submitted", name });
  const about = { queue: SHOP_QUEUE, subjectId: sellerId, subjectVersion: 1, workingDays: 2 };
  const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
  return { name, sellerId, itemId };
}

const statusOf = async (sellerId: string) =>
  (await testDb.selectFrom("sellers").select("status").where("id", "=", sellerId).executeTakeFirstOrThrow()).status;

describe("the desk", () => {
  it("shows each queue with how many wait, and what waits in the chosen one", async () => {
    const { visitor } = await enter();
    const { name } = await makeWaitingShop();

    const shops = await visitor.get("/en/staff/desk?queue=sellers");
    const reports = await visitor.get("/en/staff/desk?queue=reports");

    expect(shops.html).toContain(name);
    expect(shops.html).toContain("has just come");
    expect(reports.html).not.toContain(name);
    for (const label of [
      "New shops",
      "Changed shops",
      "New listings",
      "Changed listings",
      "Published at once",
      "Reports",
    ]) {
      expect(shops.html).toContain(label);
    }
    expect(shops.headers.get("cache-control")).toContain("no-store");
  });

  it("takes an item, lets it go, and takes the oldest that is free", async () => {
    const { visitor, userId } = await enter();
    const { itemId } = await makeWaitingShop();
    const holder = () =>
      testDb.selectFrom("reviewItems").select("claimedBy").where("id", "=", itemId).executeTakeFirstOrThrow();

    const taken = await visitor.post(`/en/staff/reviews/${itemId}/claim`);
    expect(taken.location).toBe(`/en/staff/reviews/${itemId}`);
    expect(await holder()).toEqual({ claimedBy: userId });
    const released = await visitor.post(`/en/staff/reviews/${itemId}/release`);
    expect(released.location).toBe("/en/staff/desk?queue=sellers");
    expect(await holder()).toEqual({ claimedBy: null });
    const next = await visitor.post("/en/staff/next?queue=sellers");
    expect(next.location).toMatch(/^\/en\/staff\/reviews\/[0-9a-f-]{36}$/);
    expect((await visitor.post("/en/staff/next?queue=listings")).location).toBe("/en/staff/desk?queue=listings&none=1");
  });

  it("offers for approval together only what was opened, approves it, and says what stayed", async () => {
    const { visitor, userId } = await enter();
    const other = await makeStaff(testDb, "reviewer");
    const [mine, taken] = [await makeRegisteredShop(testDb), await makeRegisteredShop(testDb)];
    const chosen = ({ itemId, subjectVersion }: typeof mine) => `${itemId}:${subjectVersion}`;
    for (const { itemId } of [mine, taken]) await visitor.post(`/en/staff/reviews/${itemId}/claim`);
    await testDb
      .updateTable("reviewItems")
      .set({ claimedBy: null, claimedUntil: null })
      .where("claimedBy", "=", userId)
      .execute();
    const untouched = await makeWaitingShop();

    const { html } = await visitor.get("/en/staff/desk?queue=sellers");
    const offered = tagsOf(html, "input").flatMap(({ name, value = "" }) => (name === "items" ? [value] : []));
    expect(offered.toSorted()).toEqual([mine, taken].map(chosen).toSorted());
    await claimReview(testDb, other, taken.itemId);
    const items = [...offered, `${untouched.itemId}:1`];
    const body = new URLSearchParams([["formKey", newKey()], ...items.map((item) => ["items", item])]);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await site.ask("/en/staff/approve?queue=sellers", { method: "POST", body, headers: { cookie } });
    const result = await answer.text();

    expect(await Promise.all([mine, taken, untouched].map(({ sellerId }) => statusOf(sellerId)))).toEqual([
      "approved",
      "submitted",
      "submitted",
    ]);
    expect(result).toContain("Somebody else looks at it just now.");
    expect(result).toContain("You have not opened it as it is now.");
  });

  it("approves no report together with others", async () => {
    const { visitor } = await enter();
    const { itemId } = await makeReport();
    await visitor.post(`/en/staff/reviews/${itemId}/claim`);
    await visitor.post("/en/staff/approve?queue=reports", { items: `${itemId}:1` });

    const { status } = await testDb
      .selectFrom("reviewItems")
      .select("status")
      .where("id", "=", itemId)
      .executeTakeFirstOrThrow();
    expect(status).toBe("open");
  });
});

const SHOP = `Misgər ${unique()}`;

async function makeReport() {
  const title = `Mis camı ${unique()}`;
  const made = await makePublishedListing(testDb, { title, pictures: ["front", "detail"], seller: { name: SHOP } });
  const report = { reason: "wrong_origin", words: `Söz ${unique()}`, email: undefined, locale: "az" } as const;
  const from = { buyer: undefined, clientAddress: unique() };
  await fileReport(testDb, from, newKey(), { listingId: made.listingId, ...report });
  const { id } = await testDb
    .selectFrom("reviewItems")
    .innerJoin("reportCases", "reportCases.id", "reviewItems.subjectId")
    .select("reviewItems.id")
    .where("reportCases.listingId", "=", made.listingId)
    .executeTakeFirstOrThrow();
  return { ...made, title, words: report.words, itemId: id };
}

describe("the screen of a report", () => {
  it("shows both sides' words and decides by a form without scripts", async () => {
    const { visitor } = await enter();
    const { itemId, title, words, listingId } = await makeReport();
    const page = `/en/staff/reviews/${itemId}/report`;

    const before = await visitor.get(page);
    expect(before.html).toContain(title);
    expect(before.html).toContain(words);
    expect(before.html).not.toContain('name="outcome"');
    expect((await visitor.post(`/en/staff/reviews/${itemId}/claim`)).location).toBe(page);
    const wrong = await visitor.post(page, { subjectVersion: "1", outcome: "taken_down", facts: "Made elsewhere." });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("Choose the rule that the decision rests on.");
    expect(wrong.html).toContain("Made elsewhere.");
    const decided = await visitor.post(page, {
      ...{ subjectVersion: "1", outcome: "taken_down", rule: "origin", facts: "Made elsewhere.", unheard: "on" },
    });

    expect(decided.location).toBe(`/en/staff/desk?queue=reports&decided=${itemId}`);
    const { status } = await testDb
      .selectFrom("listings")
      .select("status")
      .where("id", "=", listingId)
      .executeTakeFirstOrThrow();
    expect(status).toBe("archived");
    expect((await visitor.get(page)).location).toBe(`/en/staff/decided/${itemId}`);
  });
});

describe("what was reported", () => {
  const frontOf = async (listingId: string) => {
    const { sha } = await testDb
      .selectFrom("listingPublications")
      .select(sql<string>`front->>'sha256'`.as("sha"))
      .where("listingId", "=", listingId)
      .executeTakeFirstOrThrow();
    return sha;
  };

  it("is shown with its first picture, the way to its page, and its shop", async () => {
    const { visitor } = await enter();
    const { itemId, listingId, slug, sellerId, title } = await makeReport();

    const { html } = await visitor.get(`/en/staff/reviews/${itemId}/report`);

    expect(html).toContain(await frontOf(listingId));
    expect(tagsOf(html, "img").filter(({ alt }) => alt === title)).toHaveLength(2);
    for (const fact of ["Category", "Price in Azerbaijan", "Title (Azerbaijani)"]) expect(html).toContain(`>${fact}<`);
    expect(html).toMatch(new RegExp(`href="/en/listings/${slug}"[^>]*>${title}<`));
    expect(html).toMatch(new RegExp(`href="/en/staff/sellers/${sellerId}"[^>]*>${SHOP}<`));
  });

  it.each([
    ["was changed since", "published", "approved"],
    ["is paused", "paused", "approved"],
    ["is a suspended shop’s", "published", "suspended"],
  ])("is shown as it was reported, also when it %s", async (_what, status, shop) => {
    const { visitor } = await enter();
    const { itemId, listingId, slug, sellerId, title } = await makeReport();
    await testDb.updateTable("listings").set({ status }).where("id", "=", listingId).execute();
    await testDb.updateTable("sellers").set({ status: shop }).where("id", "=", sellerId).execute();
    await testDb.updateTable("listingTexts").set({ title: "Başqa ad" }).where("listingId", "=", listingId).execute();

    const { html } = await visitor.get(`/en/staff/reviews/${itemId}/report`);

    expect(html).toContain(await frontOf(listingId));
    expect(html).toContain(title);
    const isPublic = status === "published" && shop === "approved";
    expect(html.includes(`href="/en/listings/${slug}"`)).toBe(isPublic);
    expect(html.includes("The public does not see it at the moment.")).toBe(!isPublic);
  });
});

it("the page of a shop shows its listings, reports and decisions", async () => {
  const { visitor } = await enter();
  const { itemId, sellerId, slug, title } = await makeReport();

  const { html } = await visitor.get(`/en/staff/sellers/${sellerId}`);

  expect(html).toMatch(new RegExp(`href="/en/listings/${slug}"[^>]*>${title}<`));
  expect(html).toMatch(new RegExp(`href="/en/staff/reviews/${itemId}/report"[^>]*>${title}<`));
});

describe("the list of sellers", () => {
  it("leads to a shop, which is suspended and reinstated with words", async () => {
    const { visitor } = await enter();
    const { sellerId } = await makeApprovedSeller(testDb, { name: `Tapılan ${unique()}` });
    const { html } = await visitor.get("/en/staff/sellers?q=tap%C4%B1lan&status=approved");
    expect(html).toContain(`/en/staff/sellers/${sellerId}`);

    const short = await visitor.post(`/en/staff/sellers/${sellerId}/suspend`, { reason: "conduct", words: "no" });
    expect(short.status).toBe(422);
    expect(await statusOf(sellerId)).toBe("approved");
    const words = "Buyers were not answered for a month.";
    await visitor.post(`/en/staff/sellers/${sellerId}/suspend`, { reason: "conduct", words });
    expect(await statusOf(sellerId)).toBe("suspended");
    const again = await visitor.post(`/en/staff/sellers/${sellerId}/suspend`, { reason: "conduct", words });
    expect(again.html).toContain("The shop is suspended already.");
    expect((await visitor.get(`/en/staff/sellers/${sellerId}`)).html).toContain(words);
    await visitor.post(`/en/staff/sellers/${sellerId}/reinstate`, { words: "They answer now, within a day." });
    expect(await statusOf(sellerId)).toBe("approved");
    const twice = await visitor.post(`/en/staff/sellers/${sellerId}/reinstate`, { words: "They answer now." });
    expect(twice.html).toContain("The shop is not suspended.");
  });
});
