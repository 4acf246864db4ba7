import { readerFor } from "~/modules/catalog/index.server";
import { CATALOGUE_FORMATS } from "~/modules/publications";
import { readCatalogueFile } from "~/modules/publications/index.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { PRIVATE_CACHE } from "~/platform/http/cache-headers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forBuyer } from "~/platform/http/openers.server";

/** A person's own list as a file: nobody else's browser or cache keeps it. */
export const loader = forBuyer(async ({ buyer: { userId }, url, paths }) => {
  const format = CATALOGUE_FORMATS.find((one) => url.pathname.endsWith(`.${one}`)) ?? "pdf";
  const of = { kind: "saved", userId } as const;
  const reader = await readerFor(db, url);
  const file = await readCatalogueFile(db, files(), { of, reader, origin: env.SITE_URL, format });
  if (!file.ok) return redirectWith(paths.catalogue({ kind: "saved" }));
  return new Response(file.value.body, {
    headers: {
      "Content-Type": file.value.type,
      "Content-Disposition": `inline; filename="karvan-saved-${reader.lang}.${format}"`,
      "Cache-Control": PRIVATE_CACHE,
    },
  });
});
