import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withdrawReview } from "~/modules/reviews/index.server";
import { SHOP_QUEUE } from "~/modules/sellers/index.server";
import type { StaffRole } from "~/platform/session/roles";
import { makePerson, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeSubmittedShop } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(role: StaffRole = "reviewer", name = `Rəna ${unique()}`) {
  const userId = await makePerson(testDb, { role, hasSecondFactor: true, name });
  return { name, visitor: await makeSignedInVisitor(testDb, site, userId) };
}

/** A shop that somebody has sent back with words. */
async function makeSentBack() {
  const shop = `Qaytarılan ${unique()}`;
  const { itemId, sellerId } = await makeSubmittedShop(testDb, shop);
  const { name, visitor } = await enter();
  const screen = `/en/staff/reviews/${itemId}`;
  await visitor.post(`${screen}/claim`);
  const fields = { subjectVersion: "4", decision: "changes_requested", "words-voen": "Which number?" };
  const answer = await visitor.post(screen, fields);
  return { shop, itemId, sellerId, screen, decider: name, visitor, answer };
}

describe("an item that is decided", () => {
  it("says to a colleague who decided it, what, and why, with the way back to the desk", async () => {
    const { shop, itemId, screen, decider } = await makeSentBack();
    const { visitor } = await enter();

    for (const ask of [await visitor.get(screen), await visitor.post(`${screen}/claim`)]) {
      expect(ask.location).toBe(`/en/staff/decided/${itemId}`);
    }
    const { html } = await visitor.get(`/en/staff/decided/${itemId}`);

    for (const words of [shop, decider, "This has been decided already.", "Changes requested", ": Which number?"]) {
      expect(html).toContain(words);
    }
    expect(html).toContain('href="/en/staff/desk?queue=sellers"');
  });

  it("says so, too, when it was taken back", async () => {
    const { itemId, sellerId } = await makeSubmittedShop(testDb);
    const about = { queue: SHOP_QUEUE, subjectId: sellerId };
    await testDb.transaction().execute((trx) => withdrawReview(trx, about));
    const { visitor } = await enter();

    expect((await visitor.get(`/en/staff/reviews/${itemId}`)).location).toBe(`/en/staff/decided/${itemId}`);
    expect((await visitor.get(`/en/staff/decided/${itemId}`)).html).toContain("This was taken back from review.");
  });

  it("is nothing to who may not decide its queue, and an id that nobody knows stays missing", async () => {
    const { itemId } = await makeSentBack();
    const [curator, reviewer] = [await enter("curator"), await enter()];

    expect((await curator.visitor.get(`/en/staff/decided/${itemId}`)).status).toBe(404);
    for (const path of ["reviews/ID", "reviews/ID/listing", "reviews/ID/report", "decided/ID"]) {
      const { status } = await reviewer.visitor.get(`/en/staff/${path.replace("ID", randomUUID())}`);
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it("stands in the list of what was decided lately, and is named where the desk goes on", async () => {
    const { shop, itemId, decider, visitor, answer } = await makeSentBack();

    const all = await visitor.get("/en/staff/decided?queue=sellers");
    const others = await visitor.get("/en/staff/decided?queue=reports");

    expect(all.html).toMatch(new RegExp(`href="/en/staff/decided/${itemId}"[^>]*>${shop}<`));
    expect(all.html).toContain(decider);
    expect(others.html).not.toContain(shop);
    expect(answer.location).toBe(`/en/staff/desk?queue=sellers&decided=${itemId}`);
    expect((await visitor.get(answer.location ?? "")).html).toContain(`“${shop}” was sent back with the reason`);
  });
});

describe("the desk", () => {
  it("says what to do to who approves nothing together", async () => {
    const { visitor } = await enter();
    const { location } = await visitor.post("/en/staff/approve?queue=sellers");
    expect(location).toBe("/en/staff/desk?queue=sellers&nothing=1");
    expect((await visitor.get(location ?? "")).html).toContain("Choose at least one first.");
  });

  it("shows who holds an item to who lost it while she wrote, and keeps what she wrote", async () => {
    const { itemId } = await makeSubmittedShop(testDb);
    const [first, second] = [await enter(), await enter()];
    const screen = `/en/staff/reviews/${itemId}`;
    await first.visitor.post(`${screen}/claim`);
    await first.visitor.post(`${screen}/release`);
    await second.visitor.post(`${screen}/claim`);

    const fields = { subjectVersion: "4", decision: "changes_requested", "words-story": "Kept words." };
    const { html } = await first.visitor.post(screen, fields);

    for (const words of ["Somebody else looks at it just now.", second.name, "Kept words."])
      expect(html).toContain(words);
    expect(html).not.toContain("Yours until");
  });
});
