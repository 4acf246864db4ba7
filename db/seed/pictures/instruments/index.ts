import { byTitle } from "../paint";
import type { ObjectDrawer } from "../scene";
import { daf, gaval, pairedDrums } from "./drums";
import { saz, stringSet, tar, ud } from "./lutes";
import { balaban, ney, tutek, zurna } from "./pipes";
import { kamancha, qanun } from "./zither-and-fiddle";

export const instrumentDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "string-tar": byTitle(
    [/strings.*set/i, stringSet],
    [/kamancha/i, kamancha],
    [/qanun/i, qanun],
    [/saz/i, saz],
    [/\bud\b|oud/i, ud],
    [/tar/i, tar],
  ),
  "drum-rim": byTitle([/goshanaghara|naghara|paired/i, pairedDrums], [/gaval/i, gaval], [/daf/i, daf]),
  "wind-pipe": byTitle([/zurna/i, zurna], [/tutek|flute/i, tutek], [/ney/i, ney], [/balaban/i, balaban]),
};
