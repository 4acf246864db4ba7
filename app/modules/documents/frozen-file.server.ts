import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import type { FileStore } from "~/platform/files/port";
import { sha256Of } from "~/platform/private-files/private-files.server";
import { seal, unseal } from "~/platform/private-files/seal";
import { readInput } from "./input";
import { isDocumentKind, SECOND_LANGUAGES } from "./kinds";
import { setDocument } from "./set-document.server";

export type FrozenFile = { fileKey: string; sha256: string; byteCount: number };

/**
 * Sets the PDF of a document and stores it, unless that was done. Of two that do it at once the first that is noted counts,
 * and the other one's bytes go away again: they lie under a key of their own, so that they never lay over the first ones.
 */
export async function freezeFile(
  db: Db,
  files: FileStore,
  documentId: string,
  now = clock(),
): Promise<FrozenFile | undefined> {
  const noted = await findFrozenFile(db, documentId);
  if (noted) return noted;
  const row = await db
    .selectFrom("tradeDocuments")
    .leftJoin("tradeDocuments as earlier", "earlier.id", "tradeDocuments.replaces")
    .select(["tradeDocuments.kind", "tradeDocuments.reference", "tradeDocuments.issuedOn"])
    .select(["tradeDocuments.secondLanguage", "tradeDocuments.data", "earlier.reference as replaces"])
    .where("tradeDocuments.id", "=", documentId)
    .executeTakeFirst();
  if (!row || !isDocumentKind(row.kind)) return undefined;
  const content = await setDocument({
    ...readInput(row.kind, row.data),
    // The table's check allows no other.
    second: SECOND_LANGUAGES.find((language) => language === row.secondLanguage) ?? "en",
    issued: { reference: row.reference, on: row.issuedOn, replaces: row.replaces ?? undefined },
  });
  const sha256 = sha256Of(content);
  const fileKey = `documents/${documentId}/${sha256}`;
  await files.put(fileKey, seal(content, fileKey, env.FILES_SECRET), "application/octet-stream");
  const file = { fileKey, sha256, byteCount: content.length };
  const kept = await db
    .insertInto("documentFiles")
    .values({ documentId, ...file, storedAt: now })
    .onConflict((conflict) => conflict.column("documentId").doNothing())
    .returning("documentId")
    .executeTakeFirst();
  if (kept) return file;
  const first = await findFrozenFile(db, documentId);
  if (first && first.fileKey !== fileKey) await files.remove(fileKey);
  return first;
}

function findFrozenFile(db: Db, documentId: string): Promise<FrozenFile | undefined> {
  return db
    .selectFrom("documentFiles")
    .select(["fileKey", "sha256", "byteCount"])
    .where("documentId", "=", documentId)
    .executeTakeFirst();
}

/** @throws Error when the bytes are gone, or are not those that were stored */
export async function readFrozenFile(files: FileStore, reference: string, file: FrozenFile): Promise<Buffer> {
  const stored = await files.read(file.fileKey);
  if (!stored) throw new Error(`the bytes of document ${reference} are not in the file store`);
  const content = unsealed(stored.content, reference, file);
  if (content.length !== file.byteCount || sha256Of(content) !== file.sha256) {
    throw new Error(`document ${reference} is not what was stored: its digest differs`);
  }
  return content;
}

function unsealed(content: Buffer, reference: string, { fileKey }: FrozenFile): Buffer {
  try {
    return unseal(content, fileKey, env.FILES_SECRET);
  } catch (cause) {
    throw new Error(`document ${reference} is not what was stored: its seal is broken`, { cause });
  }
}
