import { readEvidenceAsStaff } from "~/modules/export-readiness/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

/** The paper of an item, for who holds it. */
export const loader = forStaff("reviewer", async ({ staff, params }) => {
  const opened = await readEvidenceAsStaff(db, files(), staff, uuidParam(params, "id"));
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
