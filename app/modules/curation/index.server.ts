/** Curation: owns collections and features. A feature is marked wherever it is shown and never changes an order. */
export { beginCollection, saveCollectionText } from "./collections.server";
export { findDeskCollection, findLastEditor, listDeskCollections } from "./collection-desk.server";
export { listCurrentFeatures, type CurrentFeatures } from "./current-features.server";
export { findDeskFeature, isSlotFull, kindOfSlot, listCandidates, listDeskFeatures } from "./feature-desk.server";
export { changeFeature, endFeature, moveFeature, placeFeature } from "./features.server";
export { namedCollections, namedFeatures } from "./named-subjects.server";
export { openCollection, openHome, type CollectionPage, type HomeView } from "./pages.server";
export { findCollection, listCollectionCards } from "./queries.server";
export { collectionRefusalText, curationRefusalFor, featureRefusalText } from "./refusals.server";
export {
  beginCollectionInput,
  changeFeatureInput,
  collectionStepInput,
  collectionTextInput,
  moveInput,
  placeFeatureInput,
} from "./schema.server";
export { takeCollectionStep } from "./step.server";
