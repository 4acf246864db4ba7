import { makeNumbersFile } from "~/modules/reporting/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { csvAnswer } from "~/platform/http/csv.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", async ({ seller, lang }) => {
  const today = dayInBaku(clock());
  return csvAnswer(`karvan-${today}`, await makeNumbersFile(db, seller.sellerId, today, lang));
});
