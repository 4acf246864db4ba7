import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import { MOST_CATEGORIES } from "./shop-facts.server";
import { OFFERINGS, SHOP_PICTURE_PARTS } from "./types";

const said = (message: () => string) => ({ error: message });
const version = z.coerce.number().int().positive();
const name = z
  .string(said(m["sellers.mend.name"]))
  .trim()
  .min(2, said(m["sellers.mend.name"]))
  .max(
    120,
    said(() => m["accounts.mend.tooLong"]({ most: 120 })),
  );
const placeId = z.string(said(m["sellers.mend.place"])).min(1, said(m["sellers.mend.place"]));
const offering = z.enum(OFFERINGS, said(m["sellers.mend.offering"]));

export const openShopInput = z.object({ name, offering, placeId });
export const makingInput = z.object({
  version,
  offering,
  categoryIds: z
    .array(z.string())
    .max(
      MOST_CATEGORIES,
      said(() => m["sellers.mend.categories"]({ most: MOST_CATEGORIES })),
    )
    .default([]),
});
export const placeInput = z.object({ version, name, placeId });
export const storyInput = z.object({
  version,
  tagline: z
    .string()
    .trim()
    .max(
      140,
      said(() => m["accounts.mend.tooLong"]({ most: 140 })),
    )
    .optional(),
  story: z
    .string()
    .trim()
    .max(
      4_000,
      said(() => m["accounts.mend.tooLong"]({ most: 4_000 })),
    )
    .optional(),
});

export const removeShopPictureInput = z.object({ part: z.enum(SHOP_PICTURE_PARTS) });

/** Beside it the form has, for each field, why it is to be mended (`code-story`) and words (`words-story`). */
export const decideShopInput = z
  .object({
    subjectVersion: version,
    decision: z.enum(["approved", "changes_requested"]),
    note: z
      .string()
      .trim()
      .max(
        2_000,
        said(() => m["accounts.mend.tooLong"]({ most: 2_000 })),
      )
      .optional(),
  })
  .catchall(
    z
      .string()
      .trim()
      .max(
        500,
        said(() => m["accounts.mend.tooLong"]({ most: 500 })),
      ),
  );
