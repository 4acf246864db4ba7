import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import {
  disc,
  group,
  line,
  oval,
  path,
  rect,
  rectPath,
  shade,
  shadow,
  solid,
  textRows,
  times,
  within,
  word,
} from "../shapes";
import { laptop, phone } from "./devices";
import { studio, surface, type Work } from "./kit";

const INK = "#3b352e";

const tag = (x: number, y: number, text: string, fill: string): string =>
  rect(x - 62, y - 44, 124, 62, fill, 12) + word(x, y, 44, text, "#fffaf0");

const glasses = (): string =>
  `<g fill="#ffffff22" stroke="#2b2118" stroke-width="13"><circle cx="-100" cy="0" r="76"/><circle cx="100" cy="0" r="76"/></g>` +
  line("M-24 -10Q0 -30 24 -10M-174 -20L-290 -120M174 -20L280 -130", "#2b2118", 13);

const pen = (colour: string): string =>
  shadow(16, 10, 50, 300) +
  solid("M-17 -260Q0 -290 17 -260L20 130H-20Z", colour) +
  rect(-20, 30, 40, 18, "#d8b56a") +
  path("M-20 130H20L6 210H-6Z", "#c9a13a") +
  path("M-6 210H6L0 250Z", "#2b2118");

const sheet = (w: number, h: number, inner: string): string =>
  rect(-w / 2 + 10, -h / 2 + 16, w, h, "#00000038") + rect(-w / 2, -h / 2, w, h, "#fdfaf2") + inner;

/** An old book and its translation lying open beside each other as one spread. */
function literary(random: Random): Work {
  const page = (side: 1 | -1) => `M0 -430Q${side * 90} -470 ${side * 530} -440V430Q${side * 90} 400 0 450Z`;
  const svg =
    path("M-560 -450H560V456H-560Z", "#27496d") +
    times(5, (i) =>
      path(`M-${552 - i * 4} -444H${552 - i * 4}V${448 - i * 3}H-${552 - i * 4}Z`, i % 2 ? "#d9ccb0" : "#fffaf0"),
    ) +
    path(page(-1), "#f1e4c4") +
    path(page(1), "#fdfaf2") +
    tag(-290, -340, "AZ", "#b5463c") +
    tag(290, -340, "EN", "#27496d") +
    word(-440, -210, 130, "K", "#b5463c") +
    word(150, -210, 130, "B", "#27496d") +
    textRows(random, [-380, -270, 300], 3, 38, INK) +
    textRows(random, [-490, -156, 410], 14, 38, INK) +
    textRows(random, [220, -270, 270], 3, 38, INK) +
    textRows(random, [90, -156, 400], 14, 38, INK) +
    path("M0 -430Q60 -462 120 -464V426Q60 420 0 450Z", shade("round")) +
    path("M-6 440L-10 560L10 536L28 560L24 436Z", "#b5463c");
  const marks =
    line("M90 -14h180M90 100h110", "#e7c873", 34, 0.45) +
    line("M500 -20q40 -20 30 -50M300 176q60 20 150 -4", "#b5463c", 7);
  const dictionary = group(
    0,
    0,
    1,
    rect(-250, -170, 520, 360, "#00000038") +
      rect(-260, -180, 520, 360, "#7d2c3b", 8) +
      rect(-236, -156, 472, 312, "none", 0) +
      line("M-230 -150H230V150H-230Z", "#e7c873", 6) +
      word(0, 30, 92, "A – Z", "#e7c873"),
  );
  const scene =
    surface("#5d4b3e", random) +
    group(330, 260, 1, dictionary, -9) +
    group(640, 800, 1.08, svg + marks, -3) +
    group(1010, 1290, 1, pen("#2f5d62"), 38) +
    group(420, 1430, 1, glasses(), 8) +
    group(
      1060,
      230,
      1,
      shadow(10, 20, 170, 170) + disc(0, 0, 140, "#f4efe4") + disc(0, 0, 86, "#e2dbcd") + disc(0, 0, 72, "#8a3c16"),
    );
  return {
    scene,
    close: [760, 640, 1.9],
    piece: { svg, width: 1120, height: 1010, stance: "flat", outline: "free" },
    cm: 34,
    room: "table",
  };
}

