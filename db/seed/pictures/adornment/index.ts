import { byTitle, closeUp } from "../paint";
import type { ObjectDrawer } from "../scene";
import { beadEarrings, butaEarrings, pomegranateEarrings } from "./earrings";
import { bangle, gullBrooch, necklace } from "./sea";
import { bracelet, buckle, ring, teaspoons } from "./silver";

export const adornmentDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "wire-wave": byTitle(
    [/necklace/i, necklace],
    [/brooch/i, gullBrooch],
    [/bangle|bracelet/i, closeUp(bangle, 0, -280)],
    [/embroidered|bead/i, beadEarrings],
    [/earring/i, closeUp(butaEarrings, -170, -400)],
  ),
  "filigree-spiral": byTitle(
    [/earring/i, pomegranateEarrings],
    [/\bring\b/i, ring],
    [/buckle/i, buckle],
    [/spoon/i, teaspoons],
    [/bracelet/i, bracelet],
  ),
};
