import type { MotifDrawer } from "../contract";
import { animation } from "./animation";
import { architecture } from "./architecture";
import { branding } from "./brand";
import { fashionDesign } from "./fashion";
import { filmProduction } from "./film";
import { games } from "./games";
import { illustration } from "./illustration";
import { delivered } from "./deliver";
import { advertising } from "./phones";
import { photography } from "./photography";
import { postProduction } from "./post-production";
import { graphicDesign, productDesign } from "./products";
import { restoration } from "./lattice";
import { livePerformance } from "./live";
import { musicRecording } from "./music";
import { webUx } from "./screens";
import { exhibitionDesign, interiorDesign } from "./spaces";
import { editing, translation } from "./words";
import { craftWorkshop } from "./workshops";

export const serviceDrawers: Readonly<Record<string, MotifDrawer>> = {
  "service-craft-workshops": delivered(craftWorkshop),
  "service-restoration": delivered(restoration),
  "service-fashion-design": delivered(fashionDesign),
  "service-illustration": delivered(illustration),
  "service-translation": delivered(translation),
  "service-editing": delivered(editing),
  "service-branding": delivered(branding),
  "service-graphic-design": delivered(graphicDesign),
  "service-web-ux": delivered(webUx),
  "service-advertising": delivered(advertising),
  "service-film-production": delivered(filmProduction),
  "service-post-production": delivered(postProduction),
  "service-photography": delivered(photography),
  "service-animation": delivered(animation),
  "service-games": delivered(games),
  "service-music-recording": delivered(musicRecording),
  "service-live-performance": delivered(livePerformance),
  "service-architecture": delivered(architecture),
  "service-interior-design": delivered(interiorDesign),
  "service-exhibition-design": delivered(exhibitionDesign),
  "service-product-design": delivered(productDesign),
};
