import { z } from "zod";
import { m } from "~/paraglide/messages.js";

/** Banks' references are shorter: a SEPA end-to-end id has 35 letters, a SWIFT one 16. */
const LONGEST = 70;

const bankReference = z
  .string({ error: () => m["payments.transfer.mend.reference"]() })
  .trim()
  .min(1, { error: () => m["payments.transfer.mend.reference"]() })
  .max(LONGEST, { error: () => m["payments.transfer.mend.long"]({ most: LONGEST }) });

/** A transfer as it is typed off the bank's statement; the amount is read in the order's currency, which the form does not say. */
export const transferInput = z.object({
  amount: z
    .string({ error: () => m["payments.transfer.mend.amount"]() })
    .trim()
    .max(30, { error: () => m["payments.transfer.mend.amount"]() }),
  bankReference,
  receivedOn: z.iso.date({ error: () => m["payments.transfer.mend.day"]() }),
  isAnother: z.boolean().default(false),
  isMore: z.boolean().default(false),
});

/** What the bank calls the transfer by which money went back. */
export const refundSentInput = z.object({ bankReference, isTogether: z.boolean().default(false) });
