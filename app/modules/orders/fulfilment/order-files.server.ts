import { paperRefusalText } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import type { OpenedPaper } from "~/platform/private-files/private-files.server";
import {
  destroyPapers,
  listOldOwners,
  listPapers,
  moveNotedPapers,
  readPaper,
  storePaper,
} from "~/platform/private-files/private-files.server";
import { recordedAs, type InquirerActor, type SellerActor } from "~/platform/session/actors.server";
import { orderOwnedBy, recordedAsOrderBuyer } from "../order-keys.server";
import { DAY_MS } from "../rules";

const PURPOSE = "handover";
const ORDER_FORM = "order-form";
/** Files of one hand-over; larger ones go behind its link. */
export const MOST_HANDOVER_FILES = 10;
/** Bytes of a form that brings them. */
export const LARGEST_HANDOVER_FORM_BYTES = 60_000_000;

const formOwner = (formKey: FormKey) => ({ kind: ORDER_FORM, id: formKey });
const orderOwner = (orderId: string) => ({ kind: "order", id: orderId });

/**
 * Takes in what a form brought, until it is sent: what is refused beside the files does not lose them.
 *
 * @returns what to say beside the field: of each that was refused why
 */
export async function takeHandoverFiles(
  db: Db,
  store: FileStore,
  formKey: FormKey,
  posted: FormData,
  now = clock(),
): Promise<string | undefined> {
  const chosen = posted.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  if (chosen.length === 0) return undefined;
  const before = await listPapers(db, formOwner(formKey), PURPOSE);
  const owner = formOwner(formKey);
  if (chosen.length + before.length > MOST_HANDOVER_FILES) {
    return m["orders.refusal.tooManyFiles"]({ count: MOST_HANDOVER_FILES });
  }
  const problems: string[] = [];
  for (const file of chosen) {
    // A browser keeps what was chosen and sends it again with the corrected form.
    if (before.some(({ name, byteCount }) => name === file.name && byteCount === file.size)) continue;
    const content = Buffer.from(await file.arrayBuffer());
    const stored = await storePaper(db, store, { owner, purpose: PURPOSE, name: file.name, content }, now);
    if (!stored.ok) {
      problems.push(m["orders.refusal.file"]({ name: file.name, reason: paperRefusalText[stored.refusal]() }));
    }
  }
  return problems.length === 0 ? undefined : problems.join(" ");
}

/** Makes the files of a form those of a hand-over, in its transaction. @returns how many there are */
export async function handOverFiles(
  trx: Trx,
  formKey: FormKey,
  { orderId, handoverId }: { orderId: string; handoverId: string },
): Promise<void> {
  const papers = (await listPapers(trx, formOwner(formKey), PURPOSE)).toReversed();
  if (papers.length === 0) return;
  const ids = papers.map(({ paperId }) => paperId);
  await moveNotedPapers(trx, ids, formOwner(formKey), orderOwner(orderId));
  await trx
    .insertInto("orderHandoverFiles")
    .values(ids.map((fileId, at) => ({ handoverId, position: at + 1, fileId })))
    .execute();
}

export async function countFormFiles(trx: Trx, formKey: FormKey): Promise<number> {
  return (await listPapers(trx, formOwner(formKey), PURPOSE)).length;
}

type Key = { orderId: string; fileId: string };

/** Opens a file of an order for its buyer, who is written down; undefined for anybody else's. */
export async function readOrderFileAsBuyer(
  db: Db,
  files: FileStore,
  inquirer: InquirerActor,
  { orderId, fileId }: Key,
  now = clock(),
): Promise<OpenedPaper | undefined> {
  const hers = await db
    .selectFrom("orders")
    .select("id")
    .where("id", "=", orderId)
    .where(orderOwnedBy(inquirer, now))
    .executeTakeFirst();
  if (!hers) return undefined;
  const reader = recordedAsOrderBuyer(inquirer.userId);
  const opened = await readPaper(db, files, reader, { paperId: fileId, owner: orderOwner(orderId) });
  return opened.ok ? opened.value : undefined;
}

export async function readOrderFileAsSeller(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  { orderId, fileId }: Key,
): Promise<OpenedPaper | undefined> {
  const hers = await db
    .selectFrom("orders")
    .select("id")
    .where("id", "=", orderId)
    .where("sellerId", "=", seller.sellerId)
    .executeTakeFirst();
  if (!hers) return undefined;
  const opened = await readPaper(db, files, recordedAs(seller), { paperId: fileId, owner: orderOwner(orderId) });
  return opened.ok ? opened.value : undefined;
}

/** Of forms in one run; the next takes the rest. */
const AT_ONCE = 200;

/** Destroys files of forms that were not sent for a day. */
export async function forgetUnsentFiles(db: Db, store: FileStore, now = clock()): Promise<void> {
  const left = await listOldOwners(db, ORDER_FORM, new Date(now.getTime() - DAY_MS), AT_ONCE);
  for (const owner of left) await destroyPapers(db, store, owner, now);
}
