import { readFileAsStaff } from "~/modules/inquiries/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { paperAnswer } from "~/platform/private-files/paper-answer.server";

/** A file of the thread that an open case is about, for who holds it. */
export const loader = forStaff("reviewer", async ({ staff, params }) => {
  const key = { itemId: uuidParam(params, "id"), fileId: uuidParam(params, "file") };
  const opened = await readFileAsStaff(db, files(), staff, key);
  return paperAnswer(orNotFound(opened.ok ? opened.value : undefined));
});
