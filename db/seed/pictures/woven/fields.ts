import type { Random } from "../contract";
import type { Design } from "./designs";
import { box, cross, hookedMedallion, lozenge, makeKnots, put, shape, sprinkle, star8 } from "./knots";
import { edged, medallion, SIMPLE, WIDE } from "./schools";

/** Stars and crosses fitted into one another over the whole field. */
export const starsAndCrosses: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = edged(knots, SIMPLE);
  const step = 17;
  const [across, down] = [Math.floor((columns - 2 * inset) / step), Math.floor((rows - 2 * inset) / step)];
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      const cx = columns / 2 + (i - (across - 1) / 2) * step;
      const cy = rows / 2 + (j - (down - 1) / 2) * step;
      const isStar = (i + j) % 2 === 0;
      shape(knots, cx, cy, 9, isStar ? 1 : 5, isStar ? star8(9) : cross(8, 3));
      shape(knots, cx, cy, 9, 3, isStar ? star8(6) : cross(5, 1));
      shape(knots, cx, cy, 9, isStar ? 4 : 2, isStar ? star8(4) : lozenge(3, 3));
    }
  return knots;
};

/** A niche with a keyhole below, as woven around Fakhraly. */
export const niche: Design = (columns, rows, random: Random) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = edged(knots, WIDE);
  const [cx, half] = [columns / 2, columns / 2 - inset - 4];
  for (let y = inset + 5; y < rows - inset - 4; y++) {
    const t = y - inset - 5;
    const w = t < 6 ? 6 : t < 22 ? 6 + (t - 6) * 1.5 : half;
    box(knots, cx - Math.min(half, w), y, 2 * Math.min(half, w), 1, 5);
    for (const side of [-1, 1]) put(knots, cx + side * Math.min(half, w), y, 3);
  }
  shape(knots, cx, rows - inset - 12, 14, 0, (dx, dy) => Math.abs(dx) + Math.abs(dy) * 0.8 < 12);
  shape(knots, cx, rows - inset - 12, 9, 3, star8(6));
  medallion(knots, "octagon", cx, rows * 0.47, half * 0.7, half * 0.7);
  sprinkle(knots, random, 5, [1, 2, 3], inset, 8);
  return knots;
};

/** Bands without figures, with thin lines between: palas. */
export const broadBands: Design = (columns, rows, random) => {
  const knots = makeKnots(columns, rows, 0);
  for (let y = 0, i = 0; y < rows; i++) {
    const h = random.pick([6, 10, 16]);
    box(knots, 0, y, columns, h, [0, 1, 5, 2][i % 4] ?? 0);
    box(knots, 0, y + h, columns, 1, 3);
    for (let x = i % 2 ? 2 : 5; x < columns; x += 6) box(knots, x, y + h + 1, 3, 1, 4);
    box(knots, 0, y + h + 2, columns, 1, 3);
    y += h + 3;
  }
  return knots;
};

/** A single S-shaped dragon with its tail, inside a stepped border. */
export const oneDragon: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = edged(knots, [
    [7, 3, 1, 4, 4],
    [3, 1, 3, 2, 0],
  ]);
  const [x, y, w, h, t] = [inset + 7, inset + 8, columns - 2 * inset - 14, rows - 2 * inset - 16, 8];
  const paintS = (colour: number, d: number) => {
    box(knots, x + d, y + d, w - 2 * d, t - 2 * d, colour);
    box(knots, x + d, y + d, t - 2 * d, h / 2 + t / 2 - 2 * d, colour);
    box(knots, x + d, y + h / 2 - t / 2 + d, w - 2 * d, t - 2 * d, colour);
    box(knots, x + w - t + d, y + h / 2 - t / 2 + d, t - 2 * d, h / 2 + t / 2 - 2 * d, colour);
    box(knots, x + d, y + h - t + d, w - 2 * d, t - 2 * d, colour);
  };
  paintS(1, 0);
  paintS(3, 2);
  paintS(1, 3);
  for (const [sx, sy] of [
    [0.5, 0.27],
    [0.5, 0.73],
  ] as const)
    hookedMedallion(knots, x + w * sx, y + h * sy, 12, 10, [2, 4, 3, 1], 3);
  return knots;
};

