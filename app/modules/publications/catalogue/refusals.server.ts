import { m } from "~/paraglide/messages.js";
import type { CatalogueRefusal } from "../types";

export const catalogueRefusalText: Readonly<Record<CatalogueRefusal, () => string>> = {
  "nothing-to-show": m["publications.page.nothing"],
  "too-many": m["publications.page.tooMany"],
};
