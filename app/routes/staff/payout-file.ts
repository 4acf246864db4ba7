import { readBatchFile } from "~/modules/payments/index.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { PRIVATE_CACHE } from "~/platform/http/cache-headers.server";
import { forStaff } from "~/platform/http/openers.server";

export const loader = forStaff("treasurer", async ({ params }) => {
  const { name, content } = orNotFound(await readBatchFile(db, files(), uuidParam(params, "id")));
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": PRIVATE_CACHE,
      "X-Content-Type-Options": "nosniff",
    },
  });
});
