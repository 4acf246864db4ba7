import { byTitle, closeUp } from "../paint";
import type { ObjectDrawer } from "../scene";
import { caspianVase, glassFlower, jamDishes, teaGlasses } from "./glass";
import { hearthSet, wallRack } from "./iron";
import { leadedPanel } from "./leaded";

export const glassAndIronDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "glass-drop": byTitle(
    [/vase/i, caspianVase],
    [/panel/i, leadedPanel],
    [/flower/i, glassFlower],
    [/dish/i, closeUp(jamDishes, 0, -150)],
    [/glass/i, teaGlasses],
  ),
  "iron-scroll": byTitle([/hearth/i, closeUp(hearthSet, -120, -470)], [/rack/i, wallRack]),
};
