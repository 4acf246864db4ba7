import { printStatement } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { forSeller, orNotFound } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("manager", async ({ seller: { sellerId }, url, lang }) => {
  const month = url.searchParams.get("month") ?? "";
  return paperAnswer(orNotFound(await printStatement(db, { sellerId, month, lang })));
});
