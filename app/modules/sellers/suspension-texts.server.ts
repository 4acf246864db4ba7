import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { SUSPENSION_REASONS, type ReinstateRefusal, type SuspendRefusal } from "./suspension";

const said = (message: () => string) => ({ error: message });
const LONGEST_WORDS = 2_000;

/** What the team reads: a code alone tells nobody what to do. */
const words = z
  .string(said(m["reviews.suspend.mend.words"]))
  .trim()
  .min(10, said(m["reviews.suspend.mend.words"]))
  .max(
    LONGEST_WORDS,
    said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORDS })),
  );

export const suspendInput = z.object({
  reason: z.enum(SUSPENSION_REASONS, said(m["reviews.suspend.mend.reason"])),
  words,
});
export const reinstateInput = z.object({ words });

export const suspendRefusalText: Readonly<Record<SuspendRefusal, () => string>> = {
  "shop-missing": m["reviews.suspend.refusal.missing"],
  "not-approved": m["reviews.suspend.refusal.notApproved"],
  "already-suspended": m["reviews.suspend.refusal.alreadySuspended"],
};

export const reinstateRefusalText: Readonly<Record<ReinstateRefusal, () => string>> = {
  "shop-missing": m["reviews.suspend.refusal.missing"],
  "not-suspended": m["reviews.suspend.refusal.notSuspended"],
};
