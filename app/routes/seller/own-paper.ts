import { readShopPaper } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { forSeller, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

/** An editor writes texts; papers are for who answers for the shop. */
export const loader = forSeller("manager", async ({ seller, params }) => {
  const reader = { kind: "seller" as const, id: seller.userId };
  const key = { sellerId: seller.sellerId, paperId: uuidParam(params, "paperId") };
  const opened = await readShopPaper(db, files(), reader, key);
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
