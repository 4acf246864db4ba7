import { z } from "zod";
import type { RuleCheck } from "./market-rules";

/** Reads `check` of a market's rule, as `db/reference/markets.json` and `market_rules.check_details` are written. */
export const ruleCheck = z.union([
  z.looseObject({ type: z.literal("criterion"), ids: z.array(z.string()) }),
  z.looseObject({ type: z.literal("listing_field"), fields: z.array(z.string()) }),
  z.looseObject({ type: z.enum(["staff_confirm", "acknowledge", "none"]) }),
]) satisfies z.ZodType<RuleCheck>;
