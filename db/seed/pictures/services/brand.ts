import { darken } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { BUTA, disc, group, line, oval, path, rect, shade, shadow, solid, textRows, times, word } from "../shapes";
import { studio, surface, type Work } from "./kit";

/** The mark of an invented maker: a star of eight leaves. */
export const mark = (colour: string, ground: string): string =>
  times(8, (i) => group(0, 0, 1, path("M0 -18Q44 -60 0 -104Q-44 -60 0 -18Z", colour), i * 45)) + disc(0, 0, 15, ground);

const card = (w: number, h: number, fill: string, inner: string): string =>
  rect(-w / 2 + 9, -h / 2 + 14, w, h, "#00000040", 4) + rect(-w / 2, -h / 2, w, h, fill, 4) + inner;

function identity(random: Random): Work {
  const green = "#1f4a45";
  const gold = "#e0b25a";
  const letter = card(
    520,
    720,
    "#fbf7ee",
    group(-170, -270, 0.6, mark(green, "#fbf7ee")) +
      textRows(random, [-80, -280, 180], 2, 28, green) +
      textRows(random, [-210, -130, 420], 4, 30, "#a89c88") +
      textRows(random, [-210, 30, 420], 6, 30, "#a89c88") +
      rect(-260, 326, 520, 34, green),
  );
  const folder = card(560, 760, green, group(0, -40, 2, mark(gold, green)) + word(0, 270, 64, "NAXIŞ", gold));
  const business = (fill: string, ink: string) =>
    card(340, 200, fill, group(-90, 0, 0.66, mark(ink, fill)) + textRows(random, [10, -34, 120], 3, 30, ink));
  const swatches = times(5, (i) =>
    group(
      i * 122,
      0,
      1,
      card(
        112,
        210,
        "#fbf7ee",
        rect(-56, -105, 112, 140, [green, gold, "#b5463c", "#e9dcc0", "#27323a"][i] ?? green, 4) +
          textRows(random, [-42, 66, 80], 2, 22, "#8b8170"),
      ),
    ),
  );
  const envelope = card(
    560,
    280,
    gold,
    line("M-280 -140L0 30L280 -140", darken(gold, 0.3), 5) +
      disc(0, 30, 46, green) +
      group(0, 30, 0.36, mark(gold, green)),
  );
  const book = card(
    420,
    520,
    "#fbf7ee",
    word(0, -60, 220, "Aa", green) +
      group(-110, 120, 0.5, mark("#b5463c", "#fbf7ee")) +
      group(0, 120, 0.5, mark(gold, "#fbf7ee")) +
      group(110, 120, 0.5, mark(green, "#fbf7ee")) +
      textRows(random, [-150, 214, 300], 1, 26, "#8b8170"),
  );
  const svg =
    group(-260, -330, 1, folder, -4) +
    group(250, -300, 1, letter, 5) +
    group(-290, 270, 1, envelope, -7) +
    group(260, 270, 1, book, 3) +
    group(-350, 500, 1, business(green, gold), 8) +
    group(-120, 610, 1, business("#fbf7ee", "#b5463c"), -3);
  const scene = surface("#d9b9a2", random) + group(640, 700, 1.08, svg) + group(560, 1470, 1.1, swatches);
  return {
    scene,
    close: [380, 400, 2],
    piece: { svg, width: 1120, height: 1420, stance: "flat", outline: "free" },
    cm: 44,
    room: "desk",
  };
}

