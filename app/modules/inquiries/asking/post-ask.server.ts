import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { keyOfForm, parsePosted, textOf, unjudged, type FormAnswer } from "~/platform/http/form.server";
import type { Reader } from "~/platform/i18n/reader";
import { detachFile, listAttached, takeFiles } from "../message-files.server";
import { askRefusalText } from "../refusals.server";
import { describeAsked } from "./ask-page.server";
import { isTooFast } from "./form-age.server";
import { changeOf, linesInForm } from "./form-changes.server";
import { askInput } from "./schema.server";
import type { AskPage, AttachedView } from "./views";
import { submitInquiry, type Asked, type AskFrom } from "./submit-inquiry.server";

/** The page again: the form as it was typed, its lines with their offers, and the files that it has brought so far. */
export type AskAgain = FormAnswer & { page: AskPage | undefined; attached: AttachedView[] };

export type PostedAsk =
  | { kind: "sent"; asked: Asked }
  /** Something that fills in every field, too those that nobody sees: it is told what a person is told, and nothing is kept. */
  | { kind: "trapped" }
  | { kind: "again"; answer: AskAgain; isRefused: boolean };

/**
 * What a post of the ask form comes to. Its files are taken in first, so that none is lost by what is refused beside them;
 * a button of a line changes the lines only; and what is fine is sent.
 */
export async function postAsk(
  db: Db,
  store: FileStore,
  from: AskFrom,
  posted: FormData,
  now = clock(),
): Promise<PostedAsk> {
  const formKey = keyOfForm(posted);
  const change = changeOf(posted);
  const filesProblem = await takeFiles(db, store, { formKey, clientAddress: from.clientAddress }, posted, now);
  if (change?.kind === "detach") await detachFile(db, store, formKey, change.what);
  const lines = linesInForm(posted, change);
  const destination = textOf(posted, "destination");
  const reader: Reader = /^[A-Z]{2}$/.test(destination) ? { ...from.reader, destination } : from.reader;
  const again = async (answer: FormAnswer): Promise<PostedAsk> => ({
    kind: "again",
    answer: {
      ...answer,
      page: await describeAsked(db, reader, { sellerId: textOf(posted, "seller"), lines }, now),
      attached: await listAttached(db, formKey),
    },
    isRefused: !change && !posted.has("recalculate"),
  });

  if (change || posted.has("recalculate")) return again(unjudged(posted));
  const form = parsePosted(posted, askInput);
  if (filesProblem !== undefined) return again(form.answer(undefined, { files: filesProblem }));
  if (!form.ok) return again(form.answer());
  const { website, shown, seller, ...ask } = form.value;
  if (website !== undefined) return { kind: "trapped" };
  if (!from.buyer && isTooFast(shown, now)) return again(form.answer(m["inquiries.refusal.tooFast"]()));
  const asked = await submitInquiry(db, from, formKey, { ...ask, sellerId: seller }, now);
  if (asked.ok) return { kind: "sent", asked: asked.value };
  const words = askRefusalText[asked.refusal]();
  if (asked.refusal === "name-missing") return again(form.answer(undefined, { name: words }));
  if (asked.refusal === "email-missing") return again(form.answer(undefined, { email: words }));
  return again(form.answer(words));
}
