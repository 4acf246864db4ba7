import { z } from "zod";
import type { DecisionRefusal, ReviewReason } from "~/modules/reviews";
import { m } from "~/paraglide/messages.js";
import { LISTING_FIELDS, LISTING_REASONS } from "../working/listing-queues";

const atMost = (most: number) => ({ error: () => m["accounts.mend.tooLong"]({ most }) });

/** Beside it the form has, for each field, why it is to be mended (`code-title`) and words (`words-title`). */
export const decideListingInput = z
  .object({
    subjectVersion: z.coerce.number().int().positive(),
    decision: z.enum(["approved", "changes_requested"]),
    note: z.string().trim().max(2_000, atMost(2_000)).optional(),
  })
  .catchall(z.string().trim().max(500, atMost(500)));

/** The reasons of the reviewer's form: a field without a code is fine as it is. */
export function listingReasonsOf(form: Readonly<Record<string, unknown>>): ReviewReason[] {
  return LISTING_FIELDS.flatMap((field) => {
    const code = LISTING_REASONS.find((reason) => reason === form[`code-${field}`]);
    const words = form[`words-${field}`];
    if (!code) return [];
    return [{ field, code, ...(typeof words === "string" && words !== "" ? { words } : {}) }];
  });
}

export const listingDecisionText: Readonly<Record<DecisionRefusal | "filled-by-you", () => string>> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "reason-missing": m["reviews.refusal.reasonMissing"],
  "filled-by-you": m["sellers.handover.filledByYou"],
};
