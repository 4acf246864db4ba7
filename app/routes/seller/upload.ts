import { UPLOAD_OFFSET, UPLOAD_PART_BYTES } from "~/modules/catalog";
import { cancelUpload, findUpload, finishUpload, takePart, uploadRefusalText } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { plainAnswer } from "~/platform/http/plain-answer.server";
import type { SellerActor } from "~/platform/session/actors.server";

const at = (bytes: number) => ({ [UPLOAD_OFFSET]: String(bytes) });

/** Where an upload goes on after an interruption. */
export const loader = forSeller("editor", async ({ seller, params }) => {
  const upload = orNotFound(await findUpload(db, seller, uuidParam(params, "id")));
  if (upload.outcome !== undefined) return plainAnswer(410, m["catalog.pictures.refusal.uploadMissing"]());
  return plainAnswer(204, "", at(upload.receivedBytes));
});

/** PUT takes the next part, POST finishes, DELETE gives up. Each may be sent again when its answer was lost. */
export const action = forSeller("editor", async ({ seller, params, request }) => {
  const uploadId = uuidParam(params, "id");
  if (request.method === "PUT") return takePartOf(request, seller, uploadId);
  if (request.method === "DELETE") {
    await cancelUpload(db, files(), seller, uploadId);
    return plainAnswer(204, "");
  }
  const finished = await finishUpload(db, files(), seller, uploadId);
  if (finished.ok) return plainAnswer(204, "");
  return plainAnswer(finished.refusal === "upload-missing" ? 404 : 422, uploadRefusalText[finished.refusal]());
});

async function takePartOf(request: Request, seller: SellerActor, uploadId: string): Promise<Response> {
  const offset = Number(request.headers.get(UPLOAD_OFFSET) ?? Number.NaN);
  const isTooLong = Number(request.headers.get("content-length") ?? 0) > UPLOAD_PART_BYTES;
  if (!Number.isInteger(offset) || isTooLong) return plainAnswer(422, uploadRefusalText["wrong-size"]());

  const content = Buffer.from(await request.arrayBuffer());
  const taken = await takePart(db, files(), seller, { uploadId, offset, content });
  if (!taken.ok) return plainAnswer(taken.refusal === "upload-missing" ? 404 : 422, uploadRefusalText[taken.refusal]());

  return plainAnswer(taken.value.isTaken ? 204 : 409, "", at(taken.value.receivedBytes));
}
