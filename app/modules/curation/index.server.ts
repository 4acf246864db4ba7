/** Curation: owns collections and features. A feature is marked wherever it is shown and never changes an order. */
export { openHome, type HomeView } from "./home.server";
export { findCollection, listCollectionCards, listCurrentFeatures, type CurrentFeatures } from "./queries.server";
