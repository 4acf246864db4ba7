import { z } from "zod";

const WORDS = 500;

/** `isSure`: the treasurer has ticked that the bank paid all of it; the other deeds do not ask. */
export const batchDeedInput = z.object({ isSure: z.boolean().default(false) });
export const prepareBatchInput = z.object({ currency: z.string().regex(/^[A-Z]{3}$/) });
export const returnPayoutInput = z.object({ payoutId: z.uuid(), reason: z.string().trim().min(1).max(WORDS) });
export const verifyAccountInput = z.object({ sellerId: z.uuid(), iban: z.string().min(15).max(34) });
export const resolveDifferenceInput = z.object({ differenceId: z.uuid(), note: z.string().trim().min(1).max(WORDS) });
