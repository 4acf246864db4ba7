import { redirect } from "@remix-run/node";
import { UPLOAD_OFFSET } from "~/modules/catalog";
import { beginUpload, uploadInput, uploadRefusalText } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { plainAnswer } from "~/platform/http/plain-answer.server";

export const loader = forSeller("editor", ({ paths }) => Promise.resolve(redirect(paths.workspace())));

/** Begins an upload in parts: 201 with its address, or 422 with a sentence. */
export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const form = await parseForm(request, uploadInput);
  if (!form.ok) return plainAnswer(422, m["catalog.pictures.refusal.formUnreadable"]());

  const { purpose, listingId, name, byteCount } = form.value;
  const begun = await beginUpload(db, seller, form.key, { purpose, listingId, name, byteCount });
  if (!begun.ok) return plainAnswer(422, uploadRefusalText[begun.refusal]());

  return plainAnswer(201, "", { Location: paths.upload(begun.value.uploadId), [UPLOAD_OFFSET]: "0" });
});
