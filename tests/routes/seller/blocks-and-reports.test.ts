import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeInquiry } from "~tests/support/inquiry";
import { answer, decide, FACTS, makeCase, WORDS } from "~tests/support/inquiry-case";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(asked: Awaited<ReturnType<typeof makeInquiry>>) {
  const visitor = await makeSignedInVisitor(testDb, site, asked.seller.userId);
  const buyer = await makeSignedInVisitor(testDb, site, asked.buyer.userId);
  const { inquiryId } = asked;
  return { visitor, buyer, inquiryId, thread: `/en/seller/inquiries/${inquiryId}`, hers: `/en/inquiries/${inquiryId}` };
}

const makeEntered = async () => enter(await makeInquiry({}, { now: clock() }));

const openBlocks = (inquiryId: string) =>
  testDb
    .selectFrom("contactBlocks")
    .select("id")
    .where("inquiryId", "=", inquiryId)
    .where("liftedAt", "is", null)
    .execute();

describe("a thread in the workspace", () => {
  it("blocks its buyer, whose next message comes back to her with a sentence, and lets her write again", async () => {
    const { visitor, buyer, thread, hers } = await makeEntered();
    expect((await visitor.get(thread)).html).toContain("Block the buyer");

    const blocked = await visitor.post(`${thread}/block`);

    expect(blocked.location).toBe(`${thread}?news=blocked`);
    const after = await visitor.get(blocked.location ?? "");
    expect(after.html).toContain("Unblock");
    expect(after.html).not.toContain("Block the buyer");
    expect((await buyer.get(hers)).html).not.toMatch(/\bspam\b/i);
    const written = await buyer.post(hers, { body: "Are you still there?" });
    expect(written.status).toBe(422);
    expect(written.html).toContain("This seller takes no inquiries from you.");
    expect(written.html).toContain("Are you still there?");

    expect((await visitor.post(`${thread}/unblock`)).location).toBe(`${thread}?news=unblocked`);
    expect((await visitor.get(thread)).html).toContain("Block the buyer");
  });

  it("says to who is blocked everywhere that the Federation did it", async () => {
    const { buyer, hers, ...asked } = await makeEntered();
    const { buyerUserId } = await testDb
      .selectFrom("inquiries")
      .select("buyerUserId")
      .where("id", "=", asked.inquiryId)
      .executeTakeFirstOrThrow();
    await testDb.insertInto("contactBlocks").values({ userId: buyerUserId, blockedAt: clock() }).execute();
    const { html } = await buyer.post(hers, { body: "Are you still there?" });
    expect(html).toContain("The Federation has stopped you from writing to sellers on this site.");
  });

  it("is blocked by no other shop", async () => {
    const [own, other] = [await makeEntered(), await makeEntered()];
    for (const deed of ["block", "unblock"]) {
      expect((await other.visitor.post(`${own.thread}/${deed}`)).status).toBe(404);
    }
    expect(await openBlocks(own.inquiryId)).toEqual([]);
  });

  it("says that the page was old when there is nobody to block any more", async () => {
    const { visitor, thread, inquiryId } = await makeEntered();
    const gone = { buyerUserId: null, buyerName: null, erasedAt: clock() };
    await testDb.updateTable("inquiries").set(gone).where("id", "=", inquiryId).execute();
    expect((await visitor.post(`${thread}/block`)).location).toBe(`${thread}?news=stale`);
  });
});

describe("the list of blocked buyers", () => {
  it("says that there is nobody, names who is blocked, and lifts it with a word", async () => {
    const { visitor, thread, inquiryId } = await makeEntered();
    expect((await visitor.get("/en/seller/blocked")).html).toContain("Nobody is blocked");
    expect((await visitor.get("/en/seller/inquiries")).html).toContain('href="/en/seller/blocked"');
    await visitor.post(`${thread}/block`);

    const { html } = await visitor.get("/en/seller/blocked");
    expect(html).toContain(`href="${thread}"`);
    expect(html).toContain("Jonas Petersen");
    const lifted = await visitor.post("/en/seller/blocked", { inquiryId });

    expect(lifted.location).toBe("/en/seller/blocked?lifted=1");
    const after = await visitor.get(lifted.location ?? "");
    expect(after.html).toContain("Unblocked: the buyer can write again.");
    expect(after.html).toContain("Nobody is blocked");
  });

  it("lifts nothing of another shop, nor what is no thread", async () => {
    const [own, other] = [await makeEntered(), await makeEntered()];
    await own.visitor.post(`${own.thread}/block`);

    for (const inquiryId of [own.inquiryId, "nonsense", ""]) {
      expect((await other.visitor.post("/en/seller/blocked", { inquiryId })).status).toBe(404);
    }
    expect((await other.visitor.get("/en/seller/blocked")).html).not.toContain(own.inquiryId);
    expect(await openBlocks(own.inquiryId)).toHaveLength(1);
  });
});

