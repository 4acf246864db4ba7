import { adornmentDrawers } from "./adornment";
import { basketDrawers } from "./baskets";
import { clothDrawers } from "./cloth";
import type { MotifDrawer } from "./contract";
import { glassAndIronDrawers } from "./glass-and-iron";
import { instrumentDrawers } from "./instruments";
import { leatherAndToyDrawers } from "./leather-and-toys";
import { objectDrawers } from "./objects";
import { paperDrawers } from "./paper";
import { photographed } from "./scene";
import { serviceDrawers } from "./services";
import { woodAndStoneDrawers } from "./wood-and-stone";
import { wovenDrawers } from "./woven";

const drawers = {
  ...wovenDrawers,
  ...clothDrawers,
  ...objectDrawers,
  ...paperDrawers,
  ...instrumentDrawers,
  ...adornmentDrawers,
  ...basketDrawers,
  ...glassAndIronDrawers,
  ...leatherAndToyDrawers,
  ...woodAndStoneDrawers,
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
