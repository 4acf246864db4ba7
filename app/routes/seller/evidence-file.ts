import { readOwnEvidence } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

/** Papers are for who answers for the shop. */
export const loader = forSeller("manager", async ({ seller, params }) => {
  const opened = await readOwnEvidence(db, files(), seller, uuidParam(params, "paperId"));
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
