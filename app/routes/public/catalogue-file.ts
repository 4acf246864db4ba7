import { readerFor } from "~/modules/catalog/index.server";
import { catalogueAt, readCatalogueFile } from "~/modules/publications/index.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { forAnyone } from "~/platform/http/openers.server";
import { publicAnswer } from "~/platform/http/public-answer.server";

/** `/en/sellers/<slug>/catalogue.pdf`, and its line sheet and data. A PDF that nobody has asked for leads to where one asks. */
export const loader = forAnyone({ cache: "public" }, async ({ request, url, paths }) => {
  const { of, format = "pdf" } = orNotFound(catalogueAt(url.pathname));
  const reader = await readerFor(db, url);
  const file = await readCatalogueFile(db, files(), { of, reader, origin: env.SITE_URL, format });
  if (file.ok) {
    const name = `karvan-${of.slug}-${reader.lang}.${format}`;
    return publicAnswer(request, { ...file.value, headers: { "Content-Disposition": `inline; filename="${name}"` } });
  }
  return file.refusal === "not-ready" ? redirectWith(paths.catalogue(of)) : orNotFound(undefined);
});
