import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { optionalText } from "./mend.server";

/** A title is read on a card: longer ones are cut there. */
export const LONGEST_TITLE = 120;
export const LONGEST_DESCRIPTION = 5_000;
/** A thing is made of few materials; a longer list says nothing. */
export const MOST_MATERIALS = 6;

export const title = z
  .string({ error: () => m["catalog.mend.title"]() })
  .trim()
  .min(3, { error: () => m["catalog.mend.title"]() })
  .max(LONGEST_TITLE, { error: () => m["accounts.mend.tooLong"]({ most: LONGEST_TITLE }) });

export const categoryId = z.string({ error: () => m["catalog.mend.category"]() }).min(1);

export const aboutInput = z.object({
  title,
  description: optionalText(LONGEST_DESCRIPTION),
  categoryId,
  techniqueId: z.string().optional(),
  materialIds: z
    .array(z.string())
    .max(MOST_MATERIALS, { error: () => m["catalog.mend.materials"]({ most: MOST_MATERIALS }) })
    .default([])
    .transform((ids) => [...new Set(ids)]),
  placeId: z.string().optional(),
});
