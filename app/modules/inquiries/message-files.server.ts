import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import type { PaperRefusal } from "~/platform/private-files/look-at-paper.server";
import {
  destroyPaper,
  dropPaper,
  listPapers,
  moveNotedPapers,
  notePaper,
  putPaper,
  type Paper,
} from "~/platform/private-files/private-files.server";
import { done, refused, type Result } from "~/platform/result";
import { LARGEST_FILES_BYTES, MOST_FILES, type FileRefusal } from "./types";

const PURPOSE = "attachment";
/** By address: guests bring files, too, and a form that is never sent keeps them for a day. */
const FILES_BY_ADDRESS: ThrottleRule = { name: "attachment-address", points: 60, seconds: 3_600 };

/** Files wait with the form that brought them, until it is sent: what is refused beside them does not lose them. */
export const FORM_FILES = "inquiry-form";
const formOwner = (formKey: FormKey) => ({ kind: FORM_FILES, id: formKey });
export const inquiryOwner = (inquiryId: string) => ({ kind: "inquiry", id: inquiryId });

export type Attached = Pick<Paper, "paperId" | "name" | "byteCount">;
/** A file that was not taken, and why. */
export type RefusedFile = { name: string; refusal: PaperRefusal };

export async function listAttached(db: Db | Trx, formKey: FormKey): Promise<Attached[]> {
  const papers = await listPapers(db, formOwner(formKey), PURPOSE);
  return papers.map(({ paperId, name, byteCount }) => ({ paperId, name, byteCount })).toReversed();
}

/**
 * Takes files in for a form that is being sent: each is looked at as papers are. Those that are fine stay with the form.
 *
 * @returns what was refused, file by file, or the limit that they pass together
 */
export async function attachFiles(
  db: Db,
  store: FileStore,
  { formKey, clientAddress }: { formKey: FormKey; clientAddress: string },
  given: readonly File[],
  now = clock(),
): Promise<Result<RefusedFile[], FileRefusal>> {
  if (given.length === 0) return done([]);
  if (!(await mayTry(FILES_BY_ADDRESS, clientAddress))) return refused("files-throttled");
  const before = await listAttached(db, formKey);
  if (before.length + given.length > MOST_FILES) return refused("too-many-files");
  const bytes = [...before.map(({ byteCount }) => byteCount), ...given.map(({ size }) => size)];
  if (bytes.reduce((sum, size) => sum + size, 0) > LARGEST_FILES_BYTES) return refused("files-too-large");
  const refusals: RefusedFile[] = [];
  for (const file of given) {
    const content = Buffer.from(await file.arrayBuffer());
    const put = await putPaper(store, { owner: formOwner(formKey), purpose: PURPOSE, name: file.name, content });
    if (!put.ok) {
      refusals.push({ name: file.name, refusal: put.refusal });
      continue;
    }
    // The same form again, in a second window or after the way back, brings the same file: it is there already.
    if (before.some(({ name, byteCount }) => name === file.name && byteCount === file.size)) {
      await dropPaper(store, put.value);
      continue;
    }
    try {
      await notePaper(db, put.value, now);
    } catch (error) {
      await dropPaper(store, put.value);
      throw error;
    }
  }
  return done(refusals);
}

/** Takes a file away from a form again. */
export function detachFile(db: Db, store: FileStore, formKey: FormKey, paperId: string): Promise<void> {
  return destroyPaper(db, store, { owner: formOwner(formKey), paperId });
}

/** Makes the files of a form those of a message, in the transaction that sends it. */
export async function sendFiles(
  trx: Trx,
  formKey: FormKey,
  { inquiryId, messageId }: { inquiryId: string; messageId: string },
): Promise<number> {
  const attached = (await listAttached(trx, formKey)).slice(0, MOST_FILES);
  if (attached.length === 0) return 0;
  const ids = attached.map(({ paperId }) => paperId);
  await moveNotedPapers(trx, ids, formOwner(formKey), inquiryOwner(inquiryId));
  await trx
    .insertInto("inquiryMessageFiles")
    .values(ids.map((fileId, at) => ({ messageId, position: at + 1, fileId })))
    .execute();
  return ids.length;
}
