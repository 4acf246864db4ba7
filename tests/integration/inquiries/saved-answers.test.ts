import { describe, expect, it } from "vitest";
import {
  factView,
  findBuyersThread,
  findSavedAnswer,
  listSavedAnswers,
  removeAnswer,
  saveAnswer,
  writeAsSeller,
} from "~/modules/inquiries/index.server";
import type { AnswerForm } from "~/modules/inquiries/answers/commands.server";
import { answerInput } from "~/modules/inquiries/answers/schema.server";
import { LONGEST_ANSWER, LONGEST_ANSWER_TITLE, MOST_ANSWERS } from "~/modules/inquiries/answers/types";
import type { Locale } from "~/platform/i18n/locales";
import type { SellerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeApprovedSeller, makeSellerActor, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeInquiry, type Asked } from "~tests/support/inquiry";
import { fillAnswers } from "~tests/support/saved-answers";
import { waitFor } from "~tests/support/waiting";

const LATEST = { before: undefined, lang: "en" as const };

const makeShop = async () => makeSellerActor(testDb, (await makeApprovedSeller(testDb)).sellerId);

type Saving = Partial<AnswerForm> & { answerId?: string; key?: ReturnType<typeof newKey> };

const save = (seller: SellerActor, { answerId, key = newKey(), ...form }: Saving = {}) =>
  saveAnswer(
    testDb,
    seller,
    key,
    { answerId, form: { version: 0, title: "Çatdırılma", az: "İki həftəyə.", ...form } },
    FACTORY_NOW,
  );

async function makeAnswer(seller: SellerActor, form: Partial<AnswerForm> = {}): Promise<string> {
  const saved = await save(seller, form);
  if (!saved.ok) throw new Error(`the answer was refused: ${saved.refusal}`);
  return saved.value.answerId;
}

const titlesOf = async ({ sellerId }: SellerActor) =>
  (await listSavedAnswers(testDb, sellerId)).map(({ title }) => title);

describe("a saved answer", () => {
  it("is kept with its languages, and listed by its name", async () => {
    const seller = await makeShop();
    const answerId = await makeAnswer(seller, { title: "Qablaşdırma", az: "Taxta qutuda.", ru: "В деревянном ящике." });
    await makeAnswer(seller);

    expect(await titlesOf(seller)).toEqual(["Çatdırılma", "Qablaşdırma"].toSorted());
    expect(await findSavedAnswer(testDb, { sellerId: seller.sellerId, answerId })).toEqual({
      answerId,
      title: "Qablaşdırma",
      version: 1,
      texts: { az: "Taxta qutuda.", ru: "В деревянном ящике." },
    });
  });

  it("is saved once, however often its form is posted", async () => {
    const seller = await makeShop();
    const key = newKey();
    const [first, second] = await Promise.all([save(seller, { key }), save(seller, { key })]);
    expect(first).toEqual(second);
    expect(await titlesOf(seller)).toHaveLength(1);
  });

  it("is changed with its texts: a language that was emptied is gone", async () => {
    const seller = await makeShop();
    const answerId = await makeAnswer(seller, { en: "In two weeks.", ru: "Через две недели." });

    expect(
      await save(seller, { answerId, version: 1, title: "Müddət", az: "Üç həftəyə.", en: "In three weeks." }),
    ).toEqual({ ok: true, value: { answerId } });

    expect(await findSavedAnswer(testDb, { sellerId: seller.sellerId, answerId })).toMatchObject({
      title: "Müddət",
      version: 2,
      texts: { az: "Üç həftəyə.", en: "In three weeks." },
    });
    expect(await titlesOf(seller)).toEqual(["Müddət"]);
  });

  it("is not overwritten unseen by who opened it earlier", async () => {
    const seller = await makeShop();
    const answerId = await makeAnswer(seller);
    await save(seller, { answerId, version: 1, az: "Üç həftəyə." });

    expect(await save(seller, { answerId, version: 1, az: "Dörd həftəyə." })).toEqual({
      ok: false,
      refusal: "changed-elsewhere",
    });
    const kept = await findSavedAnswer(testDb, { sellerId: seller.sellerId, answerId });
    expect(kept?.texts.az).toBe("Üç həftəyə.");
  });

  it("is refused under a name that another one of the shop has, new or changed; another shop may use it", async () => {
    const [seller, other] = [await makeShop(), await makeShop()];
    await makeAnswer(seller);
    const answerId = await makeAnswer(seller, { title: "Müddət" });

    expect(await save(seller)).toEqual({ ok: false, refusal: "title-taken" });
    expect(await save(seller, { answerId, version: 1 })).toEqual({ ok: false, refusal: "title-taken" });
    expect((await save(other)).ok).toBe(true);
    const kept = await findSavedAnswer(testDb, { sellerId: seller.sellerId, answerId });
    expect(kept).toMatchObject({ title: "Müddət", version: 1 });
  });

  it("is refused beyond thirty, while one of them is still changed", async () => {
    const seller = await makeShop();
    const answerId = await makeAnswer(seller);
    await fillAnswers(seller.sellerId, MOST_ANSWERS - 1);

    expect(await save(seller, { title: "Bir də" })).toEqual({ ok: false, refusal: "too-many-answers" });
    expect(await save(seller, { answerId, version: 1, title: "Bir də" })).toMatchObject({ ok: true });
    expect(await titlesOf(seller)).toHaveLength(MOST_ANSWERS);
  });

  it("waits for one that is saved at the same moment: two windows do not pass the limit together", async () => {
    const seller = await makeShop();
    await fillAnswers(seller.sellerId, MOST_ANSWERS - 1);

    const second = await waitFor(
      (trx) =>
        saveAnswer(trx, seller, newKey(), { answerId: undefined, form: { version: 0, title: "Bir", az: "Bir" } }),
      () => save(seller, { title: "İki" }),
    );

    expect(second).toEqual({ ok: false, refusal: "too-many-answers" });
    expect(await titlesOf(seller)).toHaveLength(MOST_ANSWERS);
  });

  it("of another shop is missing: not shown, not changed, not deleted", async () => {
    const [seller, other] = [await makeShop(), await makeShop()];
    const answerId = await makeAnswer(seller);
    const key = { sellerId: other.sellerId, answerId };

    expect(await findSavedAnswer(testDb, key)).toBeUndefined();
    expect(await titlesOf(other)).toEqual([]);
    expect(await save(other, { answerId, version: 1 })).toEqual({ ok: false, refusal: "answer-missing" });
    await removeAnswer(testDb, other, answerId);
    expect(await titlesOf(seller)).toEqual(["Çatdırılma"]);
  });

  it("is deleted with its texts, is missing for who has it open, and deleting it again is no error", async () => {
    const seller = await makeShop();
    const answerId = await makeAnswer(seller, { en: "In two weeks." });
    await removeAnswer(testDb, seller, answerId);
    await removeAnswer(testDb, seller, answerId);

    expect(await titlesOf(seller)).toEqual([]);
    expect(await save(seller, { answerId, version: 1 })).toEqual({ ok: false, refusal: "answer-missing" });
    const recorded = await testDb
      .selectFrom("auditEntries")
      .select("action")
      .where("subjectId", "=", seller.sellerId)
      .where("action", "like", "%-answer")
      .orderBy("id")
      .execute();
    expect(recorded.map(({ action }) => action)).toEqual(["save-answer", "remove-answer"]);
  });
});

