import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { parsePosted, readForm, type FormAnswer } from "~/platform/http/form.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { fulfilmentRefusalText } from "../refusals.server";
import { handoverInput } from "../schema.server";
import { deliverOrder } from "./deliver-order.server";
import { LARGEST_HANDOVER_FORM_BYTES, takeHandoverFiles } from "./order-files.server";

/** A posted hand-over: done, or the form again; files that were fine wait with it. */
export async function postHandover(
  db: Db,
  store: FileStore,
  seller: SellerActor,
  request: Request,
  orderId: string,
  now = clock(),
): Promise<FormAnswer | undefined> {
  const posted = await readForm(request, LARGEST_HANDOVER_FORM_BYTES);
  const form = parsePosted(posted, handoverInput);
  if (!form.ok) return form.answer();
  const problem = await takeHandoverFiles(db, store, form.key, posted, now);
  if (problem !== undefined) return form.answer(undefined, { files: problem });
  const { words, link, isPaidAtDoor } = form.value;
  const delivered = await deliverOrder(db, seller, form.key, { orderId, words, link, isPaidAtDoor }, now);
  if (delivered.ok) return undefined;
  const text = fulfilmentRefusalText[delivered.refusal]();
  return delivered.refusal === "say-that-paid" ? form.answer(undefined, { isPaidAtDoor: text }) : form.answer(text);
}
