import { makeNumbersFile } from "~/modules/reporting/index.server";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { PRIVATE_CACHE } from "~/platform/http/cache-headers.server";
import { forSeller } from "~/platform/http/openers.server";

export const loader = forSeller("editor", async ({ seller, lang }) => {
  const today = dayInBaku(clock());
  return new Response(await makeNumbersFile(db, seller.sellerId, today, lang), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="karvan-${today}.csv"`,
      "Cache-Control": PRIVATE_CACHE,
    },
  });
});
