import { describe, expect, it } from "vitest";
import { revokeLinks } from "~/modules/inquiries/index.server";
import { clock } from "~/platform/clock.server";
import { testDb } from "~tests/support/database";
import { makeGuestInquiry, makeInquiry } from "~tests/support/inquiry";
import { answer, caseOf, decide, FACTS, makeCase, report, WORDS } from "~tests/support/inquiry-case";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(asked: Awaited<ReturnType<typeof makeInquiry>>) {
  const visitor = await makeSignedInVisitor(testDb, site, asked.buyer.userId);
  const thread = `/en/inquiries/${asked.inquiryId}`;
  return { ...asked, visitor, thread };
}

/** A guest who has come by the link of her letter. */
async function enterAsGuest() {
  const asked = await makeGuestInquiry({}, { now: clock() });
  const visitor = makeVisitor(site);
  const opened = await visitor.post(`/en/links/${asked.token}`);
  expect(opened.status).toBe(303);
  return { ...asked, visitor, thread: `/en/inquiries/${asked.inquiryId}` };
}

const casesOf = (inquiryId: string) =>
  testDb
    .selectFrom("inquiryCases")
    .select(["reportedBy", "reason", "words"])
    .where("inquiryId", "=", inquiryId)
    .execute();

describe("the page on which a buyer reports her thread", () => {
  it("is led to from the thread, kept by nobody, and says after the report that it is with the Federation", async () => {
    const { visitor, thread, inquiryId } = await enter(await makeInquiry({}, { now: clock() }));
    expect((await visitor.get(thread)).html).toContain(`href="${thread}/report"`);
    const page = await visitor.get(`${thread}/report`);
    expect(page.headers.get("cache-control")).toContain("no-store");

    const sent = await visitor.post(`${thread}/report`, { reason: "abuse", words: "See the third message." });

    expect([sent.status, sent.location]).toEqual([303, `${thread}/report`]);
    expect(await casesOf(inquiryId)).toEqual([
      { reportedBy: "buyer", reason: "abuse", words: "See the third message." },
    ]);
    const after = await visitor.get(`${thread}/report`);
    expect(after.html).toContain("Your report is with the Federation.");
    expect(after.html).not.toContain('name="reason"');
  });

  it.each([
    [{ words: "Something happened" }, "Choose what is wrong."],
    [{ reason: "other", words: "Why" }, "Say in a sentence what is wrong."],
    [{ reason: "nonsense", words: "Something happened" }, "Choose what is wrong."],
  ])("gives %j back with a sentence and what was typed", async (fields, sentence) => {
    const { visitor, thread, inquiryId } = await enter(await makeInquiry({}, { now: clock() }));

    const answered = await visitor.post(`${thread}/report`, fields);

    expect(answered.status).toBe(422);
    expect(answered.html).toContain(sentence);
    expect(answered.html).toContain(fields.words);
    expect(await casesOf(inquiryId)).toEqual([]);
  });

  it("says so when the thread was reported in another window", async () => {
    const { visitor, thread, ...made } = await enter(await makeCase("buyer", clock()));
    const answered = await visitor.post(`${thread}/report`, { reason: "spam" });
    expect(answered.status).toBe(422);
    expect(await casesOf(made.inquiryId)).toHaveLength(1);
  });

  it("shows the decision with its rule, and takes another report", async () => {
    const made = await makeCase("buyer", clock());
    await decide(made, { now: clock() });
    const { visitor, thread } = await enter(made);

    const { html } = await visitor.get(`${thread}/report`);

    for (const words of [
      "The reported side is warned",
      "Deceiving, and trying to get money by it",
      FACTS,
      'name="reason"',
    ]) {
      expect(html).toContain(words);
    }
  });

  it("takes a guest's report by her link, and nothing after the links were closed", async () => {
    const { visitor, thread, inquiryId } = await enterAsGuest();
    expect((await visitor.post(`${thread}/report`, { reason: "spam" })).status).toBe(303);
    await testDb.deleteFrom("guestAccesses").where("inquiryId", "=", inquiryId).execute();

    for (const page of ["report", "answer"]) {
      expect((await visitor.get(`${thread}/${page}`)).status).toBe(404);
    }
    expect((await visitor.post(`${thread}/report`, { reason: "spam" })).status).not.toBe(303);
    expect(await casesOf(inquiryId)).toHaveLength(1);
  });
});

