import { describe, expect, it } from "vitest";
import { postAsBuyer, findSellersThread } from "~/modules/inquiries/index.server";
import { clock } from "~/platform/clock.server";
import { files } from "~/platform/files/files.server";
import { makePerson, unique } from "~db/factories";
import { DOT, withFiles } from "~tests/support/ask-form";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { answer, FACTS, makeCase, WORDS } from "~tests/support/inquiry-case";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

const QUESTION = "Can you make forty of these";
const DECISION = { subjectVersion: "1", outcome: "warned", rule: "no_fraud", facts: FACTS, unheard: "on" };

async function enter(role: "reviewer" | "curator" = "reviewer") {
  const userId = await makePerson(testDb, { role, hasSecondFactor: true, name: `Sevinc ${unique()}` });
  return makeSignedInVisitor(testDb, site, userId);
}

/** A case that a reviewer has taken. */
async function makeTaken(reportedBy: "buyer" | "seller" = "buyer") {
  const made = await makeCase(reportedBy, clock());
  const visitor = await enter();
  const taken = await visitor.post(`/en/staff/reviews/${made.itemId}/claim`);
  const screen = `/en/staff/reviews/${made.itemId}/inquiry`;
  expect(taken.location).toBe(screen);
  const { reference } = await testDb
    .selectFrom("inquiries")
    .select("reference")
    .where("id", "=", made.inquiryId)
    .executeTakeFirstOrThrow();
  return { ...made, visitor, screen, reference };
}

const decisionOf = (caseId: string) =>
  testDb.selectFrom("inquiryCases").select(["outcome", "rule"]).where("id", "=", caseId).executeTakeFirstOrThrow();

