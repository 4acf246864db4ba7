import { z } from "zod";
import { INQUIRY_DEEDS, type InquiryDeed } from "../types";

const LONGEST_REASON = 500;

/** Words beside a deed; more than a reason has are cut, since the deed itself is what was asked for. */
export const deedInput = z.object({
  words: z
    .string()
    .trim()
    .transform((text) => text.slice(0, LONGEST_REASON))
    .optional(),
});

/** Whose thread it is from now on; nothing for the whole team. */
export const assignInput = z.object({ to: z.string().max(100).optional() });

export function inquiryDeedOf(named: string | undefined): InquiryDeed | undefined {
  return INQUIRY_DEEDS.find((deed) => deed === named);
}

/** In whose thread a block is to be taken back. */
export const unblockInput = z.object({ inquiryId: z.uuid() });