describe("the form of a saved answer", () => {
  const good = { version: "0", title: "Çatdırılma", az: "İki həftəyə." };
  const judge = (changes: Record<string, string | undefined>) => {
    const judged = answerInput.safeParse({ ...good, ...changes });
    return judged.success ? [] : judged.error.issues.map(({ path }) => path.join("."));
  };

  it("takes texts up to their limits", () => {
    expect(judge({ title: "a".repeat(LONGEST_ANSWER_TITLE), az: "a".repeat(LONGEST_ANSWER), en: "" })).toEqual([]);
  });

  it.each([
    ["title", "a"],
    ["title", undefined],
    ["title", "a".repeat(LONGEST_ANSWER_TITLE + 1)],
    ["az", " "],
    ["az", undefined],
    ["az", "a".repeat(LONGEST_ANSWER + 1)],
    ["en", "a".repeat(LONGEST_ANSWER + 1)],
    ["ru", "a".repeat(LONGEST_ANSWER + 1)],
  ])("refuses %s %.20s", (field, value) => {
    expect(judge({ [field]: value })).toEqual([field]);
  });
});

describe("a saved answer that is pressed", () => {
  const press = ({ seller, inquiryId }: Asked, pressed: string[], body?: string) =>
    writeAsSeller(testDb, seller, newKey(), { inquiryId, body, locale: "az", pressed });

  async function readIn({ inquirer, inquiryId }: Asked, lang: Locale) {
    const thread = await findBuyersThread(testDb, inquirer, inquiryId, LATEST);
    return thread?.messages.at(-1)?.facts.map((fact) => factView(fact, lang));
  }

  it("is read in the reader's language, and in Azerbaijani, marked so, where it was not written in hers", async () => {
    const asked = await makeInquiry();
    const answerId = await makeAnswer(asked.seller, { az: "İki həftəyə.", ru: "Через две недели." });
    await press(asked, [`answer:${answerId}`]);

    const seen = { kind: "answer", about: undefined };
    expect(await readIn(asked, "ru")).toEqual([{ ...seen, text: "Через две недели.", lang: undefined }]);
    expect(await readIn(asked, "az")).toEqual([{ ...seen, text: "İki həftəyə.", lang: undefined }]);
    expect(await readIn(asked, "en")).toEqual([{ ...seen, text: "İki həftəyə.", lang: "az" }]);
  });

  it("stays in the message as it was sent, when it is changed or deleted later", async () => {
    const asked = await makeInquiry();
    const answerId = await makeAnswer(asked.seller);
    await press(asked, [`answer:${answerId}`]);
    await save(asked.seller, { answerId, version: 1, az: "Heç vaxt." });
    await removeAnswer(testDb, asked.seller, answerId);

    expect((await readIn(asked, "az"))?.map(({ text }) => text)).toEqual(["İki həftəyə."]);
  });

  it("says nothing when it is another shop's, was deleted, or is none", async () => {
    const asked = await makeInquiry();
    const foreign = await makeAnswer(await makeShop(), { az: `Gizli ${unique()}` });
    const gone = await makeAnswer(asked.seller);
    await removeAnswer(testDb, asked.seller, gone);
    const values = [`answer:${foreign}`, `answer:${gone}`, "answer:nonsense", "answer:"];

    expect(await press(asked, values)).toEqual({ ok: false, refusal: "nothing-said" });
    expect((await press(asked, values, "Bəli.")).ok).toBe(true);

    expect(await readIn(asked, "az")).toEqual([]);
  });
});
