import { printStatement } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("manager", async ({ seller: { sellerId }, url, lang }) => {
  const month = url.searchParams.get("month") ?? "";
  return paperAnswer(orNotFound(await printStatement(db, { sellerId, month, lang })));
});
