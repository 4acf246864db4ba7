import { makePersonalDataFile } from "~/modules/reporting/index.server";
import { db } from "~/platform/db/db.server";
import { forBuyer } from "~/platform/http/openers.server";

export const loader = forBuyer(async ({ buyer, lang }) => {
  const file = await makePersonalDataFile(db, buyer.userId, lang);
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="karvan.zip"',
      "Cache-Control": "no-store",
    },
  });
});
