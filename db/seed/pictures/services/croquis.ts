import { darken, lighten } from "../colour";
import { BUTA, group, line, oval, path, shade, times, within } from "../shapes";

/** A look of a collection: its dress, its sleeves (the right one is the left one mirrored), its trim. */
type Look = { cut: string; sleeve: string; colour: string; trim: string; kind: "buta" | "front" | "hem" };

export const LOOKS: readonly [Look, Look, Look] = [
  {
    cut: "M-26 -318C-44 -312 -60 -306 -70 -296C-60 -240 -52 -196 -40 -150C-60 -60 -116 90 -134 214Q-60 240 0 236Q70 240 134 210C116 90 60 -60 40 -150C52 -196 60 -240 70 -296C60 -306 44 -312 26 -318Q0 -280 -26 -318Z",
    sleeve: "M-70 -298C-92 -276 -104 -220 -116 -160L-82 -148C-72 -190 -64 -220 -58 -240Z",
    colour: "#27496d",
    trim: "#e7c873",
    kind: "buta",
  },
  {
    cut: "M-24 -318C-44 -312 -62 -308 -74 -296C-66 -240 -60 -190 -50 -150C-62 -100 -72 -50 -76 -6Q0 14 76 -6C72 -50 62 -100 50 -150C60 -190 66 -240 74 -296C62 -308 44 -312 24 -318L0 -236Z",
    sleeve: "M-74 -298C-98 -270 -112 -200 -122 -110L-132 -40L-98 -36C-92 -100 -76 -180 -60 -236Z",
    colour: "#b5463c",
    trim: "#2b2118",
    kind: "front",
  },
  {
    cut: "M-26 -318C-44 -312 -58 -306 -66 -296C-58 -240 -50 -196 -38 -156C-52 -40 -130 160 -168 356Q-80 388 0 380Q90 390 168 350C130 160 52 -40 38 -156C50 -196 58 -240 66 -296C58 -306 44 -312 26 -318Q0 -290 -26 -318Z",
    sleeve: "M-66 -298C-96 -276 -116 -200 -136 -96L-92 -84C-80 -150 -66 -200 -56 -236Z",
    colour: "#d8a24a",
    trim: "#7d2c3b",
    kind: "hem",
  },
];

const SKIN = "#dfae88";

const mirrored = (inner: string): string => `<g transform="scale(-1 1)">${inner}</g>`;

const limb = (d: string): string => path(d, SKIN) + line(d, darken(SKIN, 0.4), 2.4, 0.7);

function pattern({ kind, trim }: Look): string {
  if (kind === "buta")
    return times(30, (i) => {
      const row = Math.floor(i / 6);
      return group(-150 + (i % 6) * 58 + (row % 2) * 29, -110 + row * 76, 0.3, path(BUTA, trim));
    });
  if (kind === "front")
    return (
      line("M0 -236V14", trim, 5) +
      line("M-62 -70H-22M22 -70H62", trim, 8) +
      times(3, (i) => oval(12, -190 + i * 60, 6, 6, "#e7c873"))
    );
  return (
    line("M-190 300Q0 350 190 296", trim, 30) +
    line("M-190 262Q0 312 190 258", trim, 6) +
    times(9, (i) => group(-128 + i * 32, 190 + (1 - ((i - 4) / 4) ** 2) * 16, 0.28, path(BUTA, trim)))
  );
}

/** A figure nine heads tall, as designers sketch it, wearing one look. */
export function croquis(look: Look, id: string): string {
  const hair = "#2b2018";
  const arm = limb(
    "M-74 -288C-100 -250 -108 -190 -116 -130C-122 -84 -134 -40 -138 2C-146 22 -146 42 -138 58L-128 62C-120 46 -118 22 -122 4C-110 -36 -96 -84 -90 -130C-82 -180 -70 -220 -56 -250Z",
  );
  const leg = limb(
    "M-56 -40C-64 40 -58 120 -48 196C-58 260 -50 330 -36 420L-44 456Q-34 470 -22 456L-20 420C-12 330 -14 260 -20 196C-8 120 -4 40 -4 -40Z",
  );
  const trousers =
    path("M-66 -40C-70 80 -66 260 -70 446H-14C-8 280 2 120 10 -40Z", "#3a3f55") +
    line("M-44 60Q-46 260 -44 436M-66 -40C-70 80 -66 260 -70 446H-14C-8 280 2 120 10 -40", "#1d2030", 3, 0.7);
  const shoe = path("M-46 448Q-58 478 -50 492Q-34 500 -24 488L-16 448Q-30 462 -46 448Z", darken(look.trim, 0.25));
  return (
    leg +
    shoe +
    group(14, -6, 1, mirrored(leg + shoe)) +
    (look.kind === "front" ? trousers + group(14, -6, 1, mirrored(trousers)) : "") +
    arm +
    mirrored(arm) +
    limb("M-13 -372V-330Q-18 -318 -44 -312Q0 -284 44 -312Q18 -318 13 -330V-372Z") +
    path("M-28 -404C-32 -450 32 -450 28 -404C30 -392 26 -386 22 -384H-22C-26 -386 -30 -392 -28 -404Z", hair) +
    limb("M-24 -410C-26 -440 26 -440 24 -410C24 -384 12 -360 0 -358C-12 -360 -24 -384 -24 -410Z") +
    path("M-27 -402C-30 -444 30 -450 28 -402C22 -422 10 -430 -4 -430C-16 -426 -24 -418 -27 -402Z", hair) +
    oval(0, -446, 17, 14, hair) +
    line("M-13 -402h8M6 -402h8", hair, 3) +
    line("M-5 -374q6 3 11 0", "#a8433a", 4) +
    path(look.cut, look.colour) +
    within(id, look.cut, pattern(look)) +
    path(look.cut, shade("leaf")) +
    line("M-30 -140Q-50 0 -74 150M34 -140Q48 -20 70 120M4 -140Q8 -60 2 60", darken(look.colour, 0.5), 3, 0.35) +
    line(look.cut, darken(look.colour, 0.6), 3, 0.8) +
    line("M-40 -150Q0 -138 40 -150", look.trim, 11) +
    path(look.sleeve, lighten(look.colour, 0.06)) +
    line(look.sleeve, darken(look.colour, 0.6), 3, 0.8) +
    mirrored(path(look.sleeve, darken(look.colour, 0.1)) + line(look.sleeve, darken(look.colour, 0.6), 3, 0.8))
  );
}
