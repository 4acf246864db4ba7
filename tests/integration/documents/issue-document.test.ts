import { describe, expect, it } from "vitest";
import type { DocumentKind } from "~/modules/documents";
import {
  issueDocument,
  listDocuments,
  notIssuedText,
  whatIsMissing,
  whoFills,
  type NewDocument,
} from "~/modules/documents/index.server";
import type { Trx } from "~/platform/db/db.server";
import { instantInBaku } from "~/platform/calendar";
import { FACTORY_NOW, makeSeller, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { FULL_INPUTS } from "~tests/support/documents";

type Wanted = Partial<NewDocument<"commercial_invoice">> & { sellerId: string };

const wanted = (own: Wanted): NewDocument<"commercial_invoice"> => ({
  kind: "commercial_invoice",
  madeOf: { kind: "order", id: unique() },
  input: FULL_INPUTS.commercial_invoice,
  secondLanguage: "en",
  lang: "en",
  ...own,
});

const issue = (own: Wanted, now = FACTORY_NOW) =>
  testDb.transaction().execute((trx) => issueDocument(trx, wanted(own), now));

async function issued(own: Wanted, now = FACTORY_NOW) {
  const answer = await issue(own, now);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

async function numbersOf(sellerId: string): Promise<number[]> {
  const rows = await testDb
    .selectFrom("tradeDocuments")
    .select("number")
    .where("sellerId", "=", sellerId)
    .orderBy("number")
    .execute();
  return rows.map(({ number }) => number);
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe("numbers of documents", () => {
  it("have no gap and no double when twenty are issued at once", async () => {
    const { sellerId } = await makeSeller(testDb);
    await Promise.all(upTo(20).map(() => issued({ sellerId })));
    expect(await numbersOf(sellerId)).toEqual(upTo(20));
  });

  it("are taken back by a transaction that is rolled back, and by a refusal", async () => {
    const { sellerId } = await makeSeller(testDb);
    await issued({ sellerId });
    const rollBack = testDb.transaction().execute(async (trx: Trx) => {
      await issueDocument(trx, wanted({ sellerId }), FACTORY_NOW);
      throw new Error("the order could not be made");
    });
    await expect(rollBack).rejects.toThrow("the order could not be made");
    const refused = await issue({ sellerId, input: {} });
    const next = await issued({ sellerId });

    expect(refused.ok).toBe(false);
    expect(next.reference).toBe("CI-2026-0002");
    expect(await numbersOf(sellerId)).toEqual([1, 2]);
  });

  it("begin again with the year in Baku, where it is new four hours earlier", async () => {
    const { sellerId } = await makeSeller(testDb);
    const at = (minute: string) => instantInBaku(minute) ?? FACTORY_NOW;
    const references = [
      await issued({ sellerId }, at("2026-12-31T23:59")),
      await issued({ sellerId }, at("2027-01-01T00:00")),
      await issued({ sellerId }, at("2027-01-01T03:30")),
    ].map(({ reference }) => reference);
    expect(references).toEqual(["CI-2026-0001", "CI-2027-0001", "CI-2027-0002"]);
  });

  it("are counted for each seller and kind by themselves", async () => {
    const [one, two] = [await makeSeller(testDb), await makeSeller(testDb)];
    const kinds = ["proforma_invoice", "commercial_invoice"] as const satisfies readonly DocumentKind[];
    const references: string[] = [];
    for (const { sellerId } of [one, two]) {
      for (const kind of kinds) {
        const answer = await testDb
          .transaction()
          .execute((trx) => issueDocument(trx, { ...wanted({ sellerId }), kind }, FACTORY_NOW));
        references.push(answer.ok ? answer.value.reference : answer.refusal);
      }
    }
    expect(references).toEqual(["PF-2026-0001", "CI-2026-0001", "PF-2026-0001", "CI-2026-0001"]);
  });
});

describe("a second press", () => {
  it("finds the first document, whatever it says", async () => {
    const { sellerId } = await makeSeller(testDb);
    const madeOf = { kind: "order", id: unique() };
    const first = await issued({ sellerId, madeOf });
    const again = await issued({ sellerId, madeOf, input: {} });
    expect(again).toEqual(first);
    expect(await numbersOf(sellerId)).toEqual([1]);
  });

  it("at the same moment waits, and finds it too", async () => {
    const { sellerId } = await makeSeller(testDb);
    const madeOf = { kind: "order", id: unique() };
    const answers = await Promise.all(upTo(8).map(() => issued({ sellerId, madeOf })));
    expect(new Set(answers.map(({ documentId }) => documentId)).size).toBe(1);
    expect(await numbersOf(sellerId)).toEqual([1]);
  });

  it("for the same subject of another seller makes another document", async () => {
    const madeOf = { kind: "order", id: unique() };
    const [one, two] = [await makeSeller(testDb), await makeSeller(testDb)];
    const first = await issued({ sellerId: one.sellerId, madeOf });
    const other = await issued({ sellerId: two.sellerId, madeOf });
    expect(other.documentId).not.toBe(first.documentId);
  });
});

describe("a correction", () => {
  it("is a document with a number of its own that says what it replaces, once", async () => {
    const { sellerId } = await makeSeller(testDb);
    const madeOf = { kind: "order", id: unique() };
    const first = await issued({ sellerId, madeOf });
    const second = await issued({ sellerId, madeOf, replaces: first.documentId });
    const again = await issued({ sellerId, madeOf, replaces: first.documentId });
    const { documents, found } = await listDocuments(testDb, { sellerId, madeOf });

    expect(again).toEqual(second);
    expect(second.reference).toBe("CI-2026-0002");
    expect(found).toBe(2);
    expect(documents.map(({ revision, replaces }) => ({ revision, replaces }))).toEqual(
      expect.arrayContaining([
        { revision: 1, replaces: undefined },
        { revision: 2, replaces: first.documentId },
      ]),
    );
  });

  it("replaces nothing of another seller or another subject", async () => {
    const { sellerId } = await makeSeller(testDb);
    const other = await makeSeller(testDb);
    const madeOf = { kind: "order", id: unique() };
    const { documentId } = await issued({ sellerId, madeOf });
    const foreign = await issue({ sellerId: other.sellerId, madeOf, replaces: documentId });
    const elsewhere = await issue({ sellerId, replaces: documentId });
    expect([foreign, elsewhere]).toEqual([
      { ok: false, refusal: "replaced-missing" },
      { ok: false, refusal: "replaced-missing" },
    ]);
  });
});

describe("a refusal", () => {
  it.each([
    ["az", "Sətir: HS kodu (ən azı 6 rəqəm) (sətir 2)", "Alıcının ünvanı"],
    ["en", "Line: HS code (6 digits at least) (line 2)", "Buyer address"],
    ["ru", "Строка: код ТН ВЭД (не менее 6 знаков) (строка 2)", "Адрес покупателя"],
  ] as const)("names in %s what is missing", async (lang, ofLine, ofDocument) => {
    const { sellerId } = await makeSeller(testDb);
    const { lines = [], ...rest } = FULL_INPUTS.commercial_invoice;
    const input = { ...rest, buyer: { name: "Anna" }, lines: [...lines, { ...lines[0], hsCode: undefined }] };
    const answer = await issue({ sellerId, lang, input });
    const text = answer.ok ? "" : notIssuedText(answer, lang);

    expect(answer).toMatchObject({ ok: false, refusal: "fields-missing" });
    expect(text).toContain(ofLine);
    expect(text).toContain(ofDocument);
    expect(await numbersOf(sellerId)).toEqual([]);
  });

  it("says that the sums are not what the order asks for", async () => {
    const { sellerId } = await makeSeller(testDb);
    const { order, ...rest } = FULL_INPUTS.commercial_invoice;
    const answer = await issue({ sellerId, input: { ...rest, order: { ...order, statedTotalMinor: 1n } } });
    expect(answer).toEqual({ ok: false, refusal: "total-differs" });
    expect(answer.ok ? "" : notIssuedText(answer, "en")).toContain("do not add up");
  });

  it("can be foreseen, with who is to fill in what", () => {
    const { lines, ...rest } = FULL_INPUTS.cn23;
    const missing = whatIsMissing("cn23", { ...rest, shipment: { ...rest.shipment, postageMinor: undefined } }, "en");
    expect(whatIsMissing("cn23", FULL_INPUTS.cn23, "en")).toEqual([]);
    expect(lines).toBeDefined();
    expect(missing.find(({ field }) => field === "postal_charges")).toMatchObject({ by: "shipment" });
    expect(whoFills("shipment", "en")).toBe("Whoever packs and sends fills this in");
  });
});
