import { z } from "zod";
import { MOST_TOGETHER, type TogetherRefusal } from "~/modules/reviews";
import type { ShopDecisionRefusal } from "~/modules/sellers/index.server";
import type { ListingDecisionRefusal } from "../working/review-listing.server";
import { m } from "~/paraglide/messages.js";

const CHOSEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/;

/** Each chosen item is its id and the state that was on the screen. */
export const chosenInput = z.object({
  items: z
    .array(
      z
        .string()
        .regex(CHOSEN)
        .transform((text) => {
          const [, itemId = "", version = ""] = CHOSEN.exec(text) ?? [];
          return { itemId, subjectVersion: Number(version) };
        }),
    )
    .max(MOST_TOGETHER)
    .default([]),
});

export const togetherRefusalText: Readonly<
  Record<TogetherRefusal | ShopDecisionRefusal | ListingDecisionRefusal, () => string>
> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "reason-missing": m["reviews.refusal.reasonMissing"],
  "not-looked-at": m["reviews.refusal.notLookedAt"],
  "shop-missing": m["reviews.refusal.missing"],
  "filled-by-you": m["sellers.handover.filledByYou"],
  "over-hundred-years": m["reviews.refusal.overHundredYears"],
  "species-stopped": m["reviews.refusal.speciesStopped"],
  "papers-missing": m["reviews.refusal.papersMissingTogether"],
};
