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
  route("*", "routes/public/missing.tsx"),
] satisfies RouteConfig;
