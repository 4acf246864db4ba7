import { byTitle, closeUp } from "../paint";
import type { ObjectDrawer } from "../scene";
import { bag, belt, notebook, shoes, wallet } from "./leather";
import { candles, hats, khoncha } from "./novruz";
import { doll, lamb, shadowFigures, train } from "./toys";

export const leatherAndToyDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "leather-stitch": byTitle(
    [/wallet/i, wallet],
    [/belt/i, closeUp(belt, -300, -250)],
    [/notebook/i, notebook],
    [/shoe|charyk/i, shoes],
    [/bag/i, closeUp(bag, 0, -200)],
  ),
  "novruz-semeni": byTitle([/hat/i, hats], [/candle/i, candles], [/khoncha/i, khoncha]),
  "toy-figure": byTitle(
    [/lamb/i, closeUp(lamb, 240, -540)],
    [/train/i, closeUp(train, 150, -160)],
    [/shadow/i, closeUp(shadowFigures, -180, -150)],
    [/doll/i, closeUp(doll, 0, -230)],
  ),
};
