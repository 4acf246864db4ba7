import type { ObjectDrawer } from "../scene";
import { linenEmbroidery, tekelduz } from "./embroidery";
import { felt } from "./felt";
import { garment, skullcap } from "./garments";
import { kelaghayi } from "./scarves";
import { silk } from "./silks";

export const clothDrawers: Readonly<Record<string, ObjectDrawer>> = {
  "buta-corner": kelaghayi,
  "silk-stripe": silk,
  "silk-weave": silk,
  "tambour-rose": tekelduz,
  "leaf-stitch": linenEmbroidery,
  "felt-swirl": felt,
  "dress-brocade": garment,
  "dress-line": garment,
  "skullcap-ring": skullcap,
};