/** A lake between wooded mountains, as a tapestry shows it. */
export const lake: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 5);
  const shore = Math.round(rows * 0.56);
  const peaks: readonly (readonly [number, number, number])[] = [
    [0.22, 0.3, 4],
    [0.78, 0.24, 4],
    [0.5, 0.12, 1],
  ];
  for (const [at, top, colour] of peaks)
    for (let y = Math.round(rows * top); y < shore; y++) {
      const half = (y - rows * top) * 0.62;
      box(knots, columns * at - half, y, 2 * half, 1, colour);
      if (y < rows * top + 12) box(knots, columns * at - half, y, 2 * half, 1, y % 3 ? 3 : 1);
    }
  for (let i = 0; i < 13; i++)
    shape(knots, 3 + i * 7, shore - 4 - (i % 3) * 3, 14, 2, (dx, dy) => Math.abs(dx) * 2 < dy + 9 && dy < 8);
  box(knots, 0, shore, columns, rows - shore, 0);
  for (let y = shore + 3, i = 0; y < rows; y += 4, i++)
    for (let x = (i % 3) * 5; x < columns; x += 17) box(knots, x, y, 9, 1, i % 2 ? 5 : 3);
  shape(knots, columns * 0.5, shore + 14, 14, 4, (dx, dy) => dy >= -8 && Math.abs(dx) < 9 - dy * 0.6 && dy < 8);
  for (const y of [0, rows - 5]) {
    box(knots, 0, y, columns, 5, 4);
    for (let x = 3; x < columns; x += 8) shape(knots, x, y + 2, 2, 3, lozenge(2, 2));
  }
  return knots;
};

/** One great eight-pointed star, lozenges and lesser stars around it, for the face of a cushion. */
export const starMedallion: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 0);
  const inset = edged(knots, [
    [2, 3, 1, 4, 0],
    [9, 5, 3, 2, 1],
    [2, 3, 1, 4, 0],
  ]);
  const [cx, cy] = [(columns - 1) / 2, (rows - 1) / 2];
  const rings: readonly (readonly [number, number])[] = [
    [17, 4],
    [16, 3],
    [15, 1],
    [10, 4],
    [9, 2],
    [5, 5],
    [3, 3],
  ];
  for (const [r, colour] of rings) shape(knots, cx, cy, 18, colour, star8(r));
  const far = cx - inset - 5;
  for (const sx of [-1, 1])
    for (const sy of [-1, 1]) {
      shape(knots, cx + sx * far, cy + sy * far, 6, 3, star8(4.6));
      shape(knots, cx + sx * far, cy + sy * far, 6, 1, star8(3.4));
      shape(knots, cx + sx * far, cy + sy * far, 3, 2, lozenge(1, 1));
    }
  for (const side of [-1, 1])
    for (const t of [-9, 0, 9])
      for (const [x, y] of [
        [cx + t, cy + side * (far + 1)],
        [cx + side * (far + 1), cy + t],
      ] as const) {
        shape(knots, x, y, 4, 2, lozenge(3, 3));
        shape(knots, x, y, 2, 4, lozenge(1, 1));
      }
  return knots;
};

/** Ribs of a plain knit: smooth columns, cables that wind, and the purled ground between them. */
export const cables: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 0);
  const middle = Math.floor(columns / 2);
  for (let x = 0; x < columns; x++) {
    const t = (Math.abs(x - middle) + 15) % 18;
    if (t === 0 || t === 10) box(knots, x, 0, 1, rows, 5);
    if (t > 0 && t < 10)
      for (let y = 0; y < rows; y++) {
        const winding = Math.sin((y / 14) * Math.PI * 2) * 3;
        const strand = Math.min(Math.abs(t - 5 - winding), Math.abs(t - 5 + winding));
        put(knots, x, y, strand < 1.3 ? 3 : strand < 2.1 ? 2 : 5);
      }
  }
  return knots;
};

/** A check of undyed wool in two widths with the seam that joins them. */
export const check: Design = (columns, rows) => {
  const knots = makeKnots(columns, rows, 0);
  const tone = (i: number) => [0, 0, 0, 0, 0, 0, 2, 1, 1, 1, 1, 2][i % 12] ?? 0;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const [a, b] = [tone(x), tone(y)];
      put(knots, x, y, a === 1 && b === 1 ? 4 : a === 1 || b === 1 ? 5 : a === 2 || b === 2 ? 2 : 3);
    }
  for (let y = 0; y < rows; y++) put(knots, columns / 2, y, y % 3 ? 4 : 3);
  return knots;
};
