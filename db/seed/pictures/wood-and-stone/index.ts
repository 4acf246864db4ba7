import { byTitle, closeUp } from "../paint";
import type { ObjectDrawer } from "../scene";
import { carvedCasket, pearlCasket } from "./boxes";
import { chess, nard } from "./games";
import { board, bowl, spoons, stool } from "./kitchen";
import { coasters, lidded, screen, shebekeWindow, sun } from "./shebeke";
import { bird, bookends, candleHolder, mortar, plaque } from "./stone";

export const woodAndStoneDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "carved-leaf": byTitle([/pearl/i, pearlCasket], [/stool/i, closeUp(stool, 0, -760)], [/casket/i, carvedCasket]),
  "nard-board": byTitle([/chess/i, chess], [/backgammon/i, nard]),
  "shebeke-star8": byTitle(
    [/screen/i, screen],
    [/casket/i, lidded],
    [/sun/i, sun],
    [/coaster/i, coasters],
    [/window/i, shebekeWindow],
  ),
  "stone-band": byTitle(
    [/candle/i, closeUp(candleHolder, 0, -880)],
    [/bookend/i, bookends],
    [/plaque/i, plaque],
    [/mortar/i, mortar],
  ),
  "stone-form": closeUp(bird, 240, -500),
  "wood-grain": byTitle([/spoon/i, spoons], [/board/i, closeUp(board, 0, -400)], [/bowl/i, bowl]),
};
