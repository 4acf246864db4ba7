import { nameIn, referenceBook } from "~/modules/catalog/index.server";
import { listSellerCards } from "~/modules/sellers/index.server";
import type { Db } from "~/platform/db/db.server";
import type { Reader } from "~/platform/i18n/reader";
import { searchSellers } from "./search.server";
import { parseSellerSearch } from "./seller-search-url";
import type { SellerDirectoryView } from "./views";

/** The directory of sellers, narrowed by words, region and level. */
export async function openSellerDirectory(
  db: Db,
  { url, reader }: { url: URL; reader: Reader },
): Promise<SellerDirectoryView> {
  const isReadyOnly = url.searchParams.get("ready") === "1";
  const asked = parseSellerSearch(url.searchParams, reader.lang);
  const search = isReadyOnly ? { ...asked, chosen: { ...asked.chosen, level: ["ready", "exporting"] } } : asked;
  const [result, book] = await Promise.all([searchSellers(db, search), referenceBook(db)]);
  const region = asked.chosen.region?.[0] ?? "";
  return {
    text: asked.text,
    region,
    isReadyOnly,
    regions: [...book.regions].map(([id, names]) => ({ id, label: nameIn(names, reader.lang) })),
    sellers: await listSellerCards(db, reader.lang, result.hitIds),
    total: result.total,
    page: search.page,
    pageCount: Math.ceil(result.total / search.pageSize),
    query: { q: asked.text || undefined, region: region || undefined, ready: isReadyOnly ? "1" : undefined },
    isSimplified: result.isSimplified,
  };
}
