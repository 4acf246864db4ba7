import { exportPreview } from "~/modules/export-readiness/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { csvAnswer } from "~/platform/http/csv.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("admin", async ({ staff, lang }) => {
  const text = orNotFound(await exportPreview(db, staff, lang));
  return csvAnswer(`karvan-preview-${dayInBaku(clock())}`, text);
});
