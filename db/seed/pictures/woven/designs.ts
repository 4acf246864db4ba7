import type { Random } from "../contract";
import {
  border,
  box,
  cross,
  hookedMedallion,
  lozenge,
  makeKnots,
  put,
  shape,
  sprinkle,
  star8,
  type Knots,
} from "./knots";

/**
 * Colour numbers of every design: 0 field, 1 and 2 the figures, 3 light, 4 dark, 5 a second ground. `coloursFrom` in
 * `forms.ts` fills them from a listing's palette.
 */
export type Design = (columns: number, rows: number, random: Random) => Knots;

/** Borders from the outside in: a dark edge, a guard, the main band and an inner guard. */
function bordered(knots: Knots, random: Random): number {
  const main = random.whole(9, 13);
  box(knots, 0, 0, knots.columns, knots.rows, 4);
  border(knots, 2, 4, 3, 1, 4, random.whole(0, 4));
  const [ground, figure, kind] = [random.pick([5, 3, 4]), random.pick([1, 2]), random.whole(0, 4)];
  // Crosses as large as a main band's would be read as a sign of faith: stars stand there.
  border(knots, 7, main, ground, figure, 3, kind === 2 ? 1 : kind);
  border(knots, 8 + main, 4, 4, 3, 2, random.whole(0, 4));
  const inset = 13 + main;
  box(knots, inset, inset, knots.columns - 2 * inset, knots.rows - 2 * inset, 0);
  return inset;
}

/** Pile carpet with medallions in a row: Guba, Gazakh, Ganja and Karabakh fields. */
export const medallionCarpet: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = bordered(knots, random);
  const [w, h] = [columns - 2 * inset, rows - 2 * inset];
  const count = random.pick([1, 2, 3, 3]);
  const kind = random.whole(0, 3);
  const ry = (h / count) * 0.46;
  const rx = Math.min(w * 0.46, ry * random.between(0.8, 1.25));
  sprinkle(knots, random, 0, [1, 2, 3], inset, random.pick([7, 8, 9]));
  for (let i = 0; i < count; i++) {
    const cy = inset + (h / count) * (i + 0.5);
    const cx = columns / 2;
    if (kind === 0) hookedMedallion(knots, cx, cy, rx, ry, [4, 1, 3, 5, 2], 3);
    else if (kind === 1) {
      shape(knots, cx, cy, rx, 4, star8(rx));
      shape(knots, cx, cy, rx, 1, star8(rx - 2));
      shape(knots, cx, cy, rx, 3, star8(rx * 0.62));
      shape(knots, cx, cy, rx, 2, star8(rx * 0.5));
      shape(knots, cx, cy, rx, 3, cross(rx * 0.3, 1));
    } else if (kind === 2) {
      shape(
        knots,
        cx,
        cy,
        Math.ceil(Math.max(rx, ry)),
        5,
        (dx, dy) => Math.abs(dx) <= rx && Math.abs(dy) <= ry && Math.abs(dx) + Math.abs(dy) < (rx + ry) * 0.78,
      );
      hookedMedallion(knots, cx, cy, rx * 0.78, ry * 0.78, [1, 3, 2, 4], 2);
    } else {
      hookedMedallion(knots, cx, cy, rx, ry, [3, 2, 0, 1, 3], 4);
      for (const side of [-1, 1]) shape(knots, cx + side * rx * 0.72, cy, 8, 2, star8(5));
    }
    shape(knots, cx, cy, 4, 3, star8(3));
  }
  return knots;
};

/** Prayer carpet: one niche with an arch and a lamp. */
export const prayerCarpet: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = bordered(knots, random);
  const cx = columns / 2;
  const top = inset + 8;
  for (let y = top; y < rows - inset; y++) {
    const half = y < top + 20 ? (y - top) * 1.1 + 2 : columns / 2 - inset - 5;
    box(knots, cx - half, y, half * 2, 1, 5);
    put(knots, cx - half, y, 3);
    put(knots, cx + half, y, 3);
  }
  sprinkle(knots, random, 5, [1, 2, 3], inset, 8);
  hookedMedallion(knots, cx, rows * 0.52, 12, 16, [1, 3, 2], 3);
  return knots;
};

/** All-over lattice with a figure in each cell: Shirvan fields. */
export const latticeCarpet: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = bordered(knots, random);
  const step = random.pick([13, 15, 17]);
  for (let j = 0, cy = inset + step / 2; cy < rows - inset; cy += step, j++)
    for (let i = 0, cx = inset + (j % 2 ? step : step / 2); cx < columns - inset - 2; cx += step, i++) {
      const colour = ((i + j) % 3) + 1;
      shape(knots, cx, cy, step, colour === 3 ? 3 : colour, lozenge(step * 0.42, step * 0.42));
      shape(knots, cx, cy, step, 4, lozenge(step * 0.28, step * 0.28));
      shape(knots, cx, cy, step, colour === 1 ? 2 : 1, random.next() < 0.5 ? star8(3) : cross(3, 0));
    }
  return knots;
};

