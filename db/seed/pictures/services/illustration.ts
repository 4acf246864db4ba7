import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, shadow, solid, textRows, times } from "../shapes";
import { studio, surface, type Work } from "./kit";
import { hand } from "./hands";

/** A horseman under the moon as a cut print, 800 × 900 around its centre. */
function print(): string {
  const [ink, paper, red] = ["#1d2328", "#f3ead6", "#c0503c"];
  const horse =
    "M-230 150Q-250 20 -120 10Q0 0 110 -10Q150 -110 210 -160L230 -210L250 -160Q310 -130 330 -60L290 -40Q260 -60 240 -50Q220 40 190 90L230 220L180 300L160 290L180 220L110 120Q-20 150 -120 120L-150 230L-230 300L-250 280L-190 210Z";
  const rays = times(
    40,
    (i) =>
      `M${Math.round(-180 + Math.cos(i * 0.157) * 130)} ${Math.round(-230 + Math.sin(i * 0.157) * 130)}L${Math.round(-180 + Math.cos(i * 0.157) * (170 + (i % 3) * 40))} ${Math.round(-230 + Math.sin(i * 0.157) * (170 + (i % 3) * 40))}`,
  );
  return (
    rect(-400, -450, 800, 900, ink) +
    line(rays, paper, 6) +
    disc(-180, -230, 108, red) +
    path("M-400 90L-260 -60L-160 40L-20 -110L120 50L230 -30L400 100V450H-400Z", "#2f5d62") +
    line("M-260 -60L-230 20M-20 -110L20 -10M230 -30L250 40M-60 -70l20 60M-290 -30l20 40", paper, 6) +
    path("M-400 240Q-100 180 400 250V450H-400Z", red) +
    line(
      times(14, (i) => `M${-380 + i * 56} ${300 + (i % 3) * 44}q26 -14 50 0`),
      paper,
      6,
    ) +
    group(
      0,
      30,
      1,
      path(horse, paper) +
        line("M-230 120Q-330 150 -310 260M-240 130Q-300 190 -280 290", paper, 18) +
        line("M140 -80q30 -10 40 -50M120 -50q30 0 50 -30M160 -110q30 -10 36 -40", ink, 9) +
        disc(262, -130, 9, ink) +
        path("M-60 20Q-40 -180 20 -190Q80 -180 70 20Q40 60 -20 50Z", red) +
        line("M40 -130L170 -60", red, 34) +
        disc(16, -226, 42, paper) +
        path("M-34 -236Q-40 -310 16 -316Q76 -306 66 -238Q16 -256 -34 -236Z", ink) +
        line("M60 -20Q150 -90 270 -80", ink, 7) +
        line("M-40 0H60M-44 -40H64", paper, 6),
    )
  );
}

function book(random: Random): Work {
  const page =
    rect(-470, -530, 960, 1080, "#00000040") +
    rect(-480, -540, 960, 1080, "#fbf6ea") +
    group(0, -30, 0.98, print()) +
    textRows(random, [-300, 462, 600], 2, 34, "#3b352e");
  const sketch =
    rect(-250, -320, 500, 640, "#00000030") +
    rect(-258, -330, 500, 640, "#f7f2e4") +
    line(
      "M-160 100Q-180 20 -90 10Q0 0 70 -10Q100 -70 150 -110L190 -60M-160 100L-120 200M70 60L120 180M-20 0Q-10 -120 40 -120M-200 200H200M-120 -180a50 50 0 1 0 .1 0",
      "#6b6b6b",
      5,
      0.8,
    ) +
    line("M-150 90Q-170 10 -80 4M60 -16Q96 -76 144 -114", "#8d8d8d", 4, 0.7);
  const brush =
    line("M0 0L300 120", "#7d2c3b", 22) +
    line("M0 0L-50 -20", "#c9ced1", 20) +
    path("M-44 -32L-130 -54L-54 -4Z", "#1d2328");
  const ink =
    shadow(10, 24, 120, 110) +
    disc(0, 0, 96, "#2b2f33") +
    disc(0, 0, 70, "#0d0f11") +
    oval(-20, -22, 26, 14, "#ffffff55");
  const scene =
    surface("#d3c3ac", random) +
    group(1000, 300, 1, sketch, 12) +
    group(560, 810, 1.02, page, -3) +
    group(180, 170, 1, ink) +
    group(800, 1120, 1, group(20, -20, 0.95, brush, 8) + group(110, 30, 0.92, hand("#4f6b5a"), 12)) +
    times(5, (i) =>
      group(
        1090 + (i % 2) * 90,
        1420 + Math.floor(i / 2) * 70,
        1,
        disc(0, 0, 36, ["#c0503c", "#2f5d62", "#e0b25a", "#1d2328", "#f3ead6"][i] ?? "#000"),
      ),
    );
  return {
    scene,
    close: [600, 700, 1.9],
    piece: { svg: page, width: 960, height: 1080, stance: "flat" },
    cm: 32,
    room: "desk",
  };
}

