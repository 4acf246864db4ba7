import { z } from "zod";
import { MOST_PICTURES } from "../media/limits";
import { PICTURE_ROLES } from "../types";
import { UPLOAD_PURPOSES } from "../uploads/types";

/** A hand never fills these: a browser's script, or a button, sends them. What does not fit is refused without a sentence of its own. */
export const uploadInput = z.object({
  purpose: z.enum(UPLOAD_PURPOSES),
  listingId: z.uuid().optional(),
  name: z.string().default("file"),
  byteCount: z.coerce.number().int().nonnegative(),
});

export const movePictureInput = z.object({ imageId: z.uuid(), direction: z.enum(["earlier", "later"]) });

export const orderPicturesInput = z.object({ imageIds: z.array(z.uuid()).min(1).max(MOST_PICTURES) });

export const describePictureInput = z.object({ view: z.enum(PICTURE_ROLES), variantId: z.uuid().optional() });
