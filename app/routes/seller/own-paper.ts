import { readShopPaper } from "~/modules/sellers/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";
import { recordedAs } from "~/platform/session/actors.server";

/** An editor writes texts; papers are for who answers for the shop. */
export const loader = forSeller("manager", async ({ seller, params }) => {
  const key = { sellerId: seller.sellerId, paperId: uuidParam(params, "paperId") };
  const opened = await readShopPaper(db, files(), recordedAs(seller), key);
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
