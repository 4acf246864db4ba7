import { clothDrawers } from "./cloth";
import type { MotifDrawer } from "./contract";
import { objectDrawers } from "./objects";
import { paperDrawers } from "./paper";
import { photographed } from "./scene";
import { serviceDrawers } from "./services";
import { wovenDrawers } from "./woven";

const drawers = {
  ...wovenDrawers,
  ...clothDrawers,
  ...objectDrawers,
  ...paperDrawers,
};

/**
 * The drawer of a listing's motif.
 *
 * @throws when nobody draws it: a listing without a picture must not go unseen
 */
export function drawerFor(motif: string): MotifDrawer {
  const service = serviceDrawers[motif];
  if (service) return service;
  const draw = drawers[motif];
  if (!draw) throw new Error(`nobody draws the motif "${motif}"`);
  return photographed(draw);
}
