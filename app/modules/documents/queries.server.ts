import { sql } from "kysely";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { freezeFile, readFrozenFile } from "./frozen-file.server";
import { DOCUMENT_KINDS, SECOND_LANGUAGES } from "./kinds";
import type { DocumentSubject, IssuedDocument } from "./types";

export const DOCUMENTS_PAGE_SIZE = 25;

export type OpenedDocument = { name: string; contentType: "application/pdf"; content: Buffer };

/**
 * The PDF of a document, the same bytes each time. Who reads before the job has set it waits for the setting.
 *
 * @returns undefined for another seller's document, too
 * @throws Error when the stored bytes are not those that were stored
 */
export async function readDocument(
  db: Db,
  files: FileStore,
  { sellerId, documentId }: { sellerId: string; documentId: string },
): Promise<OpenedDocument | undefined> {
  const row = await db
    .selectFrom("tradeDocuments")
    .select("reference")
    .where("id", "=", documentId)
    .where("sellerId", "=", sellerId)
    .executeTakeFirst();
  if (!row) return undefined;
  const file = await freezeFile(db, files, documentId);
  if (!file) return undefined;
  const content = await readFrozenFile(files, row.reference, file);
  return { name: `${row.reference}.pdf`, contentType: "application/pdf", content };
}

/** A page of a seller's documents, the latest first; of one subject when it is given. */
export async function listDocuments(
  db: Db | Trx,
  { sellerId, madeOf, page = 1 }: { sellerId: string; madeOf?: DocumentSubject | undefined; page?: number },
): Promise<{ documents: IssuedDocument[]; found: number }> {
  const theirs = db
    .selectFrom("tradeDocuments")
    .where("sellerId", "=", sellerId)
    .$if(madeOf !== undefined, (query) =>
      query.where("subjectKind", "=", madeOf?.kind ?? "").where("subjectId", "=", madeOf?.id ?? ""),
    );
  const [rows, { found }] = await Promise.all([
    theirs
      .select(["id", "kind", "reference", "subjectKind", "subjectId", "revision", "replaces", "secondLanguage"])
      .select(["issuedOn", "issuedAt"])
      .orderBy("issuedAt", "desc")
      .orderBy("reference", "desc")
      .limit(DOCUMENTS_PAGE_SIZE)
      .offset((page - 1) * DOCUMENTS_PAGE_SIZE)
      .execute(),
    theirs.select((eb) => eb.fn.countAll<string>().as("found")).executeTakeFirstOrThrow(),
  ]);
  const documents = rows.flatMap(({ id, subjectKind, subjectId, ...row }) => {
    // Only this room writes the table, with these.
    const kind = DOCUMENT_KINDS.find((one) => one === row.kind);
    const secondLanguage = SECOND_LANGUAGES.find((one) => one === row.secondLanguage);
    if (!kind || !secondLanguage) return [];
    const own = { documentId: id, madeOf: { kind: subjectKind, id: subjectId } };
    return [{ ...row, ...own, kind, secondLanguage, replaces: row.replaces ?? undefined }];
  });
  return { documents, found: Number(found) };
}

/**
 * What documents of a subject say that it weighs with packing, in grams, the latest first, as many as a page has; those that say
 * nothing are left out.
 */
export async function listGrossWeights(
  db: Db | Trx,
  { sellerId, madeOf }: { sellerId: string; madeOf: DocumentSubject },
): Promise<{ documentId: string; grossGrams: number }[]> {
  const rows = await db
    .selectFrom("tradeDocuments")
    .where("sellerId", "=", sellerId)
    .where("subjectKind", "=", madeOf.kind)
    .where("subjectId", "=", madeOf.id)
    .select([
      "id as documentId",
      // A packing list says it package by package.
      sql<number | null>`coalesce(
        (data -> 'shipment' ->> 'grossGrams')::int,
        (select sum((package ->> 'grossGrams')::int)::int from jsonb_array_elements(data -> 'packages') as package)
      )`.as("grossGrams"),
    ])
    .orderBy("issuedAt", "desc")
    .orderBy("reference", "desc")
    .limit(DOCUMENTS_PAGE_SIZE)
    .execute();
  return rows.flatMap(({ documentId, grossGrams }) => (grossGrams === null ? [] : [{ documentId, grossGrams }]));
}
