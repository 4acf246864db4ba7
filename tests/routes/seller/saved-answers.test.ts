import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { listSavedAnswers, saveAnswer } from "~/modules/inquiries/index.server";
import { MOST_ANSWERS } from "~/modules/inquiries/answers/types";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeApprovedSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { tagsOf } from "~tests/support/html";
import { makeInquiry } from "~tests/support/inquiry";
import { fillAnswers } from "~tests/support/saved-answers";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();
const PAGE = "/en/seller/answers";
const FIELDS = {
  version: "0",
  title: "Çatdırılma",
  az: "İki həftəyə göndəririk.",
  en: "We ship in two weeks.",
  ru: "",
};

async function enter(seller: SellerActor) {
  return { seller, visitor: await makeSignedInVisitor(testDb, site, seller.userId) };
}
const makeShop = async () =>
  enter(await makeSellerActor(testDb, (await makeApprovedSeller(testDb)).sellerId, "editor"));

async function makeAnswer(seller: SellerActor, title = "Müddət"): Promise<string> {
  const form = { version: 0, title, az: "Üç həftəyə.", ru: "Через три недели." };
  const saved = await saveAnswer(testDb, seller, newKey(), { answerId: undefined, form });
  return saved.ok ? saved.value.answerId : "";
}

const answersOf = ({ sellerId }: SellerActor) => listSavedAnswers(testDb, sellerId);

describe("the page of saved answers", () => {
  it("keeps one, says so and lists it with its languages", async () => {
    const { seller, visitor } = await makeShop();
    expect((await visitor.get(PAGE)).html).toContain("No saved answers yet");

    const sent = await visitor.post(PAGE, FIELDS);

    expect([sent.status, sent.location]).toEqual([303, `${PAGE}?news=saved`]);
    expect(await answersOf(seller)).toMatchObject([
      { title: "Çatdırılma", texts: { az: "İki həftəyə göndəririk.", en: "We ship in two weeks." } },
    ]);
    const page = await visitor.get(`${PAGE}?news=saved`);
    for (const words of ["Saved.", "Çatdırılma", "İki həftəyə göndəririk.", "Languages: az, en"]) {
      expect(page.html).toContain(words);
    }
  });

  it("keeps one of a form that is posted twice", async () => {
    const { seller, visitor } = await makeShop();
    const form = { ...FIELDS, formKey: randomUUID() };
    const sent = await Promise.all([visitor.post(PAGE, form), visitor.post(PAGE, form)]);
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await answersOf(seller)).toHaveLength(1);
  });

  it.each([
    [{ title: "" }, "at least two letters"],
    [{ az: "" }, "Write the Azerbaijani text"],
    [{ ru: "я".repeat(2_001) }, "2000"],
  ])("gives %.40j back with a sentence, and everything else as it was typed", async (changes, sentence) => {
    const { seller, visitor } = await makeShop();
    const answer = await visitor.post(PAGE, { ...FIELDS, ...changes });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence);
    expect(answer.html).toContain("We ship in two weeks.");
    expect(await answersOf(seller)).toEqual([]);
  });

  it("says that a name is taken, and loses nothing", async () => {
    const { seller, visitor } = await makeShop();
    await makeAnswer(seller, FIELDS.title);
    const answer = await visitor.post(PAGE, FIELDS);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("There is an answer of that name");
    expect(answer.html).toContain("We ship in two weeks.");
  });

  it("says that there are enough, and loses nothing", async () => {
    const { seller, visitor } = await makeShop();
    await fillAnswers(seller.sellerId, MOST_ANSWERS);
    const answer = await visitor.post(PAGE, FIELDS);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain("At most 30 answers are kept");
    expect(answer.html).toContain("We ship in two weeks.");
  });
});

