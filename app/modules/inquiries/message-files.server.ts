import { paperRefusalText } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { mayTry, type ThrottleRule } from "~/platform/http/throttle.server";
import { turnHeic, type PaperRefusal } from "~/platform/private-files/look-at-paper.server";
import {
  destroyPaper,
  listPapers,
  moveNotedPapers,
  sha256Of,
  storePaper,
} from "~/platform/private-files/private-files.server";
import type { AttachedView } from "./asking/views";
import { fileRefusalText } from "./refusals.server";
import { LARGEST_FILES_BYTES, MOST_FILES } from "./types";

const PURPOSE = "attachment";
/** By address: guests bring files, too, and a form that is never sent keeps them for a day. */
const FILES_BY_ADDRESS: ThrottleRule = { name: "attachment-address", points: 60, seconds: 3_600 };

/** Files wait with the form that brought them, until it is sent: what is refused beside them does not lose them. */
export const FORM_FILES = "inquiry-form";
const formOwner = (formKey: FormKey) => ({ kind: FORM_FILES, id: formKey });
export const inquiryOwner = (inquiryId: string) => ({ kind: "inquiry", id: inquiryId });

export async function listAttached(db: Db | Trx, formKey: FormKey): Promise<AttachedView[]> {
  const papers = await listPapers(db, formOwner(formKey), PURPOSE);
  return papers.map(({ paperId, name, byteCount }) => ({ paperId, name, byteCount })).toReversed();
}

type Given = { name: string; content: Buffer };

/**
 * Takes the files of a form in that is being sent: each is looked at as papers are. Those that are fine stay with the form;
 * one that it has brought already, since a browser keeps what was chosen, is there once and counts once.
 *
 * @returns what to say beside the field: the limit that they pass together, or of each that was refused why
 */
export async function takeFiles(
  db: Db,
  store: FileStore,
  { formKey, clientAddress }: { formKey: FormKey; clientAddress: string },
  posted: FormData,
  now = clock(),
): Promise<string | undefined> {
  const chosen = posted.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  if (chosen.length === 0) return undefined;
  if (!(await mayTry(FILES_BY_ADDRESS, clientAddress))) return fileRefusalText["files-throttled"]();
  if (chosen.length > MOST_FILES) return fileRefusalText["too-many-files"]();
  const before = await listPapers(db, formOwner(formKey), PURPOSE);
  const known = new Set(before.map(({ sha256 }) => sha256));
  const given: Given[] = [];
  const problems: string[] = [];
  const refuse = (name: string, refusal: PaperRefusal) =>
    problems.push(m["inquiries.refusal.fileRefused"]({ name, reason: paperRefusalText[refusal]() }));
  for (const file of chosen) {
    // Before anything is compared or counted: what is kept of a HEIC picture is the JPEG.
    const turned = await turnHeic({ name: file.name, content: Buffer.from(await file.arrayBuffer()) });
    if (!turned.ok) {
      refuse(file.name, turned.refusal);
      continue;
    }
    const sha256 = sha256Of(turned.value.content);
    if (known.has(sha256)) continue;
    known.add(sha256);
    given.push(turned.value);
  }
  const bytes = [...before.map(({ byteCount }) => byteCount), ...given.map(({ content }) => content.length)];
  if (bytes.length > MOST_FILES) return fileRefusalText["too-many-files"]();
  if (bytes.reduce((sum, size) => sum + size, 0) > LARGEST_FILES_BYTES) return fileRefusalText["files-too-large"]();
  for (const file of given) {
    const stored = await storePaper(db, store, { owner: formOwner(formKey), purpose: PURPOSE, ...file }, now);
    if (!stored.ok) refuse(file.name, stored.refusal);
  }
  return problems.length === 0 ? undefined : problems.join(" ");
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
