import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { partKey } from "~/platform/db/once.server";
import type { FileStore } from "~/platform/files/port";
import { plainFileName } from "~/platform/files/plain-name";
import { readFileForm } from "~/platform/http/file-form.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { LARGEST_PICTURE_BYTES, MOST_PICTURES } from "../media/limits";
import { bringRefusalText } from "../media/refusals.server";
import { bringPicture } from "./finish-upload.server";
import { UPLOAD_PURPOSES, type UploadPurpose } from "./types";

/** What came of a form of pictures: how many were taken, and a sentence for each that was not. */
export type BroughtForm = { addedCount: number; refused: { position: number; name: string; sentence: string }[] };

/** Where a form may bring pictures to. */
type Target = { listingId: string } | { listingId: undefined };

/**
 * Takes in the pictures of a form that a browser without scripts posts whole, one after another as they arrive. The same
 * form again finds what was taken the first time.
 */
export async function bringForm(
  db: Db,
  files: FileStore,
  seller: SellerActor,
  request: Request,
  { listingId }: Target,
): Promise<BroughtForm> {
  const result: BroughtForm = { addedCount: 0, refused: [] };
  const limits = { field: "pictures", largestBytes: LARGEST_PICTURE_BYTES, most: MOST_PICTURES };
  const isWhole = await readFileForm(request, limits, async ({ name, content, index }, form) => {
    const purpose = purposeOf(form.text("purpose"), listingId);
    const key = partKey(form.key, `picture ${index}`);
    const brought = content
      ? await bringPicture(db, files, seller, key, { purpose, listingId, content })
      : ({ ok: false, refusal: "file-too-large" } as const);
    if (brought.ok) result.addedCount += 1;
    else
      result.refused.push({
        position: index,
        name: plainFileName(name),
        sentence: bringRefusalText[brought.refusal](),
      });
  });
  const ofWhole = { position: -1, name: "" };
  if (!isWhole) result.refused.push({ ...ofWhole, sentence: m["catalog.pictures.refusal.formUnreadable"]() });
  else if (result.addedCount + result.refused.length === 0) {
    result.refused.push({ ...ofWhole, sentence: m["catalog.pictures.refusal.nothingChosen"]() });
  }
  return result;
}

function purposeOf(asked: string | undefined, listingId: string | undefined): UploadPurpose {
  if (listingId !== undefined) return "listing-picture";
  return UPLOAD_PURPOSES.find((purpose) => purpose === asked && purpose !== "listing-picture") ?? "shop-logo";
}
