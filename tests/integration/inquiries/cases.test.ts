import { describe, expect, it } from "vitest";
import {
  answerReportAsSeller,
  findBuyersCases,
  findSellersCases,
  reportAsSeller,
  submitInquiry,
  writeAsBuyer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import {
  INQUIRY_CASE_OUTCOME_TEXTS,
  INQUIRY_CASE_RULE_TEXTS,
  INQUIRY_REPORT_QUEUE,
  type Side,
} from "~/modules/inquiries";
import { MOST_CASE_STATEMENTS } from "~/modules/inquiries/cases/types";
import { FACTORY_NOW, makeBuyer, makeInquirer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { askOf, makeGuestInquiry, makeInquiry, openAsGuest, READER } from "~tests/support/inquiry";
import {
  answer,
  caseOf,
  decide,
  emailOf,
  FACTS,
  makeCase,
  makeGuestCase,
  makeReviewer,
  report,
  WORDS,
  type Sides,
} from "~tests/support/inquiry-case";
import { messagesTo } from "~tests/support/visitor";

const DONE = { ok: true, value: null };
const no = (refusal: string) => ({ ok: false, refusal });
const SIDES: readonly Side[] = ["buyer", "seller"];
const inDays = (days: number) => new Date(FACTORY_NOW.getTime() + days * 86_400_000);

const sellersCases = ({ seller, inquiryId }: Sides) => findSellersCases(testDb, { ...seller, inquiryId });
const buyersCases = ({ inquirer, inquiryId }: Sides) => findBuyersCases(testDb, inquirer, inquiryId, FACTORY_NOW);
const against = async (sides: Sides, reportedBy: Side) =>
  (await (reportedBy === "buyer" ? sellersCases(sides) : buyersCases(sides)))?.against;

const say = ({ inquirer, inquiryId }: Sides) =>
  writeAsBuyer(testDb, inquirer, newKey(), { inquiryId, body: "Hello?", locale: "en" }, FACTORY_NOW);
const reply = ({ seller, inquiryId }: Sides) =>
  writeAsSeller(testDb, seller, newKey(), { inquiryId, body: "Salam", locale: "az", pressed: [] }, FACTORY_NOW);

const stateOf = async (inquiryId: string) =>
  testDb.selectFrom("inquiries").select(["status", "waitsSince"]).where("id", "=", inquiryId).executeTakeFirstOrThrow();

const recorded = async (inquiryId: string, action: string) =>
  testDb
    .selectFrom("auditEntries")
    .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
    .select(["actorId", "after"])
    .where("subjectId", "=", inquiryId)
    .where("action", "=", action)
    .execute();

describe("reporting a thread", () => {
  it.each(SIDES)("by its %s opens a case in the queue, which the other side reads and is asked about", async (by) => {
    const made = await makeCase(by);

    expect(await against(made, by)).toMatchObject({ reason: "fraud", words: WORDS, statements: [], version: 1 });
    const item = await testDb
      .selectFrom("reviewItems")
      .select(["queue", "status"])
      .where("id", "=", made.itemId)
      .executeTakeFirst();
    expect(item).toEqual({ queue: INQUIRY_REPORT_QUEUE, status: "open" });
    const path =
      by === "buyer" ? `/az/seller/inquiries/${made.inquiryId}/answer` : `/inquiries/${made.inquiryId}/answer`;
    const other = by === "buyer" ? made.seller.userId : made.buyer.userId;
    const letters = await messagesTo(testDb, await emailOf(other));
    expect(letters.filter(({ text }) => text.includes(path))).toHaveLength(1);
    // The words are read behind the button only.
    expect(letters.some(({ text }) => text.includes(WORDS))).toBe(false);
    expect(await recorded(made.inquiryId, "report-inquiry")).toMatchObject([{ after: { case: made.caseId } }]);
  });

  it("asks a shop without a mailbox by a message to its phone", async () => {
    const asked = await makeInquiry();
    const phone = "+994503330001";
    const byPhone = { email: `${unique()}@phone.invalid`, phoneNumber: phone, phoneNumberVerified: true };
    await testDb.updateTable("users").set(byPhone).where("id", "=", asked.seller.userId).execute();
    await report(asked, "buyer");
    expect((await messagesTo(testDb, phone))[0]?.text).toContain(`/seller/inquiries/${asked.inquiryId}/answer`);
  });

  it("asks a guest by a link of her own, which opens her thread", async () => {
    const { email, token, ...made } = await makeGuestCase("seller");
    const [letter] = await messagesTo(testDb, email);
    const fresh = /\/ru\/links\/([\w-]{43})/.exec(letter?.text ?? "")?.[1] ?? "";
    expect(fresh).not.toBe(token);

    const elsewhere = { ...made, inquirer: await openAsGuest(fresh) };

    expect(await answer(elsewhere, "seller", "Это не так.")).toEqual(DONE);
    expect((await against(elsewhere, "seller"))?.statements).toMatchObject([{ words: "Это не так." }]);
  });

  it.each(SIDES)("is taken once at a time from its %s, and again after the decision", async (by) => {
    const made = await makeCase(by);

    expect(await report(made, by)).toEqual(no("already-reported"));
    await decide(made, { outcome: "no_action" });
    expect(await report(made, by, newKey(), inDays(1))).toEqual(DONE);
  });

  it("may be done by both sides at once: two cases wait", async () => {
    const made = await makeCase("buyer");
    expect(await report(made, "seller")).toEqual(DONE);
    expect((await caseOf(made.inquiryId, "seller")).itemId).not.toBe(made.itemId);
  });

  it("does the thing once when the form is posted twice", async () => {
    const asked = await makeInquiry();
    const key = newKey();
    expect([await report(asked, "buyer", key), await report(asked, "buyer", key)]).toEqual([DONE, DONE]);
  });

  it("is refused to strangers, and of what is not confirmed", async () => {
    const [asked, other] = [await makeInquiry(), await makeInquiry()];
    const stranger = makeInquirer(await makeBuyer(testDb));
    for (const by of SIDES) {
      const them = { seller: other.seller, inquirer: stranger, inquiryId: asked.inquiryId };
      expect(await report(them, by)).toEqual(no("inquiry-missing"));
    }
    const guest = await makeGuestInquiry();
    const unconfirmed = { ...guest, inquirer: stranger };
    expect(await report(unconfirmed, "seller")).toEqual(no("inquiry-missing"));
  });

  it("is refused to who reports more than ten threads in a day", async () => {
    const { seller, inquiryId } = await makeInquiry();
    const words = { inquiryId, reason: "spam" as const, words: undefined };
    const results = [];
    for (let tries = 0; tries < 11; tries += 1) results.push(await reportAsSeller(testDb, seller, newKey(), words));
    expect(results.at(-2)).toEqual(no("already-reported"));
    expect(results.at(-1)).toEqual(no("throttled"));
  });
});

describe("the other side's words", () => {
  it.each(SIDES)("to a report of the %s stand beside it", async (by) => {
    const made = await makeCase(by);
    expect(await answer(made, by, "Bu, mənim saytımdır.")).toEqual(DONE);
    expect(await against(made, by)).toMatchObject({ version: 2, statements: [{ words: "Bu, mənim saytımdır." }] });
    expect(await recorded(made.inquiryId, "answer-inquiry-report")).toHaveLength(1);
  });

  it("are asked of nobody else: not of who reported, not of strangers", async () => {
    const [made, other] = [await makeCase("buyer"), await makeCase("buyer")];
    expect(await answer(made, "seller", "Mənəm.")).toEqual(no("case-missing"));
    const words = { inquiryId: made.inquiryId, words: "Mənəm." };
    expect(await answerReportAsSeller(testDb, other.seller, newKey(), words)).toEqual(no("case-missing"));
    const stranger = { ...(await makeCase("seller")), inquirer: other.inquirer };
    expect(await answer(stranger, "seller", "It is me.")).toEqual(no("case-missing"));
    expect(await buyersCases({ ...made, inquirer: other.inquirer })).toBeUndefined();
    expect(await sellersCases({ ...made, seller: other.seller })).toBeUndefined();
  });

  it("are refused after the decision", async () => {
    const made = await makeCase("buyer");
    await decide(made);
    expect(await answer(made, "buyer", "Gec.")).toEqual(no("case-missing"));
  });

  it("end at a number that can be read", async () => {
    const made = await makeCase("buyer");
    for (let at = 0; at < MOST_CASE_STATEMENTS; at += 1) expect(await answer(made, "buyer", `Söz ${at}`)).toEqual(DONE);
    expect(await answer(made, "buyer", "Bir söz də")).toEqual(no("said-enough"));
  });
});

describe("a decision about a thread", () => {
  it.each([
    ["buyer", "no_action", "open"],
    ["buyer", "warned", "open"],
    ["buyer", "stopped", "stopped"],
    ["seller", "warned", "open"],
    ["seller", "blocked", "open"],
  ] as const)("on a report of the %s: %s, which leaves it %s and tells both sides why", async (by, outcome, status) => {
    const made = await makeCase(by);

    expect(await decide(made, { outcome })).toEqual(DONE);

    expect((await stateOf(made.inquiryId)).status).toBe(status);
    expect(await against(made, by)).toMatchObject({ decision: { outcome, facts: FACTS } });
    for (const { userId } of [made.seller, made.buyer]) {
      const letters = (await messagesTo(testDb, await emailOf(userId))).filter(({ text }) => text.includes(FACTS));
      expect(letters).toHaveLength(1);
      expect(letters[0]?.text).toContain(INQUIRY_CASE_OUTCOME_TEXTS[outcome]({}, { locale: "az" }));
      const rule = INQUIRY_CASE_RULE_TEXTS.no_fraud({}, { locale: "az" });
      expect(letters[0]?.text.includes(rule)).toBe(outcome !== "no_action");
    }
    const [entry] = await recorded(made.inquiryId, "decide-inquiry-report");
    expect(entry?.after).toMatchObject({ case: made.caseId, caseOutcome: outcome, facts: FACTS });
  });

  it("reaches a guest at her mailbox in her language", async () => {
    const made = await makeGuestCase("buyer");
    await decide(made);
    const [letter] = await messagesTo(testDb, made.email);
    expect(letter).toMatchObject({ locale: "ru" });
    expect(letter?.text).toContain(INQUIRY_CASE_RULE_TEXTS.no_fraud({}, { locale: "ru" }));
  });

  it("that stops the thread lets neither side write there again, but in others", async () => {
    const made = await makeCase("buyer");
    await decide(made, { outcome: "stopped" });

    expect(await say(made)).toEqual(no("inquiry-over"));
    expect(await reply(made)).toEqual(no("inquiry-over"));
    expect((await stateOf(made.inquiryId)).waitsSince).toBeNull();
    const from = { buyer: made.buyer, clientAddress: unique(), reader: READER };
    expect((await submitInquiry(testDb, from, newKey(), askOf(made.listing), FACTORY_NOW)).ok).toBe(true);
  });

  it("that stops a thread which is stopped already leaves it so", async () => {
    const made = await makeCase("buyer");
    await report(made, "seller");
    await decide(made, { outcome: "stopped" });
    expect(await decide(await caseOf(made.inquiryId, "seller"), { outcome: "stopped" })).toEqual(DONE);
  });

  it("that blocks a buyer shuts the whole site to her, and to her mailbox after she has gone", async () => {
    const made = await makeCase("seller");
    const email = await emailOf(made.buyer.userId);
    await decide(made, { outcome: "blocked" });

    const elsewhere = await makePublishedListing(testDb);
    await makeSellerActor(testDb, elsewhere.sellerId);
    const ask = (who: { buyer?: typeof made.buyer; email?: string }) => {
      const from = { buyer: who.buyer, clientAddress: unique(), reader: READER };
      return submitInquiry(testDb, from, newKey(), askOf(elsewhere, { email: who.email }), FACTORY_NOW);
    };
    expect(await say(made)).toEqual(no("blocked-everywhere"));
    expect(await ask({ buyer: made.buyer })).toEqual(no("blocked-everywhere"));
    await testDb.deleteFrom("contactBlocks").where("userId", "=", made.buyer.userId).execute();
    expect(await ask({ email })).toEqual(no("blocked-everywhere"));
  });

  it("that blocks her is made once of two cases, and does not block a shop", async () => {
    const made = await makeGuestCase("seller");
    await decide(made, { outcome: "blocked" });
    await report(made, "seller", newKey(), inDays(1));
    expect(await decide(await caseOf(made.inquiryId, "seller"), { outcome: "blocked", now: inDays(1) })).toEqual(DONE);
    const blocks = await testDb
      .selectFrom("contactBlocks")
      .select("sellerId")
      .where("inquiryId", "=", made.inquiryId)
      .execute();
    expect(blocks).toEqual([{ sellerId: null }]);

    expect(await decide(await makeCase("buyer"), { outcome: "blocked" })).toEqual(no("not-offered"));
  });

  it("waits for who was promised a hearing, unless nothing happens, she has spoken, or it is said not to", async () => {
    const [quiet, kept, heard, late] = [await makeCase(), await makeCase(), await makeCase(), await makeCase()];
    await answer(heard, "buyer", "Belə deyil.");

    expect(await decide(quiet, { isUnheard: false })).toEqual(no("answer-awaited"));
    expect(await decide(kept, { isUnheard: false, outcome: "no_action" })).toEqual(DONE);
    expect(await decide(heard, { isUnheard: false })).toEqual(DONE);
    expect(await decide(late, { isUnheard: false, now: inDays(9) })).toEqual(DONE);
  });

  it("is made by who holds the case, with a rule, and on what was read", async () => {
    const made = await makeCase("buyer");
    const holder = await makeReviewer(made.itemId);
    const other = await makeReviewer((await makeCase()).itemId);

    expect(await decide(made, { staff: other })).toEqual(no("claimed-by-other"));
    expect(await decide(made, { staff: holder, rule: undefined })).toEqual(no("rule-missing"));
    await answer(made, "buyer", "Belə deyil.");
    expect(await decide(made, { staff: holder, subjectVersion: 1 })).toEqual(no("subject-changed"));
    expect((await against(made, "buyer"))?.decision).toBeUndefined();
    expect(await decide(made, { staff: holder })).toEqual(DONE);
    expect(await decide(made, { staff: holder })).toEqual(no("case-missing"));
  });
});
