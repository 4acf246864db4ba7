import { byTitle, closeUp } from "../paint";
import type { ObjectDrawer } from "../scene";
import { daf, gaval, pairedDrums } from "./drums";
import { saz, stringSet, tar, ud } from "./lutes";
import { balaban, ney, tutek, zurna } from "./pipes";
import { kamancha, qanun } from "./zither-and-fiddle";

export const instrumentDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "string-tar": byTitle(
    [/strings.*set/i, stringSet],
    [/kamancha/i, closeUp(kamancha, -60, 190)],
    [/qanun/i, qanun],
    [/saz/i, closeUp(saz, -165, 293)],
    [/\bud\b|oud/i, closeUp(ud, 75, 93)],
    [/tar/i, closeUp(tar, -91, 117)],
  ),
  "drum-rim": byTitle(
    [/goshanaghara|naghara|paired/i, pairedDrums],
    [/gaval/i, closeUp(gaval, 330, -490)],
    [/daf/i, closeUp(daf, 280, -260)],
  ),
  "wind-pipe": byTitle(
    [/zurna/i, closeUp(zurna, 205, 236)],
    [/tutek|flute/i, closeUp(tutek, 0, -178)],
    [/ney/i, ney],
    [/balaban/i, balaban],
  ),
};
