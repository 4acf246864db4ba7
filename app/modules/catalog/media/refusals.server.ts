import { m } from "~/paraglide/messages.js";
import type { BringRefusal, FinishRefusal } from "../uploads/finish-upload.server";
import type { BeginRefusal } from "../uploads/take-parts.server";
import type { DescribeRefusal } from "../working/pictures.server";
import { LARGEST_PICTURE_BYTES, MOST_PICTURES, SMALLEST_SIDE } from "./limits";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

/** Why a picture was not taken, and how to mend it. */
export const bringRefusalText: Texts<BringRefusal> = {
  empty: m["catalog.pictures.refusal.empty"],
  "file-too-large": () => m["catalog.pictures.refusal.tooLarge"]({ most: LARGEST_PICTURE_BYTES / 1_000_000 }),
  "not-a-picture": m["catalog.pictures.refusal.notAPicture"],
  "unsupported-format": m["catalog.pictures.refusal.unsupported"],
  heic: m["catalog.pictures.refusal.heic"],
  animated: m["catalog.pictures.refusal.animated"],
  "two-in-one": m["catalog.pictures.refusal.twoInOne"],
  truncated: m["catalog.pictures.refusal.truncated"],
  "too-many-pixels": m["catalog.pictures.refusal.tooManyPixels"],
  "too-small": () => m["catalog.pictures.refusal.tooSmall"]({ least: SMALLEST_SIDE }),
  "listing-missing": m["catalog.pictures.refusal.listingMissing"],
  "not-editable": m["catalog.pictures.refusal.notEditable"],
  "shop-closed": m["sellers.pictures.closed"],
  "too-many-pictures": () => m["catalog.pictures.refusal.tooMany"]({ most: MOST_PICTURES }),
  "already-there": m["catalog.pictures.refusal.alreadyThere"],
  "picture-missing": m["catalog.pictures.refusal.pictureMissing"],
};

/** Why an upload in parts did not begin or did not end well. */
export const uploadRefusalText: Texts<BeginRefusal | FinishRefusal | "wrong-size"> = {
  ...bringRefusalText,
  "too-many-uploads": m["catalog.pictures.refusal.tooManyUploads"],
  "upload-missing": m["catalog.pictures.refusal.uploadMissing"],
  "not-whole": m["catalog.pictures.refusal.notWhole"],
  "wrong-size": m["catalog.pictures.refusal.notWhole"],
};

const arrangeRefusalText: Texts<DescribeRefusal | BringRefusal | "pictures-changed"> = {
  ...bringRefusalText,
  "pictures-changed": m["catalog.pictures.refusal.changed"],
  "variant-missing": m["catalog.pictures.refusal.variantMissing"],
};

/** Why pictures stayed as they were, by the name of the refusal in an address; anything else there says nothing. */
export function picturesRefusalFor(name: string | null): string | undefined {
  return Object.entries(arrangeRefusalText).find(([refusal]) => refusal === name)?.[1]();
}
