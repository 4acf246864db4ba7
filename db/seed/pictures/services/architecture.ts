import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, rectPath, shade, shadow, textRows, times, within } from "../shapes";
import { monitor } from "./devices";
import { studio, type Work } from "./kit";

/** A block of a model seen from its corner: front `w`, side `d`, height `h`; origin at the near corner of its foot. */
function block(x: number, y: number, w: number, d: number, h: number, colour: string): string {
  const [wx, wy, dx, dy] = [-w * 0.87, -w * 0.32, d * 0.87, -d * 0.32];
  const openings = (side: 1 | -1, length: number) =>
    times(Math.floor(h / 74), (r) =>
      times(Math.floor(length / 58), (i) => {
        const at = 24 + i * 58;
        return path(`M${side * at * 0.87} ${-at * 0.32 - 26 - r * 74}v-38l${side * 22} -8v38Z`, "#00000044");
      }),
    );
  return group(
    x,
    y,
    1,
    path(`M0 0L${wx} ${wy}V${wy - h}L0 ${-h}Z`, darken(colour, 0.08)) +
      path(`M0 0L${dx} ${dy}V${dy - h}L0 ${-h}Z`, darken(colour, 0.26)) +
      path(`M0 ${-h}L${wx} ${wy - h}L${wx + dx} ${wy + dy - h}L${dx} ${dy - h}Z`, lighten(colour, 0.4)) +
      openings(-1, w) +
      openings(1, d),
  );
}

const potted = (x: number, y: number, s: number): string =>
  group(
    x,
    y,
    s,
    oval(14, 0, 40, 12, "#00000030") +
      rect(-5, -40, 10, 40, "#8a6a48") +
      disc(0, -74, 44, "#8fae7a") +
      disc(0, -74, 44, shade("ball")),
  );

function hotel(random: Random): Work {
  const model =
    path("M0 60L-560 -146L0 -352L560 -146Z", "#e9e2d4") +
    path("M0 60L-560 -146V-106L0 100Z", "#b9906a") +
    path("M0 60L560 -146V-106L0 100Z", "#8f6a4a") +
    path("M0 30L-200 -44L-40 -102L160 -28Z", "#b9d0d6") +
    block(60, -220, 330, 150, 190, "#f6f1e6") +
    block(-250, -100, 150, 300, 240, "#f6f1e6") +
    block(330, -90, 120, 260, 170, "#f6f1e6") +
    block(-120, -66, 130, 130, 330, "#f1e8d6") +
    group(
      -120,
      -396,
      1,
      path("M-113 -42Q-100 -150 0 -170Q100 -150 113 -42L0 0Z", "#c98a4a") +
        path("M0 0L113 -42Q100 -150 0 -170Z", "#00000022"),
    ) +
    potted(-420, -130, 0.9) +
    potted(60, 10, 0.8) +
    potted(200, -40, 0.9) +
    potted(420, -120, 0.8) +
    potted(-40, 30, 0.66) +
    potted(-330, -90, 0.7);
  const plan =
    rect(-380, -270, 780, 560, "#00000030") +
    rect(-390, -280, 780, 560, "#f9f6ee") +
    line(
      "M-330 -220H330V220H-330ZM-330 -60H-120V220M-120 60H120V220M120 60V-60H330M-20 -220V-60H-120M-230 -60V-220M220 -60V-220M-240 220V60H-330M220 220V60H330",
      "#2b3f55",
      9,
    ) +
    line("M-120 0A60 60 0 0 1 -60 60M120 0A60 60 0 0 0 60 60", "#2b3f55", 4) +
    line("M-330 252H330M-330 240v24M330 240v24M-120 240v24M120 240v24", "#b5463c", 4) +
    path("M-100 -40H100V40H-100Z", "#b9d0d6") +
    textRows(random, [220, 264, 90], 1, 14, "#6b6257");
  const piece: Drawn = { svg: group(0, -100, 1, model), width: 1130, height: 640, stance: "standing" };
  const scene =
    studio("#cfd6cf", "#a67b52", 980) +
    group(640, 300, 0.94, plan, -2) +
    shadow(660, 1220, 640, 180) +
    group(640, 1240, 1.04, model) +
    group(
      300,
      1470,
      1,
      rect(-200, -26, 470, 52, "#f9f6ee", 26) +
        disc(268, 0, 26, "#d9d0bf") +
        disc(268, 0, 12, "#a89c88") +
        rect(-200, 4, 470, 22, shade("down"), 20),
      6,
    ) +
    group(980, 1480, 1, line("M-150 20L130 -30", "#27496d", 24) + path("M-150 20l-34 16l28 -28Z", "#e3c79a"));
  return { scene, close: [560, 1060, 1.9], piece, cm: 80, room: "table" };
}

