import type { WorkingListing } from "../snapshot";
import { STOCK_POLICIES } from "../types";
import type { DraftFacts } from "./draft-facts";
import { findThing } from "./find-thing";

const MODES = ["remote", "in_person", "mixed"] as const;

/** What a working version says of itself, for `draftTexts`; what the listing is stands in its Azerbaijani title. */
export function draftFactsOf({
  listing,
  texts,
  materialIds,
}: Pick<WorkingListing, "listing" | "texts" | "materialIds">): DraftFacts {
  const title = texts.find(({ locale }) => locale === "az")?.title ?? "";
  const size = sizeOf(listing);
  const stockPolicy = STOCK_POLICIES.find((policy) => policy === listing.stockPolicy);
  return {
    kind: listing.kind === "service" ? "service" : "good",
    categoryId: listing.categoryId,
    thing: findThing(title, listing.categoryId),
    ...(listing.techniqueId === null ? {} : { techniqueId: listing.techniqueId }),
    materialIds,
    ...(size ? { size } : {}),
    ...(listing.placeId === null ? {} : { placeId: listing.placeId }),
    ...(stockPolicy ? { stockPolicy } : {}),
    ...(listing.kind === "service" ? { service: serviceOf(listing) } : {}),
  };
}

function sizeOf({ lengthMm, widthMm, heightMm }: WorkingListing["listing"]): DraftFacts["size"] {
  if (lengthMm === null || widthMm === null) return undefined;
  return { lengthMm, widthMm, ...(heightMm === null ? {} : { heightMm }) };
}

function serviceOf(listing: WorkingListing["listing"]): NonNullable<DraftFacts["service"]> {
  const deliveryMode = MODES.find((mode) => mode === listing.deliveryMode);
  return {
    ...(deliveryMode ? { deliveryMode } : {}),
    ...(listing.turnaroundDays === null ? {} : { turnaroundDays: listing.turnaroundDays }),
    ...(listing.revisionsIncluded === null ? {} : { revisionsIncluded: listing.revisionsIncluded }),
    fileFormats: listing.fileFormats,
    workingLanguages: listing.workingLanguages,
  };
}
