/** Curation: owns collections and features. A feature is marked wherever it is shown and never changes an order. */
export { openCollection, openHome, type CollectionPage, type HomeView } from "./pages.server";
export { findCollection, listCollectionCards, listCurrentFeatures, type CurrentFeatures } from "./queries.server";
