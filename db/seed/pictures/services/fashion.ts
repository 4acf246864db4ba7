import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { BUTA, disc, group, line, oval, path, rect, shade, shadow, solid, textRows, times } from "../shapes";
import { croquis, LOOKS } from "./croquis";
import { studio, surface, type Work } from "./kit";

const sheet = (w: number, h: number, inner: string): string =>
  rect(-w / 2 + 8, -h / 2 + 12, w, h, "#00000038") + rect(-w / 2, -h / 2, w, h, "#fbf7ee") + inner;

function swatch(colour: string, trim: string, i: number): string {
  let zig = "M-80 -80";
  for (let k = 1; k <= 10; k++) zig += `L${-80 + k * 16} ${k % 2 ? -90 : -80}`;
  return (
    path(`${zig}V80L60 90L40 80L20 90L0 80L-20 90L-40 80L-60 90L-80 80Z`, colour) +
    (i % 2
      ? times(9, (k) => group(-50 + (k % 3) * 50, -46 + Math.floor(k / 3) * 50, 0.3, path(BUTA, trim)))
      : line("M-70 -50H70M-70 -10H70M-70 30H70M-70 70H70", trim, 9)) +
    path("M-80 -80H80V80H-80Z", shade("leaf")) +
    disc(0, -74, 12, "#c9ced1")
  );
}

function capsule(random: Random): Work {
  const board = times(3, (i) =>
    group(
      -370 + i * 370,
      -180 + (i % 2) * 30,
      1,
      sheet(
        340,
        1060,
        group(0, 16, 1.02, croquis(LOOKS[i % LOOKS.length] ?? LOOKS[0], `look${i}`)) +
          textRows(random, [-140, -480, 90], 2, 22, "#8b8170"),
      ),
      [-2, 1, 2.5][i] ?? 0,
    ),
  );
  const swatches = times(5, (i) =>
    group(
      -440 + i * 220,
      540 + (i % 2) * 26,
      1,
      swatch(
        ["#27496d", "#b5463c", "#d8a24a", "#7d2c3b", "#4f6b5a"][i] ?? "#27496d",
        ["#e7c873", "#f6f1e6", "#7d2c3b", "#e7c873", "#f6f1e6"][i] ?? "#e7c873",
        i,
      ),
      (i % 3) * 6 - 6,
    ),
  );
  const svg = board + swatches;
  const shears =
    line("M0 0L-150 -190M0 0L-40 -240", "#c9ced1", 30) +
    disc(0, 0, 14, "#4a4f54") +
    `<circle cx="60" cy="110" r="56" fill="none" stroke="#7d2c3b" stroke-width="26"/><circle cx="-50" cy="120" r="56" fill="none" stroke="#7d2c3b" stroke-width="26"/>` +
    line("M0 0L36 60M0 0L-22 68", "#7d2c3b", 26);
  const tape =
    line("M-300 0Q-160 -90 0 0T300 -20", "#e9c53f", 46) +
    line("M-300 0Q-160 -90 0 0T300 -20", "#2b2118", 20).replace(
      "stroke-linecap",
      'stroke-dasharray="3 26" stroke-linecap',
    );
  const scene =
    surface("#cfc4b2", random) +
    group(640, 760, 1.06, svg) +
    group(1080, 1400, 0.9, shears, 20) +
    group(430, 1490, 1, tape, -3);
  return {
    scene,
    close: [260, 560, 2],
    piece: { svg, width: 1120, height: 1360, stance: "hanging" },
    cm: 90,
    room: "desk",
  };
}