/** A box of card board seen from its corner; origin at the middle of its foot. */
function carton(w: number, h: number, d: number, fill: string, front: string, lid = true): string {
  const rise = d * 0.42;
  return (
    path(`M${w / 2} 0L${w / 2 + d} ${-rise}V${-h - rise}L${w / 2} ${-h}Z`, darken(fill, 0.35)) +
    (lid
      ? path(`M${-w / 2} ${-h}L${-w / 2 + d} ${-h - rise}H${w / 2 + d}L${w / 2} ${-h}Z`, fill) +
        path(`M${-w / 2} ${-h}L${-w / 2 + d} ${-h - rise}H${w / 2 + d}L${w / 2} ${-h}Z`, shade("up"))
      : "") +
    rect(-w / 2, -h, w, h, fill) +
    group(0, -h / 2, 1, front) +
    rect(-w / 2, -h, w, h, shade("leaf"))
  );
}

function packaging(random: Random): Work {
  const kraft = "#c69c6a";
  const open =
    path("M-260 -300L-160 -400H360L260 -300Z", "#5a4028") +
    group(
      60,
      -300,
      0.62,
      solid("M-150 0Q-260 -130 -180 -270H180Q260 -130 150 0Z", "#b8662f") + oval(0, -270, 180, 34, "#6b3719"),
    ) +
    times(14, (i) =>
      line(
        `M${-210 + i * 34} -296q${(i % 3) * 16 - 16} -46 ${14 - (i % 2) * 30} -${60 + (i % 4) * 14}`,
        ["#e9dcc0", "#d9c79f", "#f3ead6"][i % 3] ?? "#e9dcc0",
        9,
      ),
    ) +
    path("M-260 -300L-400 -380L-300 -470L-160 -400Z", "#d6ae7c") +
    path("M260 -300L400 -360L470 -460L360 -400Z", "#a87f50") +
    carton(
      520,
      300,
      100,
      kraft,
      group(0, 0, 1, disc(0, 0, 96, "#fbf3df") + group(0, 0, 0.8, mark("#b5463c", "#fbf3df"))) +
        line("M-220 100v-60l-16 16M-220 40l16 16M-180 100v-60l-16 16M-180 40l16 16", "#5a4028", 7),
      false,
    );
  const tall = carton(
    230,
    520,
    90,
    "#27496d",
    times(18, (i) => group(-76 + (i % 3) * 76, -210 + Math.floor(i / 3) * 84, 0.44, path(BUTA, "#e7c873"))) +
      rect(-90, 20, 180, 150, "#f6f1e6") +
      textRows(random, [-66, 60, 132], 3, 34, "#27496d"),
  );
  const flat = carton(
    420,
    170,
    120,
    "#b5463c",
    rect(-150, -50, 300, 100, "#f6f1e6") +
      group(-96, 0, 0.4, mark("#b5463c", "#f6f1e6")) +
      textRows(random, [-40, -14, 160], 2, 32, "#b5463c"),
  );
  const svg =
    shadow(40, 0, 700, 90) +
    group(-330, -70, 1, tall) +
    group(
      250,
      -90,
      1,
      carton(
        300,
        430,
        110,
        "#2f6b5e",
        group(0, -40, 1.1, mark("#f3dfae", "#2f6b5e")) + textRows(random, [-90, 130, 180], 2, 30, "#f3dfae"),
      ),
    ) +
    group(-40, 30, 1, open) +
    group(330, 110, 1, flat) +
    group(
      -380,
      120,
      1,
      solid("M-90 0V-170H90V0Z", "#e9dcc0") +
        oval(0, -170, 90, 22, "#b5463c") +
        rect(-90, -120, 180, 80, "#27496d") +
        textRows(random, [-60, -90, 120], 2, 28, "#f6f1e6"),
    );
  const piece: Drawn = { svg: group(0, -120, 1, svg), width: 1120, height: 860, stance: "standing" };
  return {
    scene: studio("#ead2bd", "#cda98a", 1000) + group(630, 1210, 1.08, svg),
    close: [560, 1080, 1.9],
    piece,
    cm: 45,
    room: "table",
  };
}

/** Branding: stationery with one mark, or boxes that travel. */
export function branding(subject: PictureSubject, random: Random): Work {
  return /packag/i.test(subject.title.en) ? packaging(random) : identity(random);
}
