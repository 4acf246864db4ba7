import { byTitle } from "../paint";
import type { ObjectDrawer } from "../scene";
import { caspianVase, glassFlower, jamDishes, teaGlasses } from "./glass";
import { hearthSet, wallRack } from "./iron";
import { leadedPanel } from "./leaded";

export const glassAndIronDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "glass-drop": byTitle(
    [/vase/i, caspianVase],
    [/panel/i, leadedPanel],
    [/flower/i, glassFlower],
    [/dish/i, jamDishes],
    [/glass/i, teaGlasses],
  ),
  "iron-scroll": byTitle([/hearth/i, hearthSet], [/rack/i, wallRack]),
};
