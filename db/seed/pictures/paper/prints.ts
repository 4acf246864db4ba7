import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import {
  archPath,
  disc,
  faded,
  group,
  line,
  oval,
  path,
  rect,
  rectPath,
  shade,
  SHADES,
  shadow,
  solid,
  times,
  within,
} from "../shapes";
import { posterSeries } from "./posters";

const PAPER = "#f4efe2";

/** A sheet with a torn edge and pencil marks of the edition under the image. */
function sheet(random: Random, w: number, h: number, inner: string, signed: boolean): string {
  let d = `M${-w / 2} ${-h / 2}`;
  const edge = (x: number, y: number) =>
    (d += `L${(x + random.between(-3, 3)).toFixed(1)} ${(y + random.between(-3, 3)).toFixed(1)}`);
  for (let i = 1; i <= 24; i++) edge(-w / 2 + (w * i) / 24, -h / 2);
  for (let i = 1; i <= 24; i++) edge(w / 2, -h / 2 + (h * i) / 24);
  for (let i = 1; i <= 24; i++) edge(w / 2 - (w * i) / 24, h / 2);
  for (let i = 1; i < 24; i++) edge(-w / 2, h / 2 - (h * i) / 24);
  const pencil = signed
    ? line(
        `M${-w / 2 + 80} ${h / 2 - 40}l10 -20l4 20m10 0l14 -22m6 22v-16m12 16v-18M${w / 2 - 240} ${h / 2 - 40}q14 -36 24 -4t22 -8t20 6t24 -14t18 14q24 -34 40 -6`,
        "#6b665c",
        3,
      )
    : "";
  return SHADES + path(`${d}Z`, PAPER) + faded(0.5, path(`${d}Z`, shade("up"))) + inner + pencil;
}

/** Short cuts of the gouge inside a box, all in one path. */
function cuts(
  random: Random,
  [x, y, w, h]: readonly [number, number, number, number],
  count: number,
  slope: number,
): string {
  let d = "";
  for (let i = 0; i < count; i++) {
    const long = random.between(14, 52);
    d += `M${(x + random.next() * w).toFixed(0)} ${(y + random.next() * h).toFixed(0)}l${(long * Math.cos(slope)).toFixed(0)} ${(long * Math.sin(slope)).toFixed(0)}`;
  }
  return d;
}

function courtyard(random: Random, ink: string, red: string): string {
  const cut = (d: string, width = 5) => line(d, PAPER, width);
  let sky = "";
  for (let i = 0; i < 54; i++) {
    const a = (i / 54) * Math.PI * 2;
    for (const [from, to] of [
      [100, 160],
      [180, 250],
      [270, 380],
    ] as const)
      sky += `M${(150 + Math.cos(a) * from).toFixed(0)} ${(-330 + Math.sin(a) * from).toFixed(0)}L${(150 + Math.cos(a) * to).toFixed(0)} ${(-330 + Math.sin(a) * to).toFixed(0)}`;
  }
  const tower =
    path("M-270 -60V-300Q-200 -330 -120 -300V-60Z", ink) +
    cut("M-270 -60V-300Q-200 -330 -120 -300V-60", 6) +
    cut(
      times(9, (i) => `M-262 ${-270 + i * 24}Q-200 ${-292 + i * 24} -128 ${-270 + i * 24}`),
      3,
    );
  const balcony =
    rect(-330, -110, 660, 190, ink) +
    cut("M-330 -110H330M-330 -92H330M-330 70H330M-330 20H330", 6) +
    cut(
      times(23, (i) => `M${-318 + i * 29} 24V68`),
      4,
    ) +
    times(
      4,
      (i) =>
        path(archPath(-310 + i * 162, 14, 130, 100), red) +
        cut(archPath(-310 + i * 162, 14, 130, 100), 6) +
        cut(
          `M${-245 + i * 162} 10V-80M${-305 + i * 162} -30H${-185 + i * 162}M${-290 + i * 162} 8L${-200 + i * 162} -66M${-200 + i * 162} 8L${-290 + i * 162} -66`,
          3,
        ),
    );
  const arcade = times(
    3,
    (i) =>
      path(archPath(-318 + i * 222, 320, 190, 220), PAPER) +
      path(archPath(-298 + i * 222, 320, 150, 190), ink) +
      cut(
        times(7, (k) => `M${-290 + i * 222} ${310 - k * 20}H${-290 + i * 222 + 130 - k * 12}`),
        4,
      ),
  );
  const paving = cut(
    times(9, (i) => `M${-330 + i * 82} 410L${-150 + i * 38} 322`) + "M-330 340H330M-330 366H330M-330 396H330",
    4,
  );
  const tree =
    line("M40 370C50 250 20 190 60 100M48 220Q90 160 130 150M44 190Q0 140 -40 150", ink, 30) +
    line("M40 370C50 250 20 190 60 100M48 220Q90 160 130 150M44 190Q0 140 -40 150", PAPER, 6) +
    times(46, () => {
      const a = random.between(0, 6.28);
      const r = Math.sqrt(random.next()) * 150;
      return group(
        Math.round(50 + Math.cos(a) * r),
        Math.round(90 + Math.sin(a) * r * 0.7),
        1,
        `${path("M-26 0Q0 -20 26 0Q0 20 -26 0Z", ink)}${line("M-20 0H20", PAPER, 3)}`,
        random.whole(0, 180),
      );
    }) +
    times(7, (i) => {
      const [x, y] = [-40 + ((i * 67) % 190), 30 + ((i * 41) % 130)];
      return disc(x, y, 24, PAPER) + disc(x, y, 19, red) + path(`M${x - 9} ${y - 18}l4 -14l5 9l5 -9l4 14Z`, red);
    });
  return within(
    "lino",
    rectPath(-330, -430, 660, 840),
    rect(-330, -430, 660, 840, ink) +
      cut(sky, 5) +
      disc(150, -330, 78, red) +
      tower +
      balcony +
      arcade +
      paving +
      tree +
      line(cuts(random, [-330, -430, 660, 60], 26, 0.1) + cuts(random, [-330, 80, 660, 26], 30, 0), PAPER, 4),
  );
}

