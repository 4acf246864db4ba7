import type { CriterionPlace } from "~/modules/export-readiness";
import type { Paths } from "~/platform/http/paths";

/** The page on which something is done about a criterion. */
export function pathOfPlace(place: CriterionPlace, paths: Paths): string {
  switch (place.kind) {
    case "shop":
      return paths.shopStep(place.step);
    case "listing":
      return place.part === "pictures"
        ? paths.listingPictures(place.listingId)
        : paths.listingPart(place.listingId, place.part);
    case "unsent":
      return paths.ownListing(place.listingId);
    case "listings":
      return paths.ownListings();
    case "papers":
      return paths.sellerPaper(place.documentType);
    case "profile":
      return paths.exportProfile();
    case "markets":
      return paths.ownMarkets();
    case "shipping":
      return paths.shipping();
    case "portfolio":
      return paths.portfolio();
    case "inbox":
      return paths.inbox();
  }
}
