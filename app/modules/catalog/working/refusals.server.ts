import { m } from "~/paraglide/messages.js";
import type { CreateRefusal } from "./create-listing.server";
import type { SubmitListingRefusal } from "./review-listing.server";
import type { SaveRefusal } from "./save-part.server";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const saveRefusalText: Texts<SaveRefusal> = {
  "listing-missing": m["catalog.refusal.listingMissing"],
  "not-editable": m["catalog.refusal.notEditable"],
  "changed-elsewhere": m["catalog.refusal.changedElsewhere"],
  "category-missing": m["catalog.refusal.categoryMissing"],
  "technique-missing": m["catalog.refusal.techniqueMissing"],
  "material-missing": m["catalog.refusal.materialMissing"],
  "place-missing": m["sellers.mend.place"],
  "hs-code-missing": m["catalog.refusal.hsCodeMissing"],
  "over-hundred-years": m["catalog.refusal.overHundredYears"],
  "incoterm-missing": m["catalog.refusal.incotermMissing"],
  "variant-missing": m["catalog.refusal.variantMissing"],
  "title-missing": m["catalog.refusal.titleMissing"],
};

export const createRefusalText: Texts<CreateRefusal> = {
  "category-missing": m["catalog.refusal.categoryMissing"],
  "too-many": m["catalog.new.tooMany"],
  suspended: m["catalog.new.suspended"],
};

const deedRefusalText: Texts<SubmitListingRefusal | "too-many" | "taken-down"> = {
  "listing-missing": m["catalog.refusal.listingMissing"],
  "not-possible": m["catalog.refusal.notPossible"],
  "taken-down": m["catalog.refusal.takenDown"],
  "shop-suspended": m["catalog.refusal.shopSuspended"],
  "nothing-changed": m["catalog.refusal.nothingChanged"],
  "nothing-mended": m["catalog.refusal.nothingMended"],
  "over-hundred-years": m["catalog.refusal.overHundredYears"],
  "picture-missing": m["catalog.need.picture"],
  "title-missing": m["catalog.need.title"],
  "price-missing": m["catalog.need.price"],
  "stock-missing": m["catalog.need.stock"],
  "too-many": m["catalog.new.tooMany"],
};

/** Why a deed was not done, by the name of the refusal in an address; anything else there says nothing. */
export function deedRefusalFor(name: string | null): string | undefined {
  return Object.entries(deedRefusalText).find(([refusal]) => refusal === name)?.[1]();
}