describe("the screen of a reported thread", () => {
  it("waits in a queue of its own under the thread's number, and is decided by itself", async () => {
    const { reference, itemId } = await makeTaken();
    const { html } = await (await enter()).get("/en/staff/desk?queue=inquiry_reports");
    expect(html).toContain("Reports of threads");
    expect(html).toContain(reference);
    expect(html).not.toContain(`value="${itemId}:1"`);
  });

  it("shows both sides' words and the thread to who holds it, and notes the reading", async () => {
    const { visitor, screen, inquiryId, ...made } = await makeTaken();
    await answer({ ...made, inquiryId }, "buyer", "Bu, öz saytımızdır.", clock());

    const { html, headers } = await visitor.get(screen);

    for (const words of [WORDS, "Bu, öz saytımızdır.", QUESTION, "reading it is written to the log", 'name="facts"']) {
      expect(html).toContain(words);
    }
    expect(headers.get("cache-control")).toContain("no-store");
    const entries = await testDb
      .selectFrom("auditEntries")
      .select("id")
      .where("subjectId", "=", inquiryId)
      .where("action", "=", "read-thread")
      .execute();
    expect(entries).toHaveLength(1);
  });

  it("shows a colleague the report and who holds it, but nothing of the thread and no form", async () => {
    const { screen } = await makeTaken();
    const { status, html } = await (await enter()).get(screen);
    expect(status).toBe(200);
    expect(html).toContain(WORDS);
    expect(html).toContain("The thread is read only by the reviewer who takes the report.");
    expect(html).not.toContain(QUESTION);
    expect(html).not.toContain('name="facts"');
  });

  it("is nothing to staff who do not review, nor is a file of the thread", async () => {
    const { screen } = await makeTaken();
    const curator = await enter("curator");
    for (const path of [screen, `${screen}/files/${crypto.randomUUID()}`]) {
      expect((await curator.get(path)).status).toBe(404);
    }
    const reviewer = await enter();
    expect((await reviewer.get(`/en/staff/reviews/${crypto.randomUUID()}/inquiry`)).status).toBe(404);
  });

  it("gives a file to who holds the case, and to nobody else", async () => {
    const { visitor, screen, inquirer, inquiryId, seller } = await makeTaken();
    const picture = new File([DOT], "link.png", { type: "image/png" });
    const posted = withFiles({ formKey: newKey(), body: "Look" }, [picture]);
    await postAsBuyer(testDb, files(), inquirer, { posted, inquiryId, lang: "en", clientAddress: unique() });
    const page = { before: undefined, lang: "en" as const };
    const thread = await findSellersThread(testDb, { ...seller, inquiryId }, page);
    const path = `${screen}/files/${thread?.messages.at(-1)?.files[0]?.fileId ?? ""}`;

    const own = await visitor.get(path);

    expect([own.status, own.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect((await visitor.get(screen)).html).toContain(path);
    expect((await (await enter()).get(path)).status).toBe(404);
  });

  it.each([
    [{ outcome: "" }, "Choose what is done."],
    [{ rule: "" }, "Choose the rule that the decision rests on."],
    [{ rule: "nonsense" }, "Choose the rule that the decision rests on."],
    [{ facts: "Short" }, "Write in a sentence at least what was found."],
    [{ unheard: "" }, "The other side still has time to answer."],
    [{ outcome: "blocked" }, "A seller is not blocked here"],
  ])("gives %j back with a sentence and what was typed", async (changes, sentence) => {
    const { visitor, screen, caseId } = await makeTaken();
    const fields = { ...DECISION, ...changes };

    const { status, html } = await visitor.post(screen, fields);

    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain(fields.facts);
    expect(await decisionOf(caseId)).toEqual({ outcome: null, rule: null });
  });

  it("refuses who has not read what was said meanwhile, and shows it beside what she typed", async () => {
    const { visitor, screen, ...made } = await makeTaken();
    await answer(made, "buyer", "Bu, öz saytımızdır.", clock());

    const { status, html } = await visitor.post(screen, DECISION);

    expect(status).toBe(422);
    for (const words of ["Something more was said in the meantime.", FACTS, "Bu, öz saytımızdır."]) {
      expect(html).toContain(words);
    }
  });

  it("refuses who lost the case while she wrote, and keeps what she wrote", async () => {
    const { visitor, screen, itemId } = await makeTaken();
    await visitor.post(`/en/staff/reviews/${itemId}/release`);
    const { status, html } = await visitor.post(screen, DECISION);
    expect(status).toBe(422);
    expect(html).toContain(FACTS);
    expect(html).not.toContain(QUESTION);
  });

  it("offers to block a buyer only where a seller reported, and to suspend only where a buyer did", async () => {
    const [byBuyer, bySeller] = [await makeTaken("buyer"), await makeTaken("seller")];
    const [one, other] = [await byBuyer.visitor.get(byBuyer.screen), await bySeller.visitor.get(bySeller.screen)];
    expect(one.html).not.toContain('value="blocked"');
    expect(one.html).toContain("Suspend the seller");
    expect(other.html).toContain('value="blocked"');
    expect(other.html).not.toContain("Suspend the seller");
  });
});

describe("a decided report of a thread", () => {
  it("leads from the desk and its screen to the decision with outcome, rule and facts in words", async () => {
    const { visitor, screen, itemId, reference, caseId } = await makeTaken();

    const decided = await visitor.post(screen, DECISION);

    expect(decided.location).toBe(`/en/staff/desk?queue=inquiry_reports&decided=${itemId}`);
    const desk = await visitor.get(decided.location ?? "");
    expect(desk.html).toContain(`The report of “${reference}” is decided; both sides were told.`);
    expect(await decisionOf(caseId)).toEqual({ outcome: "warned", rule: "no_fraud" });
    const again = await visitor.get(screen);
    expect(again.location).toBe(`/en/staff/decided/${itemId}`);
    const { html } = await visitor.get(again.location ?? "");
    for (const words of [
      reference,
      "Reports of threads",
      "The report is upheld",
      "The reported side is warned",
      "Deceiving, and trying to get money by it, is forbidden",
      FACTS,
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toContain(QUESTION);
  });

  it("is unfounded, without a rule, where nothing happens; it stands in the list of its queue", async () => {
    const { visitor, screen, itemId, reference, caseId } = await makeTaken();
    await visitor.post(screen, { ...DECISION, outcome: "no_action", unheard: "" });

    const list = await visitor.get("/en/staff/decided?queue=inquiry_reports");
    expect(list.html).toMatch(new RegExp(`href="/en/staff/decided/${itemId}"[^>]*>${reference}<`));
    const { html } = await visitor.get(`/en/staff/decided/${itemId}`);
    expect(html).toContain("The report is unfounded");
    expect(html).toContain("The thread stays as it is");
    expect(await decisionOf(caseId)).toEqual({ outcome: "no_action", rule: null });
  });
});
