export {
  CATALOGUE_FORMATS,
  CATALOGUE_KINDS,
  isUnderWay,
  MOST_LISTINGS,
  type CatalogueFormat,
  type CatalogueKind,
  type CatalogueRefusal,
  type EditionState,
} from "./types";
