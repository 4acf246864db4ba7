import { readFileAsSeller } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forSeller } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

export const loader = forSeller("editor", async ({ seller, params }) => {
  const key = { inquiryId: uuidParam(params, "id"), fileId: uuidParam(params, "file") };
  const opened = await readFileAsSeller(db, files(), seller, key);
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
