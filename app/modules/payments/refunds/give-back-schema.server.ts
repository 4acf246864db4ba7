import { z } from "zod";
import { MOST_PIECES } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { wholeNumber } from "~/platform/http/whole-number.server";

const said = (message: () => string) => ({ error: message });
const LONGEST_WORDS = 2_000;
const FEWEST_LETTERS = 3;
const MOST_LINES = 500;
const LONGEST_AMOUNT = 30;

export const GIVE_BACK_WHATS = ["all", "chosen", "amount"] as const;

export const giveBackInput = z.object({
  what: z.enum(GIVE_BACK_WHATS, said(m["refunds.mend.what"])),
  pieces: z
    .array(
      z.object({
        lineId: z.uuid(),
        quantity: wholeNumber({
          least: 0,
          most: MOST_PIECES,
          mistake: () => m["orders.deed.mend.number"](),
        }).default(0),
      }),
    )
    .max(MOST_LINES)
    .default([]),
  hasCarriage: z.boolean().default(false),
  // A box that is not ticked is not sent.
  isSure: z.boolean(said(m["refunds.mend.sure"])),
  amount: z.string().trim().max(LONGEST_AMOUNT, said(m["orders.deed.mend.amount"])).optional(),
  words: z
    .string(said(m["orders.deed.mend.words"]))
    .trim()
    .min(FEWEST_LETTERS, said(m["orders.deed.mend.words"]))
    .max(
      LONGEST_WORDS,
      said(() => m["accounts.mend.tooLong"]({ most: LONGEST_WORDS })),
    ),
});
export type GiveBackInput = z.output<typeof giveBackInput>;

export const retryRefundInput = z.object({ refundId: z.uuid() });
