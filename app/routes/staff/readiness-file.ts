import {
  exportReadinessList,
  readEndingDays,
  readinessListAt,
  readReadinessQuestion,
} from "~/modules/export-readiness/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { csvAnswer } from "~/platform/http/csv.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("reviewer", async ({ staff, lang, url }) => {
  const asked = {
    list: orNotFound(readinessListAt(url.pathname)),
    question: readReadinessQuestion(url.searchParams),
    days: readEndingDays(url.searchParams),
    locale: lang,
  };
  const text = await exportReadinessList(db, staff, asked);
  return csvAnswer(`karvan-${asked.list}-${dayInBaku(clock())}`, text);
});