describe("the page of one saved answer", () => {
  it("shows its texts, changes them and says so", async () => {
    const { seller, visitor } = await makeShop();
    const address = `${PAGE}/${await makeAnswer(seller)}`;
    const page = await visitor.get(address);
    expect(page.html).toContain("Через три недели.");
    expect(tagsOf(page.html, "input").find(({ name }) => name === "version")?.value).toBe("1");

    const sent = await visitor.post(address, { ...FIELDS, version: "1" });

    expect([sent.status, sent.location]).toEqual([303, `${PAGE}?news=saved`]);
    expect(await answersOf(seller)).toMatchObject([{ title: "Çatdırılma", version: 2 }]);
  });

  it("says that a colleague was faster, and keeps what was typed", async () => {
    const { seller, visitor } = await makeShop();
    const answerId = await makeAnswer(seller);
    const form = { version: 1, title: "Müddət", az: "Dörd həftəyə." };
    await saveAnswer(testDb, seller, newKey(), { answerId, form });

    const answer = await visitor.post(`${PAGE}/${answerId}`, { ...FIELDS, version: "1" });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("We ship in two weeks.");
    expect((await answersOf(seller))[0]?.texts.az).toBe("Dörd həftəyə.");
  });

  it("keeps what was typed when the name is taken or a text is missing", async () => {
    const { seller, visitor } = await makeShop();
    await makeAnswer(seller, FIELDS.title);
    const address = `${PAGE}/${await makeAnswer(seller)}`;

    const taken = await visitor.post(address, { ...FIELDS, version: "1" });
    const empty = await visitor.post(address, { ...FIELDS, version: "1", az: "" });

    for (const answer of [taken, empty]) {
      expect(answer.status).toBe(422);
      expect(answer.html).toContain("We ship in two weeks.");
    }
    expect(taken.html).toContain("There is an answer of that name");
  });

  it("keeps what was typed when a colleague has deleted it meanwhile", async () => {
    const { seller, visitor } = await makeShop();
    const answerId = await makeAnswer(seller);
    await testDb.deleteFrom("savedAnswers").where("id", "=", answerId).execute();

    const answer = await visitor.post(`${PAGE}/${answerId}`, { ...FIELDS, version: "1" });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("This answer has been deleted.");
    expect(answer.html).toContain("We ship in two weeks.");
  });

  it("deletes it by one button", async () => {
    const { seller, visitor } = await makeShop();
    const sent = await visitor.post(`${PAGE}/${await makeAnswer(seller)}`, { remove: "1" });
    expect(sent.location).toBe(`${PAGE}?news=removed`);
    expect(await answersOf(seller)).toEqual([]);
    expect((await visitor.get(`${PAGE}?news=removed`)).html).toContain("Deleted. In messages that were sent");
  });

  it("is missing for another shop, which changes and deletes nothing", async () => {
    const [own, other] = [await makeShop(), await makeShop()];
    const address = `${PAGE}/${await makeAnswer(own.seller)}`;

    expect((await other.visitor.get(address)).status).toBe(404);
    const changed = await other.visitor.post(address, { ...FIELDS, version: "1" });
    await other.visitor.post(address, { remove: "1" });

    expect(changed.status).not.toBe(303);
    expect(changed.html).not.toContain("Через три недели.");
    expect(await answersOf(own.seller)).toMatchObject([{ title: "Müddət", version: 1 }]);
  });
});

describe("a thread of the shop", () => {
  it("offers saved answers to be ticked, and sends one in the language of the buyer", async () => {
    const asked = await makeInquiry({}, { lang: "ru" });
    const answerId = await makeAnswer(asked.seller);
    const { visitor } = await enter(asked.seller);
    const buyer = await makeSignedInVisitor(testDb, site, asked.buyer.userId);
    const thread = `/az/seller/inquiries/${asked.inquiryId}`;
    const value = `answer:${answerId}`;
    const page = await visitor.get(thread);
    expect(tagsOf(page.html, "input").filter((input) => input.value === value)).toMatchObject([{ name: "press" }]);
    expect(page.html).toContain("Üç həftəyə.");

    const sent = await visitor.post(thread, { body: "", press: value });

    expect(sent.status).toBe(303);
    const read = await buyer.get(`/ru/inquiries/${asked.inquiryId}`);
    expect(read.html).toContain("Через три недели.");
    expect(read.html).not.toContain("Üç həftəyə.");
    expect((await buyer.get(`/en/inquiries/${asked.inquiryId}`)).html).toMatch(/<span lang="az"[^>]*>Üç həftəyə\./);
  });
});
