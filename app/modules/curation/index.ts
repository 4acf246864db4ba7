export { HOME_ROOM, spanOn, type FeatureState, type Window } from "./rules";
export {
  COLLECTION_STATUSES,
  isSlot,
  SLOTS,
  type Candidate,
  type CollectionCardView,
  type CollectionStatus,
  type CollectionView,
  type Slot,
} from "./types";