/** The same house by day and by night, 960 × 560 around its centre. */
function render(night: boolean): string {
  const [sky, ground, body, wood, glass, tree] = night
    ? ["#1c2748", "#1f2a2c", "#3f4656", "#5a3d2c", "#ffcf78", "#16222a"]
    : ["#a9d0e6", "#8fae6a", "#f4f0e6", "#b07a48", "#7fb0c4", "#4f7f52"];
  return (
    rect(-480, -280, 960, 560, sky) +
    (night
      ? times(30, (i) => disc(-470 + ((i * 191) % 940), -270 + ((i * 53) % 200), 3, "#fff3d0")) +
        disc(-300, -180, 40, "#f7e6b0")
      : disc(320, -190, 46, "#fff6d0") +
        oval(-260, -180, 120, 26, "#ffffff99") +
        oval(-200, -200, 80, 24, "#ffffff99")) +
    path("M-480 40L-260 -70L-60 30L180 -90L480 30V280H-480Z", night ? "#28345a" : "#8fb0a4") +
    rect(-480, 90, 960, 190, ground) +
    path("M-330 110V-60H120V110Z", body) +
    path("M120 110V-60L260 -30V110Z", darken(body, 0.22)) +
    path("M-80 -60V-170H300V-60Z", lighten(body, 0.15)) +
    path("M300 -60V-170L400 -140V-40Z", darken(body, 0.25)) +
    rect(-100, -190, 410, 22, wood) +
    rect(-350, -76, 490, 20, wood) +
    rect(-300, -40, 190, 150, glass) +
    rect(-90, -40, 60, 150, wood) +
    rect(0, -30, 100, 90, glass) +
    rect(-50, -150, 330, 74, glass) +
    line(
      "M-240 -40V110M-170 -40V110M30 -150V-76M110 -150V-76M200 -150V-76M50 -30V60",
      night ? "#8a5a2a" : "#f4f0e6",
      6,
    ) +
    times(7, (i) => rect(140 + i * 17, -20 + i * 3, 8, 130, wood)) +
    path("M-420 180L160 150L260 230L-380 270Z", night ? "#2f6f9a" : "#6fc0d6") +
    path("M-400 190L100 164L130 184L-390 214Z", "#ffffff44") +
    group(-410, 120, 1, rect(-8, -60, 16, 70, "#5a4030") + oval(0, -120, 56, 90, tree)) +
    group(440, 120, 1, rect(-8, -60, 16, 70, "#5a4030") + oval(0, -130, 60, 100, tree)) +
    (night ? oval(-200, 140, 190, 40, "#ffcf7844") : "")
  );
}

function visual(): Work {
  const tall = (night: boolean) => group(0, 0, 1.28, render(night));
  const scene =
    within("day", rectPath(0, 0, 1280, 800), rect(0, 0, 1280, 800, "#a9d0e6") + group(640, 430, 1, tall(false))) +
    within("night", rectPath(0, 800, 1280, 800), rect(0, 800, 1280, 800, "#1c2748") + group(640, 1220, 1, tall(true))) +
    rect(0, 792, 1280, 16, "#fffaf0") +
    disc(640, 800, 54, "#fffaf0") +
    `<path d="M640 766a34 34 0 0 0 0 68Z" fill="#e7a33c"/><path d="M640 766a34 34 0 0 1 0 68Z" fill="#27496d"/>` +
    line("M0 1596H1280", "#000000", 20);
  const piece: Drawn = {
    svg: monitor(
      within("pd", rectPath(-480, -280, 480, 560), render(false)) +
        within("pn", rectPath(0, -280, 480, 560), render(true)) +
        line("M0 -280V280", "#fffaf0", 6),
    ),
    width: 1010,
    height: 740,
    stance: "standing",
  };
  return { scene, close: [560, 560, 1.8], piece, cm: 70, room: "desk" };
}

export const architecture = (subject: PictureSubject, random: Random): Work =>
  /visual/i.test(subject.title.en) ? visual() : hotel(random);
