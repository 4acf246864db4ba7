import type { ObjectDrawer } from "../scene";
import { decorative, tableware } from "./clay";
import { copperCup, copperware } from "./copper";

export const objectDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "copper-cup": copperCup,
  "copper-star8": copperware,
  "pot-ring": tableware,
  "vase-glaze": decorative,
};
