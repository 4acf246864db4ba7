import { clothDrawers } from "./cloth";
import type { MotifDrawer } from "./contract";
import { objectDrawers } from "./objects";
import { photographed } from "./scene";
import { wovenDrawers } from "./woven";

const drawers = { ...wovenDrawers, ...clothDrawers, ...objectDrawers };

/**
 * The drawer of a listing's motif.
 *
 * @throws when nobody draws it: a listing without a picture must not go unseen
 */
export function drawerFor(motif: string): MotifDrawer {
  const draw = drawers[motif];
  if (!draw) throw new Error(`nobody draws the motif "${motif}"`);
  return photographed(draw);
}
