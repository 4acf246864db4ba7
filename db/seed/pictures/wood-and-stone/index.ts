import { byTitle } from "../paint";
import type { ObjectDrawer } from "../scene";
import { carvedCasket, pearlCasket } from "./boxes";
import { chess, nard } from "./games";
import { board, bowl, spoons, stool } from "./kitchen";
import { coasters, lidded, screen, shebekeWindow, sun } from "./shebeke";
import { bird, bookends, candleHolder, mortar, plaque } from "./stone";

export const woodAndStoneDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "carved-leaf": byTitle([/pearl/i, pearlCasket], [/stool/i, stool], [/casket/i, carvedCasket]),
  "nard-board": byTitle([/chess/i, chess], [/backgammon/i, nard]),
  "shebeke-star8": byTitle(
    [/screen/i, screen],
    [/casket/i, lidded],
    [/sun/i, sun],
    [/coaster/i, coasters],
    [/window/i, shebekeWindow],
  ),
  "stone-band": byTitle([/candle/i, candleHolder], [/bookend/i, bookends], [/plaque/i, plaque], [/mortar/i, mortar]),
  "stone-form": bird,
  "wood-grain": byTitle([/spoon/i, spoons], [/board/i, board], [/bowl/i, bowl]),
};
