import type { ObjectDrawer } from "../scene";
import { decorative } from "./ceramics";
import { copperCup } from "./copper-cups";
import { copperware } from "./copperware";
import { tableware } from "./tableware";

export const objectDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "copper-cup": copperCup,
  "copper-star8": copperware,
  "pot-ring": tableware,
  "vase-glaze": decorative,
};