/** Flat-weave of rows of stepped lozenges: kilim, palas, sumakh. */
export const lozengeKilim: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  const rx = random.pick([10, 13, 17, 22]);
  const ry = rx * random.pick([0.8, 1, 1.3]);
  for (let j = 0, cy = 0; cy < rows + ry; cy += ry, j++)
    for (let i = -1, cx = j % 2 ? rx : 0; cx < columns + rx; cx += 2 * rx, i++) {
      const colour = ((i + 2 * j + 6) % 4) + 1;
      shape(knots, cx, cy, 40, colour, lozenge(rx, ry));
      shape(knots, cx, cy, 40, 0, lozenge(rx * 0.7, ry * 0.7));
      shape(knots, cx, cy, 40, colour === 4 ? 3 : 5, lozenge(rx * 0.45, ry * 0.45));
      shape(knots, cx, cy, 40, colour, lozenge(rx * 0.2, ry * 0.2));
    }
  for (const y of [0, rows - 7]) {
    box(knots, 0, y, columns, 7, 4);
    for (let x = 3; x < columns; x += 6) shape(knots, x, y + 3, 3, x % 12 === 3 ? 3 : 1, lozenge(2, 2));
  }
  return knots;
};

/** Bands of different height, each with its own figure: jejim, palas, bags. */
export const bandKilim: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  for (let y = 0, i = 0; y < rows; i++) {
    const h = random.pick([3, 5, 9, 11, 13]);
    const ground = [0, 4, 5, 1, 2][i % 5] ?? 0;
    box(knots, 0, y, columns, h, ground);
    if (h >= 9) {
      const r = (h - 3) / 2;
      const figure = random.whole(0, 2);
      for (let x = r + 2, k = 0; x < columns; x += h, k++) {
        const colour = ground === 3 ? 4 : k % 2 ? 3 : ground === 1 ? 2 : 1;
        shape(
          knots,
          x,
          y + h / 2 - 0.5,
          9,
          colour,
          figure === 0 ? lozenge(r, r) : figure === 1 ? star8(r) : lozenge(r, r * 0.62),
        );
        if (figure === 0) shape(knots, x, y + h / 2 - 0.5, 9, ground, lozenge(r * 0.4, r * 0.4));
      }
    } else if (h === 5) for (let x = 0; x < columns; x += 4) box(knots, x, y + 1 + (x % 8 ? 1 : 0), 2, 2, 3);
    y += h;
  }
  return knots;
};

/** Long stripes of the warp: jejim and blankets. */
export const stripes: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  for (let x = 0, i = 0; x < columns; i++) {
    const w = random.pick([2, 3, 5, 8]);
    box(knots, x, 0, w, rows, i % 6);
    if (w >= 5)
      for (let y = 2; y < rows; y += 8) shape(knots, x + w / 2 - 0.5, y, 4, (i + 3) % 6, lozenge(w / 2 - 1, 3));
    x += w;
  }
  return knots;
};

/** S-shaped dragons of verni and zili. */
export const dragons: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  const [w, h] = [random.pick([26, 32]), random.pick([30, 36])];
  for (let j = 0, y = 4; y < rows - 6; y += h, j++)
    for (let i = 0, x = 3; x < columns - 6; x += w, i++) {
      const colour = ((i + j) % 2 ? 1 : 2) as number;
      const light = (i + j) % 2 ? 3 : 5;
      box(knots, x, y, w - 5, 4, colour);
      box(knots, x, y, 4, h * 0.45, colour);
      box(knots, x, y + h * 0.4, w - 5, 4, colour);
      box(knots, x + w - 9, y + h * 0.4, 4, h * 0.45, colour);
      box(knots, x, y + h * 0.78, w - 5, 4, colour);
      box(knots, x + 8, y + 8, w - 19, 3, light);
      box(knots, x + 3, y + h * 0.6, w - 19, 3, light);
      shape(knots, x + w - 12, y + 8, 3, 4, lozenge(2, 2));
    }
  return knots;
};

/** Bands of small stitch figures: socks, mittens. */
export const fairIsle: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  for (let y = 3, i = 0; y < rows - 4; i++) {
    const r = random.pick([3, 4, 5]);
    const colour = [1, 2, 4, 5][i % 4] ?? 1;
    const figure = random.whole(0, 3);
    for (let x = r; x < columns + r; x += 2 * r + 1) {
      shape(
        knots,
        x,
        y + r,
        r,
        colour,
        figure === 0
          ? lozenge(r, r)
          : figure === 1
            ? star8(r)
            : figure === 2
              ? cross(r, 0)
              : (dx, dy) => Math.abs(dx) === Math.abs(dy),
      );
      put(knots, x, y + r, 3);
    }
    y += 2 * r + 2;
    box(knots, 0, y, columns, 1, colour);
    y += 3;
  }
  return knots;
};
