import { byTitle } from "../paint";
import type { ObjectDrawer } from "../scene";
import { breadBasket, fruitBasket, marketBasket, picnic } from "./baskets";
import { floorMat, runner, teaTray, wallPlate } from "./mats";

export const basketDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "basket-weave": byTitle(
    [/runner/i, runner],
    [/mat/i, floorMat],
    [/bread/i, breadBasket],
    [/plate/i, wallPlate],
    [/picnic/i, picnic],
    [/fruit/i, fruitBasket],
    [/tray/i, teaTray],
    [/market|basket/i, marketBasket],
  ),
};
