import { isDocumentKind, SECOND_LANGUAGES } from "~/modules/documents";
import { makeSpecimen } from "~/modules/documents/index.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("editor", async ({ seller, params, url }) => {
  const kind = orNotFound(isDocumentKind(params.kind) ? params.kind : undefined);
  const second = SECOND_LANGUAGES.find((language) => language === url.searchParams.get("second")) ?? "en";
  return paperAnswer(orNotFound(await makeSpecimen(db, { sellerId: seller.sellerId, kind, second })));
});
