import { findStatements, statementCsv } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { csvAnswer } from "~/platform/http/csv.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("manager", async ({ seller, url }) => {
  const month = url.searchParams.get("month") ?? "";
  const statements = orNotFound(await findStatements(db, seller.sellerId, month));
  return csvAnswer(`karvan-${month}`, statementCsv(statements));
});
