import { createHash, randomUUID } from "node:crypto";
import { recordAudit, type AuditActor } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { plainFileName } from "~/platform/files/plain-name";
import type { FileStore } from "~/platform/files/port";
import { done, refused, type Result } from "~/platform/result";
import { lookAtPaper, turnHeic, type PaperRefusal, type PaperType } from "./look-at-paper.server";
import { seal, unseal } from "./seal";

/** Whose a paper is, in the words of the room that keeps it: `{ kind: "seller", id: … }`. */
export type PaperOwner = { kind: string; id: string };

export type NewPaper = { owner: PaperOwner; purpose: string; name: string; content: Buffer };

export type Paper = {
  paperId: string;
  purpose: string;
  /** As the file was called where it came from; for people only. */
  name: string;
  contentType: PaperType;
  byteCount: number;
  /** Of its content: two files with the same one are the same file. */
  sha256: string;
  storedAt: Date;
};

/** A paper of which the bytes are in the file store and nothing is noted yet. */
export type PutPaper = Omit<NewPaper, "content"> & {
  paperId: string;
  contentType: PaperType;
  byteCount: number;
  sha256: string;
};

export const sha256Of = (content: Buffer) => createHash("sha256").update(content).digest("hex");

const fileKeyOf = ({ paperId }: PutPaper) => `private/${paperId}`;

/**
 * The first half of taking in a paper: looks at what it is and puts it, encrypted, into the file store; a
 * HEIC picture becomes a JPEG before. `notePaper` is the
 * other half, in the transaction of the deed; whoever does not come to it calls `dropPaper`.
 */
export async function putPaper(
  files: FileStore,
  { name: givenName, content: given, ...about }: NewPaper,
): Promise<Result<PutPaper, PaperRefusal>> {
  const turned = await turnHeic({ name: givenName, content: given });
  if (!turned.ok) return turned;
  const { name, content } = turned.value;
  const seen = await lookAtPaper(content);
  if (!seen.ok) return seen;
  const paper: PutPaper = {
    ...about,
    name,
    paperId: randomUUID(),
    contentType: seen.value.contentType,
    byteCount: content.length,
    sha256: sha256Of(content),
  };
  const fileKey = fileKeyOf(paper);
  await files.put(fileKey, seal(content, fileKey, env.FILES_SECRET), "application/octet-stream");
  return done(paper);
}

export async function notePaper(db: Db | Trx, paper: PutPaper, now: Date): Promise<void> {
  const { paperId, owner, name, purpose, contentType, byteCount, sha256 } = paper;
  await db
    .insertInto("privateFiles")
    .values({
      id: paperId,
      fileKey: fileKeyOf(paper),
      ownerKind: owner.kind,
      ownerId: owner.id,
      purpose,
      name: plainFileName(name),
      contentType,
      byteCount,
      sha256,
      storedAt: now,
    })
    .execute();
}

/** Hands papers of one owner on to another: what a form brought belongs to what the form made. */
export async function moveNotedPapers(
  trx: Trx,
  paperIds: readonly string[],
  from: PaperOwner,
  to: PaperOwner,
): Promise<void> {
  await trx
    .updateTable("privateFiles")
    .set({ ownerKind: to.kind, ownerId: to.id })
    .where("id", "in", [...paperIds])
    .where("ownerKind", "=", from.kind)
    .where("ownerId", "=", from.id)
    .execute();
}

/** Takes the bytes of a paper that was not noted out of the file store again. */
export async function dropPaper(files: FileStore, paper: PutPaper): Promise<void> {
  await files.remove(fileKeyOf(paper));
}

/**
 * Takes in a paper: looks at what it is, encrypts it, and notes it. Nothing stays in the file store when it cannot be noted.
 * A paper is never replaced, a newer one is stored beside it.
 */
export async function storePaper(
  db: Db,
  files: FileStore,
  given: NewPaper,
  now = clock(),
): Promise<Result<{ paperId: string }, PaperRefusal>> {
  const put = await putPaper(files, given);
  if (!put.ok) return put;
  try {
    await notePaper(db, put.value, now);
  } catch (error) {
    await dropPaper(files, put.value);
    throw error;
  }
  return done({ paperId: put.value.paperId });
}

const MOST_PAPERS = 100;

