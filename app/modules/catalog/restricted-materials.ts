import { m } from "~/paraglide/messages.js";

/** Of plants and animals whose trade CITES limits, as a seller says what of them is in a good. */
export const RESTRICTED_MATERIALS = [
  { value: "none", label: m["catalog.restricted.none"] },
  { value: "mother_of_pearl", label: m["catalog.restricted.motherOfPearl"] },
  { value: "coral", label: m["catalog.restricted.coral"] },
  { value: "ivory", label: m["catalog.restricted.ivory"] },
  { value: "tortoiseshell", label: m["catalog.restricted.tortoiseshell"] },
  { value: "reptile_leather", label: m["catalog.restricted.reptileLeather"] },
] as const;
