import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { wholeNumber } from "~/platform/http/whole-number.server";
import { SELLER_CANCEL_REASONS } from "./types";

const said = (message: () => string) => ({ error: message });
const LONGEST_WORDS = 2_000;
const LONGEST_NAME = 100;
const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(
      most,
      said(() => m["accounts.mend.tooLong"]({ most })),
    );
const words = upTo(LONGEST_WORDS).min(3, said(m["orders.deed.mend.words"]));
const neededWords = z.string(said(m["orders.deed.mend.words"])).pipe(words);
const link = upTo(1_000)
  .refine((text) => URL.canParse(text) && text.startsWith("https://"), said(m["orders.deed.mend.link"]))
  .optional();
const count = (least: number, most: number) =>
  wholeNumber({ least, most, mistake: () => m["orders.deed.mend.number"]() });

/** Words that the other side reads, and cannot do without. */
export const orderWordsInput = z.object({ words: neededWords });
/** The same where they may be left out. */
export const orderNoteInput = z.object({ words: upTo(LONGEST_WORDS).optional() });

export const sellerCancelInput = z.object({
  reason: z.enum(SELLER_CANCEL_REASONS, said(m["orders.deed.mend.reason"])),
  words: upTo(LONGEST_WORDS).optional(),
});

const MOST_LINES = 500;
const MOST_PIECES = 100_000;

/** Who carries a parcel, and how it is followed. */
export const correctParcelInput = z.object({
  carrier: z
    .string(said(m["orders.deed.mend.carrier"]))
    .pipe(upTo(LONGEST_NAME).min(1, said(m["orders.deed.mend.carrier"]))),
  trackingCode: upTo(LONGEST_NAME).optional(),
  trackingUrl: link,
});

/** A parcel: its lines by number, each with how many pieces of it are inside. */
export const parcelInput = correctParcelInput.extend({
  weightGrams: count(1, 10_000_000).optional(),
  isLast: z.boolean().default(false),
  pieces: z
    .array(
      z.object({
        lineId: z.uuid(),
        quantity: count(0, MOST_PIECES).default(0),
        certificate: upTo(LONGEST_NAME).optional(),
      }),
    )
    .max(MOST_LINES)
    .default([]),
});

export const handoverInput = z.object({
  words: upTo(LONGEST_WORDS).optional(),
  link,
  isPaidAtDoor: z.boolean().default(false),
});

/** What a buyer says; of a withdrawal nothing has to be said. */
export const problemInput = z.object({ words: upTo(LONGEST_WORDS).optional(), wanted: upTo(30).optional() });

const MOST_STARS = 5;

export const ratingInput = z.object({
  stars: z
    .int(said(m["orders.rating.mend.stars"]))
    .min(1, said(m["orders.rating.mend.stars"]))
    .max(MOST_STARS, said(m["orders.rating.mend.stars"])),
  words: upTo(LONGEST_WORDS).optional(),
});
