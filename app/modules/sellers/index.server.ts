/** Sellers: owns shops, their texts, routes, papers and figures. Only an approved seller is public. */
export { listSellerCards, listSellerNames } from "./cards.server";
export type { PublicSeller } from "./types";
export { findSellerAtSlug, type SellerAtSlug } from "./public-profile.server";
export { selectRouteOptions, type RouteOption } from "./routes.server";