/** A handled gouge lying across the sheet. */
const GOUGE =
  shadow(14, 60, 70, 300) +
  solid("M-30 -20Q-44 150 -26 250Q0 290 26 250Q44 150 30 -20Z", "#a5713f") +
  rect(-20, -52, 40, 40, "#c9a45c", 6) +
  path("M-12 -50L-9 -230Q0 -250 9 -230L12 -50Z", "#aeb3b6") +
  path("M-2 -50L-2 -240L3 -240L5 -50Z", "#ffffff");

function etching(random: Random): string {
  const ink = "#3d2f24";
  let hatch = "";
  for (let i = 0; i < 130; i++) {
    const y = -330 + Math.pow(i / 130, 1.4) * 360;
    hatch += `M${random.whole(-280, 60)} ${y.toFixed(0)}h${random.whole(60, 300)}`;
  }
  const derrick = (x: number, y: number, s: number) =>
    group(
      x,
      y,
      s,
      line(
        `M-70 0L-16 -330H16L70 0${times(6, (k) => {
          const [a, b] = [66 - k * 9, 57 - k * 9];
          return `M${-a} ${-k * 55}L${b} ${-(k + 1) * 55}M${a} ${-k * 55}L${-b} ${-(k + 1) * 55}M${-a} ${-k * 55}H${a}`;
        })}`,
        ink,
        7,
      ) +
        rect(-26, -352, 52, 24, ink) +
        path("M70 0V-80L150 -60V0Z", ink) +
        line(cuts(random, [72, -70, 70, 60], 18, 1.2), PAPER, 2),
    );
  const pool = (x: number, y: number, w: number) =>
    oval(x, y, w, w * 0.16, "#5a4734") +
    line(
      times(5, (i) => `M${x - w * 0.7 + i * 8} ${y - 10 + i * 5}h${w * 1.2 - i * 10}`),
      PAPER,
      2,
    );
  return (
    rect(-300, -390, 600, 800, "#000", 4).replace("/>", ' fill-opacity=".06"/>') +
    rect(-294, -384, 588, 788, "#e9ddc4") +
    within(
      "etch",
      rectPath(-270, -360, 540, 740),
      rect(-270, -360, 540, 740, "#e4d5b6") +
        line(hatch, ink, 1.6, 0.55) +
        path("M-270 20Q-140 -10 0 14T270 6V380H-270Z", "#c7b08a") +
        line(cuts(random, [-270, 30, 500, 340], 240, 0.08), ink, 1.8, 0.6) +
        derrick(190, 40, 0.34) +
        derrick(90, 30, 0.42) +
        derrick(-215, 60, 0.5) +
        derrick(-30, 90, 0.72) +
        derrick(-130, 220, 1.15) +
        derrick(170, 260, 1.3) +
        pool(-30, 320, 150) +
        pool(190, 350, 90) +
        line(cuts(random, [60, 120, 200, 140], 70, 1.1) + cuts(random, [-230, 100, 180, 120], 60, 1.1), ink, 2, 0.7),
    )
  );
}

/** Prints on paper: a linocut, an etching, and a series of posters. */
export function linoBlock(subject: PictureSubject, random: Random): Drawn {
  const [ink = "#1c1c1c", red = "#b5463c"] = subject.palette;
  const title = subject.title.en;
  if (/poster/i.test(title)) return posterSeries();
  if (/etching/i.test(title))
    return { svg: sheet(random, 760, 1040, etching(random), true), width: 760, height: 1040, stance: "hanging" };
  return {
    svg: sheet(random, 800, 1020, courtyard(random, ink, red), true) + group(330, 330, 0.9, GOUGE, -28),
    width: 800,
    height: 1020,
    stance: "flat",
  };
}
