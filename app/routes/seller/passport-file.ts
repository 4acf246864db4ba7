import { printPassport } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("manager", async ({ seller: { sellerId }, params, lang }) => {
  const isDemo = env.APP_MODE !== "production";
  const question = { sellerId, passportId: params.id ?? "", lang, origin: env.SITE_URL, isDemo };
  return paperAnswer(orNotFound(await printPassport(db, question)));
});
