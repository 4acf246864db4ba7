import { index, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL of the site, by audience. */
export default [
  index("routes/public/language.ts"),
  ...prefix(":lang", [
    index("routes/public/home.tsx"),
    route("search", "routes/public/search.tsx"),
    route("categories", "routes/public/categories.tsx"),
    route("categories/:slug", "routes/public/category.tsx"),
    route("regions", "routes/public/regions.tsx"),
    route("regions/:slug", "routes/public/region.tsx"),
    route("crafts/:slug", "routes/public/craft.tsx"),
    route("listings/:slug", "routes/public/listing.tsx"),
    route("sellers", "routes/public/sellers.tsx"),
    route("sellers/:slug", "routes/public/seller.tsx"),
    route("collections", "routes/public/collections.tsx"),
    route("collections/:slug", "routes/public/collection.tsx"),
    route("preferences", "routes/public/preferences.ts"),
    route(":page", "routes/public/text-page.tsx"),
  ]),
  ...prefix("api/v1", [
    route("listings", "routes/api/listings.ts"),
    route("sellers", "routes/api/sellers.ts"),
    route("suggestions", "routes/api/suggestions.ts"),
    route("openapi.json", "routes/api/openapi.ts"),
  ]),
  route("sitemap.xml", "routes/public/sitemap.ts"),
  ...["pages", "places", "listings", "sellers", "collections"].map((name) =>
    route(`sitemap-${name}.xml`, "routes/public/sitemap-part.ts", { id: `sitemap-${name}` }),
  ),
  route("robots.txt", "routes/public/robots.ts"),
  // One pattern per kind: a free one would tie with `:lang/listings/:slug`.
  ...["og/karvan.jpg", "og/listings/:file", "og/sellers/:file", "og/collections/:file"].map((path) =>
    route(path, "routes/public/share-picture.ts", { id: path.replace(/[/:.]+/g, "-") }),
  ),
  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;
