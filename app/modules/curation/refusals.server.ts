import { m } from "~/paraglide/messages.js";
import type { SlugRefusal } from "./collections.server";
import type { CollectionRefusal } from "./edit-collection.server";
import type { ChangeRefusal, PlaceRefusal } from "./features.server";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const featureRefusalText: Texts<PlaceRefusal | ChangeRefusal | "already-ended"> = {
  "end-before-start": m["curation.refusal.endBeforeStart"],
  "end-in-past": m["curation.refusal.endInPast"],
  "too-long": m["curation.refusal.tooLong"],
  "subject-missing": m["curation.refusal.subjectMissing"],
  overlaps: m["curation.refusal.overlaps"],
  "slot-full": m["curation.refusal.slotFull"],
  "feature-missing": m["curation.refusal.featureMissing"],
  "already-started": m["curation.refusal.alreadyStarted"],
  "already-ended": m["curation.refusal.alreadyEnded"],
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
};

export const collectionRefusalText: Texts<CollectionRefusal | SlugRefusal> = {
  "slug-taken": m["curation.refusal.slugTaken"],
  "collection-missing": m["curation.refusal.collectionMissing"],
  "changed-elsewhere": m["curation.refusal.collectionChanged"],
  "subject-missing": m["curation.refusal.subjectMissing"],
  "already-in": m["curation.refusal.alreadyIn"],
  "collection-full": m["curation.refusal.collectionFull"],
  "entry-missing": m["curation.refusal.entryMissing"],
  "picture-missing": m["curation.refusal.pictureMissing"],
  "introduction-missing": m["curation.refusal.introductionMissing"],
  "nothing-to-show": m["curation.refusal.nothingToShow"],
};

/** Why a press of a button did nothing, by the name of the refusal in an address; anything else there says nothing. */
export function curationRefusalFor(name: string | null): string | undefined {
  const texts: Readonly<Record<string, () => string>> = { ...featureRefusalText, ...collectionRefusalText };
  return name !== null && Object.hasOwn(texts, name) ? texts[name]?.() : undefined;
}
