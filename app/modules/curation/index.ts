export type { CollectionCardView, CollectionView } from "./types";
