import { findReview } from "~/modules/reviews/index.server";
import { isShopQueue, readShopPaper } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

/** A paper of the shop that an open item is about. When it is decided, there is no reason to read the paper any more. */
export const loader = forStaff("reviewer", async ({ staff, params }) => {
  const item = orNotFound(await findReview(db, uuidParam(params, "id")));
  const sellerId = orNotFound(isShopQueue(item.queue) ? item.subjectId : undefined);
  const reader = { kind: "staff" as const, id: staff.userId };
  const opened = await readShopPaper(db, files(), reader, { sellerId, paperId: uuidParam(params, "paperId") });
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