const pomegranate = (s: number): string =>
  group(
    0,
    0,
    s,
    path(
      "M-70 0Q-76 -70 0 -74Q76 -70 70 0Q60 70 0 74Q-60 70 -70 0ZM-24 -70L-34 -112L-12 -92L0 -116L12 -92L34 -112L24 -70Z",
      "#b3263a",
    ) +
      path("M-10 -40Q50 -30 46 30Q10 50 -20 20Z", "#f3d9a8") +
      times(8, (i) => disc(-2 + (i % 3) * 18, -16 + Math.floor(i / 3) * 20, 9, "#d8455a")) +
      path("M70 -30Q130 -70 150 -20Q110 10 70 -30Z", "#4f7f52"),
  );

const grapes = (s: number): string =>
  group(
    0,
    0,
    s,
    times(15, (i) => {
      const row = [0, 5, 9, 12, 14].findLastIndex((from) => i >= from);
      const at = i - ([0, 5, 9, 12, 14][row] ?? 0);
      return disc(-72 + row * 18 + at * 36, -50 + row * 34, 20, i % 2 ? "#5b2a52" : "#74386a");
    }) +
      path("M0 -70Q60 -130 110 -80Q70 -40 0 -70Z", "#6b8f4a") +
      line("M0 -70V-120", "#6b4a30", 8),
  );

function labels(random: Random): Work {
  const wine =
    solid("M-104 0V-500Q-104 -580 -50 -640V-850H50V-640Q104 -580 104 -500V0Z", "#23301f") +
    rect(-54, -870, 108, 130, "#7d1f33", 6) +
    rect(-104, -440, 208, 330, "#f6efdd") +
    line("M-92 -428H92V-122H-92Z", "#c9a13a", 4) +
    group(0, -300, 0.85, grapes(1)) +
    textRows(random, [-60, -170, 120], 2, 24, "#3b352e") +
    path("M-104 0V-500Q-104 -580 -50 -640V-850H50V-640Q104 -580 104 -500V0Z", "url(#k-round)");
  const jar =
    solid("M-150 0V-240Q-150 -290 -110 -300H110Q150 -290 150 -240V0Z", "#a8263a") +
    rect(-128, -370, 256, 74, "#d8b56a", 10) +
    times(12, (i) => rect(-124 + i * 21, -370, 6, 74, "#00000022")) +
    rect(-150, -232, 300, 180, "#f6efdd") +
    group(-20, -150, 0.72, pomegranate(1)) +
    textRows(random, [60, -180, 70], 4, 24, "#7d2c3b") +
    path("M-150 0V-300H150V0Z", "url(#k-round)");
  const leaf = (x: number, y: number, t: number) =>
    group(x, y, 1, path("M0 0Q30 -40 0 -90Q-30 -40 0 0Z", "#4f8a52") + line("M0 0V-80", "#2f5d34", 4), t);
  const tin =
    solid("M-130 0V-400H130V0Z", "#2f6f78") +
    oval(0, -400, 130, 28, "#e7c873") +
    oval(0, -416, 124, 24, "#f0d88a") +
    rect(-130, -360, 260, 16, "#e7c873") +
    rect(-130, -30, 260, 16, "#e7c873") +
    oval(0, -190, 96, 120, "#f6efdd") +
    leaf(0, -140, 0) +
    leaf(0, -150, -46) +
    leaf(0, -150, 46) +
    textRows(random, [-50, -116, 100], 2, 22, "#2f6f78") +
    path("M-130 0V-400H130V0Z", "url(#k-round)");
  const svg = shadow(30, 4, 560, 60) + group(-320, 0, 1, wine) + group(0, 30, 1.05, jar) + group(330, 0, 1, tin);
  const sheet = (x: number, y: number, t: number, inner: string) =>
    group(x, y, 1, rect(-142, -112, 300, 240, "#00000030") + rect(-150, -120, 300, 240, "#f6efdd") + inner, t);
  const scene =
    studio("#e4c7ac", "#9a7350", 1090) +
    group(620, 1250, 1.16, svg) +
    sheet(330, 1470, -8, group(-40, 10, 0.8, grapes(1)) + textRows(random, [60, -40, 70], 4, 24, "#8b8170")) +
    sheet(900, 1480, 6, group(-30, 10, 0.9, pomegranate(1)));
  const piece: Drawn = { svg, width: 960, height: 900, stance: "standing" };
  return { scene, close: [620, 1100, 2], piece, cm: 31, room: "table" };
}

/** Illustration: a cut picture for a book with the hand that makes it, or labels on what they sell. */
export function illustration(subject: PictureSubject, random: Random): Work {
  return /label/i.test(subject.title.en) ? labels(random) : book(random);
}
