/**
 * Publications: what goes out of the site for others to show. The sitemap, the crawlers' rules and the pictures of shared
 * links, printed catalogues, line sheets and product feeds. Everything is made from what is public at that moment; of what
 * takes long, the editions of catalogues, it keeps one per content.
 */
export { sweepCatalogues } from "./catalogue/editions.server";
export {
  catalogueAt,
  openCatalogue,
  orderCatalogue,
  readCatalogueFile,
  type CataloguePage,
} from "./catalogue/open.server";
export { catalogueRefusalText } from "./catalogue/refusals.server";
export { setCatalogue } from "./catalogue/set-edition.server";
export { listOwnCatalogues, type OwnCatalogue } from "./catalogue/own-catalogues.server";
export { feedPart, type FeedKind } from "./feeds/feed.server";
export { robotsText } from "./robots.server";
export { drawSharePicture, type SharePicture } from "./share-picture/draw.server";
export { sitemapIndex, sitemapPart } from "./sitemap.server";
