import { path, rect, shade, shadow, solid, disc, line, group } from "../shapes";

/** A laptop standing open; `screen` is 600 × 380 around its own centre; origin at the middle of the front edge. */
export const laptop = (screen: string): string =>
  rect(-330, -560, 660, 440, "#2b2f33", 18) +
  group(0, -340, 1, screen + path("M-300 -190H300V190H-300Z", shade("glass"))) +
  path("M-330 -124H330L420 0H-420Z", "#b9bec2") +
  path("M-290 -112H290L330 -56H-330Z", "#4a4f54") +
  line("M-296 -100H296M-306 -86H306M-316 -72H316", "#7d8388", 4) +
  path("M-90 -46H90L104 -10H-104Z", "#9da3a8") +
  path("M-420 0H420V16Q400 24 0 24Q-400 24 -420 16Z", "#8d9398");

/** A desk monitor; `screen` is 960 × 560 around its own centre; origin at the middle of its foot. */
export const monitor = (screen: string): string =>
  solid("M-60 -150H60L76 -10H-76Z", "#8d9398") +
  solid("M-190 -14Q0 -34 190 -14V6H-190Z", "#a9afb3") +
  rect(-504, -736, 1008, 612, "#1d2023", 18) +
  group(0, -430, 1, screen + path("M-480 -280H480V280H-480Z", shade("glass"))) +
  disc(0, -137, 6, "#5f666b");

/** A phone; `screen` is 380 × 800 around its own centre; origin at its centre. */
export const phone = (screen: string, turn = 0): string =>
  group(
    0,
    0,
    1,
    rect(-204, -424, 408, 848, "#15171a", 56) +
      rect(-210, -250, 8, 90, "#3a3f44", 4) +
      `<defs><clipPath id="k-ph${Math.round(turn * 10 + 900)}"><rect x="-190" y="-400" width="380" height="800" rx="40"/></clipPath></defs><g clip-path="url(#k-ph${Math.round(turn * 10 + 900)})">${screen}<path d="M-190 -400H190V400H-190Z" fill="${shade("glass")}"/></g>` +
      rect(-56, -392, 112, 26, "#15171a", 13),
    turn,
  );

/** A film camera on a tripod, looking left; about 1000 units high, origin on the floor. */
export const filmCamera = (): string =>
  shadow(0, 0, 300, 40) +
  line("M0 -560L-210 0M0 -560L210 0M0 -560L20 -10", "#23272a", 26) +
  line("M0 -560L-210 0M0 -560L210 0", "#4f565c", 8) +
  solid("M-90 -620H90V-560H-90Z", "#3a4045") +
  line("M80 -600L300 -500", "#23272a", 18) +
  solid("M-170 -860H190V-620H-170Z", "#2a2e32", "down") +
  rect(-150, -840, 150, 60, "#3f454a", 6) +
  disc(120, -700, 22, "#b5463c") +
  rect(-30, -760, 110, 90, "#1a1d20", 6) +
  solid("M-310 -820H-170V-660H-310Z", "#17191b", "down") +
  line("M-210 -820V-660M-250 -820V-660M-285 -820V-660", "#4a5055", 8) +
  path("M-310 -830L-420 -900V-590L-310 -650Z", "#1d2023") +
  path("M-420 -900L-400 -870V-620L-420 -590Z", "#33393e") +
  disc(-60, -930, 80, "#2a2e32") +
  disc(100, -930, 80, "#2a2e32") +
  disc(-60, -930, 80, shade("ball")) +
  disc(100, -930, 80, shade("ball")) +
  disc(-60, -930, 22, "#8d9398") +
  disc(100, -930, 22, "#8d9398") +
  rect(180, -800, 90, 60, "#1a1d20", 8);

/** A clapperboard, 420 × 340 around its centre. */
export const clapper = (): string =>
  rect(-210, -90, 420, 260, "#1d2023", 10) +
  line("M-190 -20H190M-190 60H190M-60 60V160M70 60V160M-190 160H190", "#f6f1e6", 5) +
  stripes(-90, 0) +
  group(-200, -100, 1, stripes(0, 200), -14);

function stripes(y: number, dx: number): string {
  const bars = [0, 1, 2, 3, 4].map((i) => path(`M${-200 + dx + i * 84} ${y}l30 -52h40l-30 52Z`, "#f6f1e6")).join("");
  return rect(-210 + dx, y - 54, 420, 54, "#1d2023", 6) + bars;
}

/** A light with barn doors or a soft box on its stand; origin on the floor. */
export const softbox = (): string =>
  line("M0 -700V-40M0 -120L-120 0M0 -120L120 0", "#2a2e32", 18) +
  path("M-60 -700L-190 -980L170 -1060L110 -700Z", "#23272a") +
  path("M-190 -980L170 -1060L240 -740L-120 -660Z", "#fffaf0") +
  line("M-190 -980L170 -1060L240 -740L-120 -660Z", "#2a2e32", 14);

/** A studio loudspeaker, 220 × 360; origin at the middle of its foot. */
export const speaker = (): string =>
  solid("M-110 -360H110V0H-110Z", "#2a2c2f", "down") +
  disc(0, -120, 82, "#17181a") +
  disc(0, -120, 66, "#3d4146") +
  disc(0, -120, 66, shade("ball")) +
  disc(0, -120, 24, "#c9a13a") +
  disc(0, -280, 40, "#17181a") +
  disc(0, -280, 26, "#4d5257") +
  disc(0, -280, 26, shade("ball"));
