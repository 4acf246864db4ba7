import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  documentJobs,
  erasePersonalData,
  issueDocument,
  listDocuments,
  listPersonalData,
  readDocument,
} from "~/modules/documents/index.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { seal } from "~/platform/private-files/seal";
import { FACTORY_NOW, makeBuyer, makeSeller, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { FULL_INPUTS } from "~tests/support/documents";
import { pdfText } from "~tests/support/pdf";

async function makeDocument({ buyerUserId, issuedBy }: { buyerUserId?: string; issuedBy?: string } = {}) {
  const { sellerId } = await makeSeller(testDb);
  const madeOf = { kind: "order", id: unique() };
  const given = { kind: "commercial_invoice", input: FULL_INPUTS.commercial_invoice, secondLanguage: "ru" } as const;
  const issued = await testDb
    .transaction()
    .execute((trx) =>
      issueDocument(trx, { ...given, sellerId, madeOf, buyerUserId, issuedBy, lang: "az" }, FACTORY_NOW),
    );
  if (!issued.ok) throw new Error(issued.refusal);
  return { sellerId, madeOf, ...issued.value };
}

const setIt = (documentId: string) => documentJobs(testDb, files)["set-document"]({ documentId }, {} as never);

const fileOf = (documentId: string) =>
  testDb
    .selectFrom("documentFiles")
    .select(["fileKey", "sha256", "byteCount"])
    .where("documentId", "=", documentId)
    .executeTakeFirstOrThrow();

const FROZEN = /stays as it was issued/;

describe("an issued document", () => {
  it("is the same bytes each time, whoever sets them first, with the number that was given", async () => {
    const { sellerId, documentId, reference } = await makeDocument();
    const [first, second] = await Promise.all([
      readDocument(testDb, files(), { sellerId, documentId }),
      setIt(documentId).then(() => readDocument(testDb, files(), { sellerId, documentId })),
    ]);
    const { byteCount } = await fileOf(documentId);

    expect(second?.content.equals(first?.content ?? Buffer.alloc(0))).toBe(true);
    expect(first?.content.length).toBe(byteCount);
    expect(first?.name).toBe("CI-2026-0001.pdf");
    expect(await pdfText(first?.content ?? Buffer.alloc(0))).toContain(reference);
  });

  it("keeps its bytes when the job comes once more", async () => {
    const { documentId } = await makeDocument();
    await setIt(documentId);
    const before = await fileOf(documentId);
    await setIt(documentId);
    expect(await fileOf(documentId)).toEqual(before);
    expect(await files().has(before.fileKey)).toBe(true);
  });

  it("lies sealed in the file store", async () => {
    const { documentId } = await makeDocument();
    await setIt(documentId);
    const stored = await files().read((await fileOf(documentId)).fileKey);
    expect(stored?.content.toString("latin1")).not.toContain("%PDF");
  });

  it("is missing for another seller, in the list, too", async () => {
    const { documentId, madeOf } = await makeDocument();
    const { sellerId } = await makeSeller(testDb);
    expect(await readDocument(testDb, files(), { sellerId, documentId })).toBeUndefined();
    expect(await listDocuments(testDb, { sellerId })).toEqual({ documents: [], found: 0 });
    expect(await listDocuments(testDb, { sellerId, madeOf })).toEqual({ documents: [], found: 0 });
  });

  it("whose bytes were exchanged is a fault that says so", async () => {
    const { sellerId, documentId } = await makeDocument();
    await setIt(documentId);
    const { fileKey } = await fileOf(documentId);
    const read = () => readDocument(testDb, files(), { sellerId, documentId });

    await files().put(fileKey, seal(Buffer.from("%PDF-1.7 other"), fileKey, env.FILES_SECRET), "application/pdf");
    await expect(read()).rejects.toThrow("is not what was stored: its digest differs");
    await files().put(fileKey, Buffer.from("no seal"), "application/pdf");
    await expect(read()).rejects.toThrow("is not what was stored: its seal is broken");
    await files().remove(fileKey);
    await expect(read()).rejects.toThrow("are not in the file store");
  });
});

describe("the database", () => {
  it("refuses to change, take away or empty what was issued", async () => {
    const { documentId } = await makeDocument();
    await setIt(documentId);
    const change = (values: object) =>
      testDb.updateTable("tradeDocuments").set(values).where("id", "=", documentId).execute();

    await expect(change({ number: 99 })).rejects.toThrow(FROZEN);
    await expect(change({ data: "{}" })).rejects.toThrow(FROZEN);
    await expect(change({ subjectId: "other" })).rejects.toThrow(FROZEN);
    await expect(change({ issuedBy: (await makeBuyer(testDb)).userId })).rejects.toThrow(FROZEN);
    await expect(testDb.deleteFrom("tradeDocuments").where("id", "=", documentId).execute()).rejects.toThrow(FROZEN);
    await expect(sql`truncate trade_documents cascade`.execute(testDb)).rejects.toThrow(FROZEN);
    const file = testDb.updateTable("documentFiles").set({ sha256: "0".repeat(64) });
    await expect(file.where("documentId", "=", documentId).execute()).rejects.toThrow(FROZEN);
    await expect(testDb.deleteFrom("documentFiles").execute()).rejects.toThrow(FROZEN);
    await expect(sql`truncate document_files`.execute(testDb)).rejects.toThrow(FROZEN);
  });

  it("counts up by one, and never down", async () => {
    const { sellerId } = await makeDocument();
    const set = (lastNumber: number) =>
      testDb.updateTable("documentCounters").set({ lastNumber }).where("sellerId", "=", sellerId).execute();
    await expect(set(0)).rejects.toThrow("go up by one");
    await expect(set(3)).rejects.toThrow("go up by one");
    const away = testDb.deleteFrom("documentCounters").where("sellerId", "=", sellerId).execute();
    await expect(away).rejects.toThrow("go up by one");
  });

  type Copied = { number?: string; revision?: string; madeOf?: string; replaces?: string };

  /** A copy of a document, but for what is said. */
  const copy = (
    documentId: string,
    { number = "number", revision = "revision", madeOf = "subject_id", replaces = "replaces" }: Copied,
  ) =>
    sql`
      insert into trade_documents (seller_id, kind, year, number, reference, subject_kind, subject_id, revision, replaces,
        second_language, issued_on, issued_at, data)
      select seller_id, kind, year, ${sql.raw(number)}, reference, subject_kind, ${sql.raw(madeOf)}, ${sql.raw(revision)},
        ${sql.raw(replaces)}, second_language, issued_on, issued_at, data
      from trade_documents where id = ${documentId}`.execute(testDb);

  it("has a number once, and a subject once for each revision", async () => {
    const { documentId } = await makeDocument();
    await expect(copy(documentId, { madeOf: "'other'" })).rejects.toMatchObject({
      constraint: "trade_documents_number",
    });
    await expect(copy(documentId, { number: "2" })).rejects.toMatchObject({ constraint: "trade_documents_subject" });
  });

  it("lets a document be replaced once, by one of its own subject", async () => {
    const { documentId } = await makeDocument();
    await copy(documentId, { number: "2", revision: "2", replaces: "id" });
    await expect(copy(documentId, { number: "3", revision: "3", replaces: "id" })).rejects.toMatchObject({
      constraint: "trade_documents_replaced_once",
    });
    const { documentId: own } = await makeDocument();
    await expect(copy(own, { number: "2", revision: "2", replaces: "id", madeOf: "'other'" })).rejects.toMatchObject({
      constraint: "trade_documents_replaces",
    });
  });
});

describe("a person's data in documents", () => {
  it("is what was made out to her, and nobody else's", async () => {
    const { userId } = await makeBuyer(testDb);
    const { reference } = await makeDocument({ buyerUserId: userId });
    await makeDocument({ buyerUserId: (await makeBuyer(testDb)).userId });
    const { tradeDocuments } = await listPersonalData(testDb, userId);
    expect(tradeDocuments).toMatchObject([{ reference, data: { buyer: { name: "buyer-name" } } }]);
  });

  it("stays in the document and is parted from her account when she goes", async () => {
    const { userId } = await makeBuyer(testDb);
    const { sellerId, documentId } = await makeDocument({ buyerUserId: userId, issuedBy: userId });
    const before = await readDocument(testDb, files(), { sellerId, documentId });
    await testDb.transaction().execute((trx) => erasePersonalData(trx, userId));
    const after = await readDocument(testDb, files(), { sellerId, documentId });
    const row = await testDb
      .selectFrom("tradeDocuments")
      .select(["buyerUserId", "issuedBy"])
      .where("id", "=", documentId)
      .executeTakeFirst();

    expect(row).toEqual({ buyerUserId: null, issuedBy: null });
    expect(after?.content.equals(before?.content ?? Buffer.alloc(0))).toBe(true);
    expect(await listPersonalData(testDb, userId)).toEqual({ tradeDocuments: [] });
  });
});
