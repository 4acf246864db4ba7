import { readOrderDocumentAsSeller } from "~/modules/orders/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { forSeller, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("editor", async ({ seller, params }) => {
  const key = { orderId: uuidParam(params, "id"), documentId: uuidParam(params, "file") };
  return paperAnswer(orNotFound(await readOrderDocumentAsSeller(db, files(), seller, key)));
});
