import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { instantInBaku } from "~/platform/calendar";

const MOST_LETTERS = 500;

/** A hold on what a seller is paid: why, and from which day of Baku's calendar on she is paid again, if that is known. */
export const holdInput = z
  .object({
    reason: z
      .string({ error: () => m["payments.hold.mend.reason"]() })
      .trim()
      .min(1, { error: () => m["payments.hold.mend.reason"]() })
      .max(MOST_LETTERS, { error: () => m["checkout.mend.long"]({ count: MOST_LETTERS }) }),
    until: z.iso.date({ error: () => m["payments.hold.mend.day"]() }).optional(),
  })
  .transform(({ reason, until }) => ({
    reason,
    until: until === undefined ? undefined : instantInBaku(`${until}T00:00`),
  }));
