import { z } from "zod";
import { SME_CATEGORIES } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";

const LONGEST = 1_000;
const MOST_MARKETS = 20;

const words = z
  .string()
  .trim()
  .max(LONGEST, { error: () => m["accounts.mend.tooLong"]({ most: LONGEST }) })
  .optional();

export const exportProfileInput = z.object({
  stamp: z.string(),
  targetMarkets: z.array(z.string()).max(MOST_MARKETS).default([]),
  smeCategory: z.enum(SME_CATEGORIES, { error: () => m["catalog.mend.choice"]() }).optional(),
  capacity: words,
  paymentTerms: words,
  targetReason: words,
  answersBy: words,
});
export type ExportProfileInput = z.output<typeof exportProfileInput>;

export const acknowledgeInput = z.object({ rules: z.array(z.string()).max(50).default([]) });