function contracts(random: Random): Work {
  const seal = (colour: string) =>
    `<circle r="84" fill="none" stroke="${colour}" stroke-width="8"/><circle r="62" fill="none" stroke="${colour}" stroke-width="4"/>` +
    times(12, (i) => group(0, 0, 1, rect(-4, -80, 8, 14, colour), i * 30)) +
    path("M0 -40L12 -12L40 -12L18 8L26 38L0 20L-26 38L-18 8L-40 -12L-12 -12Z", colour);
  const doc = (label: string, colour: string, stampColour: string) =>
    sheet(
      560,
      800,
      tag(-190, -316, label, colour) +
        textRows(random, [-80, -336, 300], 2, 30, INK) +
        line("M-230 -262H230", colour, 5) +
        textRows(random, [-230, -220, 460], 5, 32, "#6b6257") +
        textRows(random, [-230, -30, 460], 5, 32, "#6b6257") +
        textRows(random, [-230, 160, 300], 3, 32, "#6b6257") +
        line("M-220 330h200M-210 320q30 -50 50 -10t40 -14t36 4t40 -12", "#27496d", 5) +
        group(150, 280, 1, seal(stampColour), -14),
    );
  const svg =
    group(-250, -180, 1, doc("AZ", "#b5463c", "#27496d"), -5) + group(240, 150, 1, doc("RU", "#27496d", "#b5463c"), 4);
  const arrow = line("M-190 40Q-60 150 70 80M70 80l-60 -26M70 80l-26 56", "#e7c873", 24);
  const stamp =
    shadow(10, 20, 150, 120) +
    disc(0, 0, 106, "#3a2a20") +
    disc(0, 0, 106, shade("ball")) +
    solid("M-44 0Q-60 -160 0 -170Q60 -160 44 0Z", "#7d4a28", "ball") +
    disc(0, -160, 50, "#8f5a32") +
    disc(0, -160, 50, shade("ball"));
  const scene =
    surface("#2f4a55", random) +
    group(640, 800, 1.12, svg) +
    group(330, 1390, 1.1, arrow) +
    group(1050, 330, 1, stamp) +
    group(230, 1150, 1, pen("#1d2023"), -160);
  return {
    scene,
    close: [470, 560, 1.9],
    piece: { svg, width: 1100, height: 1180, stance: "flat", outline: "free" },
    cm: 42,
    room: "table",
  };
}

/** One screen of the same app; only its words differ by language. */
function appScreen(label: string, accent: string, random: Random): string {
  const vase = (x: number, y: number, c: string) =>
    rect(x, y, 160, 170, "#ece3d2", 14) +
    group(x + 80, y + 150, 0.3, solid("M-90 0Q-190 -160 -60 -330H60Q190 -160 90 0Z", c));
  return (
    rect(-190, -400, 380, 800, "#fbf8f1") +
    rect(-190, -400, 380, 190, accent) +
    word(-150, -270, 46, label, "#fffaf0", "start") +
    disc(138, -286, 26, "#ffffff55") +
    rect(-160, -186, 320, 56, "#ece3d2", 28) +
    disc(-130, -158, 12, "#8b8170") +
    textRows(random, [-100, -156, 160], 1, 26, "#a89c88") +
    vase(-166, -104, "#b9714b") +
    vase(10, -104, "#2f8a8a") +
    textRows(random, [-160, 92, 130], 2, 24, INK) +
    textRows(random, [16, 92, 140], 2, 24, INK) +
    vase(-166, 140, "#b5463c") +
    vase(10, 140, "#d8a24a") +
    rect(-160, 330, 320, 54, accent, 27) +
    textRows(random, [-70, 358, 140], 1, 30, "#fffaf0")
  );
}

