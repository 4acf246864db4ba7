/**
 * Publications: what goes out of the site for others to show. The sitemap, the crawlers' rules and the pictures of shared
 * links. Owns no table: everything is made from what is public at that moment.
 */
export { robotsText } from "./robots.server";
export { drawSharePicture, type SharePicture } from "./share-picture/draw.server";
export { sitemapIndex, sitemapPart } from "./sitemap.server";
