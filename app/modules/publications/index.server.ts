/**
 * Publications: what goes out of the site for others to show. The sitemap, the crawlers' rules and the pictures of shared
 * links, printed catalogues, line sheets and product feeds. Everything is made from what is public at that moment; of what
 * takes long, the editions of catalogues, it keeps one per content.
 */
export { catalogueAsJson } from "./catalogue/as-json.server";
export { digestOf, readCatalogue, type Catalogue } from "./catalogue/content.server";
export { askForCatalogue, findEdition, readEdition, sweepCatalogues } from "./catalogue/editions.server";
export { makeLineSheet } from "./catalogue/line-sheet.server";
export { findCatalogueRequest, type CatalogueOf } from "./catalogue/request.server";
export { setCatalogue } from "./catalogue/set-edition.server";
export { robotsText } from "./robots.server";
export { drawSharePicture, type SharePicture } from "./share-picture/draw.server";
export { sitemapIndex, sitemapPart } from "./sitemap.server";