function localisation(random: Random): Work {
  const one = (x: number, y: number, turn: number, label: string, accent: string) =>
    group(
      x,
      y,
      0.86,
      `${rect(-190, -390, 408, 848, "#00000040", 56)}${phone(appScreen(label, accent, random), turn)}`,
      turn,
    );
  const svg =
    one(-300, -250, -7, "Salam", "#27496d") +
    one(300, -300, 6, "Привет", "#b5463c") +
    one(-200, 330, -3, "Merhaba", "#2f7a62") +
    one(250, 290, 4, "Hello", "#8a5a9a");
  const scene = rect(0, 0, 1280, 1600, "#e9c98f") + rect(0, 0, 1280, 1600, shade("up")) + group(640, 790, 1, svg);
  return {
    scene,
    close: [350, 330, 2],
    piece: { svg, width: 1020, height: 1420, stance: "flat", outline: "free" },
    cm: 34,
    room: "table",
  };
}

const vessel = (): string =>
  shadow(30, 0, 190, 40) +
  solid(
    "M-90 0Q-210 -110 -170 -260Q-140 -340 -60 -370L-80 -430H80L60 -370Q140 -340 170 -260Q210 -110 90 0Z",
    "#b8662f",
  ) +
  line("M-160 -260Q0 -220 160 -260M-180 -170Q0 -130 180 -170", "#7a3f1c", 8) +
  line("M150 -300Q270 -290 180 -120", "#b8662f", 26) +
  oval(0, -430, 80, 16, "#6b3719");

function descriptions(random: Random): Work {
  const card = (x: number, on: boolean, label: string) =>
    rect(x, -170, 84, 40, on ? "#b5463c" : "#e4dccb", 10) + word(x + 42, -140, 26, label, on ? "#fffaf0" : INK);
  const screen =
    rect(-300, -190, 600, 380, "#fdfaf2") +
    card(-270, true, "AZ") +
    card(-176, false, "EN") +
    card(-82, false, "RU") +
    rect(60, -150, 210, 300, "#ece3d2", 8) +
    group(164, 110, 0.5, vessel()) +
    word(-270, -74, 42, "Mis güyüm", INK, "start") +
    textRows(random, [-270, -30, 290], 7, 25, "#6b6257") +
    rect(-98, 106, 5, 40, "#b5463c") +
    rect(-270, 152, 130, 24, "#27496d", 8);
  const note = sheet(
    330,
    420,
    line(
      times(9, (i) => `M-140 ${-140 + i * 36}H140`),
      "#cfd8dc",
      3,
    ) +
      line(
        "M-130 -150q20 -24 40 0t40 0t36 -4M-130 -114q30 -20 60 0t90 -4M-130 -42q20 -20 50 -2t70 0M-130 30q30 -24 50 0t80 -4",
        "#27496d",
        5,
      ) +
      line("M-134 -42H60", "#b5463c", 5),
  );
  const piece: Drawn = {
    svg: laptop(within("text", rectPath(-300, -190, 600, 380), screen)),
    width: 840,
    height: 580,
    stance: "standing",
  };
  const scene =
    studio("#c7d3cc", "#b98d5f", 1000) +
    rect(720, 100, 420, 560, "#f4f7f4cc") +
    line("M720 100h420v560h-420ZM930 100v560M720 380h420", "#8b735c", 15) +
    shadow(560, 1330, 620, 70) +
    group(530, 1320, 1.22, piece.svg) +
    group(1090, 1240, 0.98, vessel()) +
    group(250, 1450, 0.7, note, -10) +
    group(520, 1480, 0.8, pen("#7d2c3b"), 70);
  return { scene, close: [470, 900, 2], piece, cm: 34, room: "table" };
}

/** Translation and writing: the texts themselves, in the languages they are in. */
export function translation(subject: PictureSubject, random: Random): Work {
  const title = subject.title.en;
  if (/local/i.test(title)) return localisation(random);
  return /russian/i.test(title) ? contracts(random) : literary(random);
}

export const editing = (_subject: PictureSubject, random: Random): Work => descriptions(random);