/** A dressed dummy; about 1100 high, origin at its foot. */
function dummy(kind: "hotel" | "flight"): string {
  const stand =
    line("M0 -560V-40", "#6b4a30", 26) +
    solid("M-150 -30Q0 -70 150 -30V0H-150Z", "#4a3424") +
    disc(0, -1010, 26, "#c9a13a") +
    solid("M-34 -1000H34L40 -930H-40Z", "#e6d9c2");
  if (kind === "hotel") {
    const coat = "#7d1f33";
    return (
      stand +
      solid("M-150 -560L-120 -120H-14L0 -470L14 -120H120L150 -560Z", "#22262e") +
      solid("M-170 -900Q-250 -860 -262 -560H-196L-160 -760ZM170 -900Q250 -860 262 -560H196L160 -760Z", coat) +
      path("M-262 -600H-194V-560H-264ZM262 -600H194V-560H264Z", "#e7c873") +
      solid("M-50 -950Q-150 -930 -178 -880L-150 -520H150L178 -880Q150 -930 50 -950Z", coat) +
      path("M-60 -954H60V-912H-60Z", darken(coat, 0.4)) +
      line("M0 -910V-520", darken(coat, 0.5), 6) +
      times(5, (i) => disc(-46, -860 + i * 74, 13, "#e7c873") + disc(46, -860 + i * 74, 13, "#e7c873")) +
      line(
        times(5, (i) => `M-46 ${-860 + i * 74}H46`),
        "#e7c873",
        5,
      ) +
      line("M-60 -930H60", "#e7c873", 8) +
      rect(-152, -600, 304, 34, "#22262e") +
      rect(-26, -606, 52, 46, "#e7c873", 6) +
      group(-116, -780, 0.6, path(BUTA, "#e7c873")) +
      path("M-180 -890L-230 -860L-150 -846ZM180 -890L230 -860L150 -846Z", "#e7c873")
    );
  }
  const navy = "#27496d";
  return (
    stand +
    solid("M-136 -560L-160 -220Q0 -190 160 -220L136 -560Z", lighten(navy, 0.05)) +
    solid("M-160 -890Q-232 -850 -244 -570H-184L-150 -760ZM160 -890Q232 -850 244 -570H184L150 -760Z", navy) +
    solid(
      "M-50 -940Q-140 -920 -168 -870L-120 -640L-160 -490Q0 -450 160 -490L120 -640L168 -870Q140 -920 50 -940Z",
      navy,
    ) +
    path("M-46 -942L0 -740L46 -942Z", "#f6f1e6") +
    path("M-50 -944L-96 -880L-6 -700L0 -740ZM50 -944L96 -880L6 -700L0 -740Z", darken(navy, 0.35)) +
    path("M-52 -950Q0 -900 52 -950L40 -890Q60 -820 20 -780L-4 -880L-50 -800L-30 -890Z", "#b5463c") +
    times(4, (i) => disc(-20 + i * 13, -900 + i * 22, 5, "#e7c873")) +
    times(3, (i) => disc(0, -660 + i * 56, 11, "#e7c873")) +
    line("M-244 -590H-184M244 -590H184", "#e7c873", 12) +
    line("M-120 -640H-40M120 -640H40", darken(navy, 0.5), 8) +
    path("M84 -800l50 -10l-20 20l20 12Z", "#e7c873")
  );
}

function uniforms(): Work {
  const pair =
    group(-250, 0, 1, dummy("hotel")) +
    group(250, 0, 1, dummy("flight")) +
    group(
      262,
      -1050,
      1,
      solid("M-84 0Q-90 -64 -20 -84H70Q96 -40 84 0Z", "#27496d", "ball") + rect(-84, -16, 170, 18, "#b5463c"),
    ) +
    group(
      -250,
      -1050,
      1,
      solid("M-80 0L-88 -90H88L80 0Z", "#7d1f33") +
        rect(-84, -26, 168, 22, "#e7c873") +
        oval(0, -90, 88, 16, darken("#7d1f33", 0.3)),
    );
  const rail = line("M60 210H1220M120 210V1420M1160 210V1420", "#8d9398", 16);
  const hung = times(5, (i) =>
    group(
      200 + i * 52,
      230,
      1,
      line("M0 -20V20", "#8d9398", 6) +
        solid("M-20 20L-26 560H30L24 20Z", ["#d8cdbb", "#a9a49a", "#cfc0a8", "#b5a48a", "#c9bda4"][i] ?? "#d8cdbb"),
    ),
  );
  const scene =
    studio("#d3d9d4", "#a89f92", 1290) +
    rail +
    hung +
    group(880, 0, 1, hung.replaceAll("k-none", "")) +
    shadow(400, 1420, 300, 44) +
    shadow(900, 1420, 300, 44) +
    group(650, 1420, 1.02, pair);
  const piece: Drawn = { svg: pair, width: 960, height: 1150, stance: "standing" };
  return { scene, close: [420, 620, 1.9], piece, cm: 165, room: "wall" };
}

/** Fashion design: sketches with swatches for a collection, dressed dummies for uniforms. */
export function fashionDesign(subject: PictureSubject, random: Random): Work {
  return /uniform/i.test(subject.title.en) ? uniforms() : capsule(random);
}
