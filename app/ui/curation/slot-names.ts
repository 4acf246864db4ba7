import type { CollectionStatus, FeatureState, Slot } from "~/modules/curation";
import { m } from "~/paraglide/messages.js";

export const SLOT_NAMES: Readonly<Record<Slot, () => string>> = {
  home_listing: m["curation.slot.listing"],
  home_seller: m["curation.slot.seller"],
  home_collection: m["curation.slot.collection"],
};

export const STATE_NAMES: Readonly<Record<FeatureState, () => string>> = {
  coming: m["curation.state.coming"],
  running: m["curation.state.running"],
  ended: m["curation.state.ended"],
};

export const COLLECTION_STATUS_NAMES: Readonly<Record<CollectionStatus, () => string>> = {
  draft: m["curation.status.draft"],
  published: m["curation.status.published"],
  archived: m["curation.status.archived"],
};
