import { z } from "zod";
import { m } from "~/paraglide/messages.js";

const LONGEST_LINE = 200;
/** Stripe takes 20,000 letters of each. Source: docs.stripe.com/disputes/responding. */
const LONGEST_TEXT = 5_000;

const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m["accounts.mend.tooLong"]({ most }) })
    .default("");

/** What the treasurer tells a bank; the files come beside it. */
export const evidenceInput = z
  .object({
    intent: z.enum(["save", "send"]).default("save"),
    // A draft may be changed; what is sent may not.
    isSure: z.boolean().default(false),
    productDescription: upTo(LONGEST_TEXT),
    shippingCarrier: upTo(LONGEST_LINE),
    trackingNumber: upTo(LONGEST_LINE),
    shippedOn: z.iso.date({ error: () => m["disputes.mend.day"]() }).default(""),
    refundPolicy: upTo(LONGEST_TEXT),
    refundRefusal: upTo(LONGEST_TEXT),
    words: upTo(LONGEST_TEXT),
  })
  .refine(({ intent, isSure }) => intent === "save" || isSure, {
    path: ["isSure"],
    error: () => m["disputes.mend.sure"](),
  });
