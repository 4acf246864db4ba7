import { LONGEST_SEARCH_TEXT } from "~/modules/search";
import { findHsCodes } from "~/modules/search/index.server";
import { db } from "~/platform/db/db.server";
import { forSeller } from "~/platform/http/openers.server";

/** Customs codes for what is being typed in the workspace. */
export const loader = forSeller("editor", async ({ url, lang }) => {
  const words = (url.searchParams.get("q") ?? "").slice(0, LONGEST_SEARCH_TEXT);
  const categoryId = url.searchParams.get("category") ?? undefined;
  const codes = await findHsCodes(db, words, { locale: lang, categoryId });
  return Response.json({ codes }, { headers: { "Cache-Control": "no-store" } });
});