describe("the page on which a buyer answers a report of her", () => {
  it("is led to from the thread, shows what was said, and takes her words", async () => {
    const { visitor, thread, ...made } = await enter(await makeCase("seller", clock()));
    const before = await visitor.get(thread);
    expect(before.html).toContain("The other side has reported this thread.");
    expect(before.html).toContain(`href="${thread}/answer"`);
    const page = await visitor.get(`${thread}/answer`);
    for (const words of [WORDS, "Fraud, or an attempt at it", "No answer yet; it is asked for by"]) {
      expect(page.html).toContain(words);
    }

    const said = await visitor.post(`${thread}/answer`, { words: "It is my own site." });

    expect(said.location).toBe(`${thread}/answer?said=1`);
    const after = await visitor.get(said.location ?? "");
    expect(after.html).toContain("Your words are with the Federation.");
    expect(after.html).toContain("It is my own site.");
    expect(made.inquiryId).toBeDefined();
  });

  it("gives nothing back but a sentence for nothing, and for words after the decision what was typed", async () => {
    const made = await makeCase("seller", clock());
    const { visitor, thread } = await enter(made);
    const empty = await visitor.post(`${thread}/answer`, { words: " " });
    expect([empty.status, empty.html.includes("Write your words.")]).toEqual([422, true]);

    await decide(made, { now: clock() });
    const late = await visitor.post(`${thread}/answer`, { words: "It is my own site." });

    expect(late.status).toBe(422);
    const { html } = await visitor.get(`${thread}/answer`);
    expect(html).toContain("The reported side is warned");
    expect(html).not.toContain('name="words"');
  });

  it("says that no more can be said, and keeps what was typed", async () => {
    const made = await makeCase("seller", clock());
    for (let at = 0; at < 10; at += 1) await answer(made, "seller", `Word ${at}`, clock());
    const { visitor, thread } = await enter(made);

    const { status, html } = await visitor.post(`${thread}/answer`, { words: "One word more." });

    expect(status).toBe(422);
    expect(html).toContain("No more can be said to this one");
    expect(html).toContain("One word more.");
  });

  it("is missing where nobody has reported her, and to who only reported herself", async () => {
    const asked = await enter(await makeInquiry({}, { now: clock() }));
    expect((await asked.visitor.get(`${asked.thread}/answer`)).status).toBe(404);
    const reporter = await enter(await makeCase("buyer", clock()));
    expect((await reporter.visitor.get(`${reporter.thread}/answer`)).status).toBe(404);
  });

  it("is a guest's by her link, and nobody's after she has closed her links in another browser", async () => {
    const { visitor, thread, seller, inquiryId, ...guest } = await enterAsGuest();
    const digest = await testDb
      .selectFrom("guestAccesses")
      .select("visitDigest")
      .where("inquiryId", "=", inquiryId)
      .executeTakeFirstOrThrow();
    const inquirer = { userId: undefined, ...digest } as Parameters<typeof revokeLinks>[1];
    await report({ seller, inquirer, inquiryId }, "seller", undefined, clock());
    expect((await visitor.post(`${thread}/answer`, { words: "Это не так." })).status).toBe(303);
    expect((await caseOf(inquiryId, "seller")).caseId).toBeDefined();

    const elsewhere = makeVisitor(site);
    await elsewhere.post(`/en/links/${guest.token}`);
    await elsewhere.post(`${thread}/revoke`);

    expect((await visitor.get(`${thread}/answer`)).status).toBe(404);
    expect((await elsewhere.get(`${thread}/answer`)).status).toBe(200);
  });
});
