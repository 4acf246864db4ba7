import type { ObjectDrawer } from "../scene";
import { bookSpine } from "./books";
import { canvasGarden } from "./paintings";
import { linoBlock } from "./prints";
import { paperGrid } from "./stationery";

export const paperDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "lino-block": linoBlock,
  "canvas-garden": canvasGarden,
  "paper-grid": paperGrid,
  "book-spine": bookSpine,
};
