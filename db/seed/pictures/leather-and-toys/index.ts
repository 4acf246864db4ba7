import { byTitle } from "../paint";
import type { ObjectDrawer } from "../scene";
import { bag, belt, notebook, shoes, wallet } from "./leather";
import { candles, hats, khoncha } from "./novruz";
import { doll, lamb, shadowFigures, train } from "./toys";

export const leatherAndToyDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "leather-stitch": byTitle(
    [/wallet/i, wallet],
    [/belt/i, belt],
    [/notebook/i, notebook],
    [/shoe|charyk/i, shoes],
    [/bag/i, bag],
  ),
  "novruz-semeni": byTitle([/hat/i, hats], [/candle/i, candles], [/khoncha/i, khoncha]),
  "toy-figure": byTitle([/lamb/i, lamb], [/train/i, train], [/shadow/i, shadowFigures], [/doll/i, doll]),
};
