import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { keyOfForm, parsePosted, unjudged, type FormAnswer } from "~/platform/http/form.server";
import type { Locale } from "~/platform/i18n/locales";
import type { Result } from "~/platform/result";
import type { InquirerActor, SellerActor } from "~/platform/session/actors.server";
import { changeOf } from "../asking/form-changes.server";
import { listOf } from "../asking/schema.server";
import type { AttachedView } from "../asking/views";
import { detachFile, listAttached, takeFiles } from "../message-files.server";
import { writeRefusalText } from "../refusals.server";
import { LONGEST_MESSAGE, type WriteRefusal } from "../types";
import { writeAsBuyer, writeAsSeller, type Written } from "./write-message.server";

const messageInput = z.object({
  body: z
    .string()
    .trim()
    .max(LONGEST_MESSAGE, { error: () => m["accounts.mend.tooLong"]({ most: LONGEST_MESSAGE }) })
    .optional(),
  press: listOf(z.string()),
});

type MessageForm = z.output<typeof messageInput>;

/** The form again, with what was typed and the files that it has brought so far. */
export type MessageAgain = FormAnswer & { attached: AttachedView[] };
export type PostedMessage =
  { kind: "written"; position: number } | { kind: "again"; answer: MessageAgain; isRefused: boolean };

type Post = { posted: FormData; inquiryId: string; lang: Locale; clientAddress: string };

export function postAsBuyer(
  db: Db,
  store: FileStore,
  inquirer: InquirerActor,
  { inquiryId, lang, ...post }: Post,
  now = clock(),
): Promise<PostedMessage> {
  return postMessage(db, store, post, now, (formKey, { body }) =>
    writeAsBuyer(db, inquirer, formKey, { inquiryId, body, locale: lang }, now),
  );
}

export function postAsSeller(
  db: Db,
  store: FileStore,
  seller: SellerActor,
  { inquiryId, lang, ...post }: Post,
  now = clock(),
): Promise<PostedMessage> {
  return postMessage(db, store, post, now, (formKey, { body, press }) =>
    writeAsSeller(db, seller, formKey, { inquiryId, body, locale: lang, pressed: press }, now),
  );
}

type Write = (formKey: FormKey, form: MessageForm) => Promise<Result<Written, WriteRefusal>>;

/** Files first, so that none is lost by what is refused beside them; then the words. */
async function postMessage(
  db: Db,
  store: FileStore,
  { posted, clientAddress }: Pick<Post, "posted" | "clientAddress">,
  now: Date,
  write: Write,
): Promise<PostedMessage> {
  const formKey = keyOfForm(posted);
  const filesProblem = await takeFiles(db, store, { formKey, clientAddress }, posted, now);
  const change = changeOf(posted);
  const again = async (answer: FormAnswer, isRefused = true): Promise<PostedMessage> => ({
    kind: "again",
    answer: { ...answer, attached: await listAttached(db, formKey) },
    isRefused,
  });
  if (change?.kind === "detach") {
    await detachFile(db, store, formKey, change.what);
    return again(unjudged(posted), false);
  }
  const form = parsePosted(posted, messageInput);
  if (filesProblem !== undefined) return again(form.answer(undefined, { files: filesProblem }));
  if (!form.ok) return again(form.answer());
  const written = await write(formKey, form.value);
  if (written.ok) return { kind: "written", position: written.value.position };
  return again(form.answer(writeRefusalText[written.refusal]()));
}