describe("a report by the shop", () => {
  it("is a page of the thread that takes it once, and gives back what is missing with what was typed", async () => {
    const { visitor, thread } = await makeEntered();
    expect((await visitor.get(thread)).html).toContain(`href="${thread}/report"`);
    const lacking = await visitor.post(`${thread}/report`, { words: "The link leads to a false bank." });
    expect([lacking.status, lacking.html.includes("Choose what is wrong.")]).toEqual([422, true]);
    expect(lacking.html).toContain("The link leads to a false bank.");

    const sent = await visitor.post(`${thread}/report`, { reason: "fraud" });

    expect(sent.location).toBe(`${thread}/report`);
    expect((await visitor.get(`${thread}/report`)).html).toContain("Your report is with the Federation.");
    expect((await visitor.post(`${thread}/report`, { reason: "fraud" })).status).toBe(422);
  });

  it("is refused with a sentence to who reports too many", async () => {
    const { visitor, thread } = await makeEntered();
    let last = await visitor.post(`${thread}/report`, { reason: "fraud" });
    for (let more = 0; more < 10; more += 1) last = await visitor.post(`${thread}/report`, { reason: "spam" });
    expect(last.status).toBe(422);
    expect(last.html).toContain("Too many reports in one day.");
  });
});

describe("a report of the shop", () => {
  it("is read and answered on a page of the thread, by any of the team", async () => {
    const made = await makeCase("buyer", clock());
    const colleague = await makeSellerActor(testDb, made.seller.sellerId, "editor");
    const visitor = await makeSignedInVisitor(testDb, site, colleague.userId);
    const thread = `/en/seller/inquiries/${made.inquiryId}`;
    expect((await visitor.get(thread)).html).toContain(`href="${thread}/answer"`);
    expect((await visitor.get(`${thread}/answer`)).html).toContain(WORDS);

    const said = await visitor.post(`${thread}/answer`, { words: "Bu, öz saytımızdır." });

    expect(said.location).toBe(`${thread}/answer?said=1`);
    expect((await visitor.get(said.location ?? "")).html).toContain("Bu, öz saytımızdır.");
    const empty = await visitor.post(`${thread}/answer`, { words: "" });
    expect([empty.status, empty.html.includes("Write your words.")]).toEqual([422, true]);
  });

  it("takes no more than can be read, and nothing after the decision, which it shows", async () => {
    const made = await makeCase("buyer", clock());
    const { visitor, thread } = await enter(made);
    for (let at = 0; at < 10; at += 1) await answer(made, "buyer", `Söz ${at}`, clock());
    const much = await visitor.post(`${thread}/answer`, { words: "Bir söz də." });
    expect([much.status, much.html.includes("No more can be said")]).toEqual([422, true]);
    expect(much.html).toContain("Bir söz də.");

    await decide(made, { now: clock(), outcome: "stopped" });

    expect((await visitor.post(`${thread}/answer`, { words: "Gec." })).status).toBe(422);
    const { html } = await visitor.get(`${thread}/answer`);
    for (const words of ["The thread is stopped: neither side writes here", FACTS, "Deceiving"]) {
      expect(html).toContain(words);
    }
    expect((await visitor.get(thread)).html).toContain("stopped");
  });

  it("is missing where there is none", async () => {
    const { visitor, thread } = await makeEntered();
    expect((await visitor.get(`${thread}/answer`)).status).toBe(404);
    expect((await visitor.post(`${thread}/answer`, { words: "Mənəm." })).status).toBe(422);
  });
});