/** An owner's papers of one purpose, the latest first; destroyed ones are not among them. */
export async function listPapers(db: Db | Trx, owner: PaperOwner, purpose: string): Promise<Paper[]> {
  const rows = await db
    .selectFrom("privateFiles")
    .select(["id", "purpose", "name", "contentType", "byteCount", "sha256", "storedAt"])
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .where("purpose", "=", purpose)
    .where("destroyedAt", "is", null)
    .orderBy("storedAt", "desc")
    .orderBy("id")
    .limit(MOST_PAPERS)
    .execute();
  // The table's check allows no other content type.
  return rows.map(({ id, ...row }) => ({ ...row, paperId: id, contentType: row.contentType as PaperType }));
}

export type OpenedPaper = { name: string; contentType: PaperType; content: Buffer };

/**
 * Opens a paper for somebody, who is written down before the bytes are there.
 *
 * @param key the paper with its owner: an owner's id that does not fit makes it missing
 */
export async function readPaper(
  db: Db,
  files: FileStore,
  reader: AuditActor,
  key: { paperId: string; owner: PaperOwner },
): Promise<Result<OpenedPaper, "paper-missing">> {
  const row = await db
    .selectFrom("privateFiles")
    .select(["fileKey", "name", "contentType", "sha256"])
    .where("id", "=", key.paperId)
    .where("ownerKind", "=", key.owner.kind)
    .where("ownerId", "=", key.owner.id)
    .executeTakeFirst();
  if (!row || row.fileKey === null) return refused("paper-missing");
  await db.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: reader,
      action: "read-paper",
      subject: { kind: "paper", id: key.paperId },
      after: { owner: `${key.owner.kind} ${key.owner.id}` },
    }),
  );
  const stored = await files.read(row.fileKey);
  if (!stored) throw new Error(`the bytes of paper ${key.paperId} are not in the file store`);
  const content = unseal(stored.content, row.fileKey, env.FILES_SECRET);
  if (sha256Of(content) !== row.sha256) {
    throw new Error(`paper ${key.paperId} is not what was stored`);
  }
  return done({ name: row.name, contentType: row.contentType as PaperType, content });
}

/** Destroys the bytes of one paper of an owner; another's is left alone. */
export async function destroyPaper(
  db: Db,
  files: FileStore,
  { owner, paperId }: { owner: PaperOwner; paperId: string },
  now = clock(),
): Promise<void> {
  const row = await db
    .selectFrom("privateFiles")
    .select("fileKey")
    .where("id", "=", paperId)
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .executeTakeFirst();
  if (!row || row.fileKey === null) return;
  await files.remove(row.fileKey);
  await db
    .updateTable("privateFiles")
    .set({ fileKey: null, destroyedAt: now, name: "destroyed" })
    .where("id", "=", paperId)
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .execute();
}

/** Owners of a kind whose papers all lie there since before an instant, for what is swept away after a while. */
export async function listOldOwners(db: Db, kind: string, before: Date, limit: number): Promise<PaperOwner[]> {
  const rows = await db
    .selectFrom("privateFiles")
    .select("ownerId")
    .where("ownerKind", "=", kind)
    .where("destroyedAt", "is", null)
    .groupBy("ownerId")
    .having((eb) => eb(eb.fn.max("storedAt"), "<", before))
    .orderBy("ownerId")
    .limit(limit)
    .execute();
  return rows.map(({ ownerId }) => ({ kind, id: ownerId }));
}

/** Destroys the bytes of an owner's papers; that they were there stays known. */
export async function destroyPapers(db: Db, files: FileStore, owner: PaperOwner, now = clock()): Promise<number> {
  let destroyed = 0;
  for (let some = MOST_PAPERS; some === MOST_PAPERS;) {
    some = await destroySome(db, files, owner, now);
    destroyed += some;
  }
  return destroyed;
}

async function destroySome(db: Db, files: FileStore, owner: PaperOwner, now: Date): Promise<number> {
  const rows = await db
    .selectFrom("privateFiles")
    .select(["id", "fileKey"])
    .where("ownerKind", "=", owner.kind)
    .where("ownerId", "=", owner.id)
    .where("destroyedAt", "is", null)
    .limit(MOST_PAPERS)
    .execute();
  for (const { fileKey } of rows) if (fileKey !== null) await files.remove(fileKey);
  if (rows.length === 0) return 0;
  await db
    .updateTable("privateFiles")
    .set({ fileKey: null, destroyedAt: now, name: "destroyed" })
    .where(
      "id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.length;
}
