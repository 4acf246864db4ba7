import { decisionInput } from "~/modules/reviews/index.server";
import { m } from "~/paraglide/messages.js";
import { LISTING_FIELDS, listingReasonsFor } from "../working/listing-queues";
import type { ListingDecisionRefusal } from "../working/review-listing.server";

export const decideListingInput = decisionInput(LISTING_FIELDS, listingReasonsFor);

export const listingDecisionText: Readonly<Record<ListingDecisionRefusal, () => string>> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "reason-missing": m["reviews.refusal.reasonMissing"],
  "filled-by-you": m["sellers.handover.filledByYou"],
  "over-hundred-years": m["reviews.refusal.overHundredYears"],
  "species-stopped": m["reviews.refusal.speciesStopped"],
};
