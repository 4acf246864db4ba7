import type { Design } from "./designs";
import {
  border,
  box,
  frame,
  hookedMedallion,
  lozenge,
  makeKnots,
  put,
  shape,
  sprinkle,
  star8,
  type Knots,
} from "./knots";
import { stamp, type Sprite } from "./sprites";

/** Width, ground, figure, second figure and kind of one band of a border, from the outside in. */
export type Band = readonly [width: number, ground: number, figure: number, second: number, kind: number];

export function edged(knots: Knots, bands: readonly Band[]): number {
  box(knots, 0, 0, knots.columns, knots.rows, 4);
  let inset = 2;
  for (const [width, ground, figure, second, kind] of bands) {
    if (kind === KUFIC) kufic(knots, inset, width, ground, figure);
    else border(knots, inset, width, ground, figure, second, kind);
    inset += width + 1;
  }
  box(knots, inset, inset, knots.columns - 2 * inset, knots.rows - 2 * inset, 0);
  return inset;
}

const KUFIC = 9;

/** The plaited band said to come from letters: upright strokes bound by a braid. */
function kufic(knots: Knots, inset: number, width: number, ground: number, figure: number): void {
  const { columns, rows } = knots;
  frame(knots, inset, inset, columns - 2 * inset, rows - 2 * inset, width, ground);
  const tie = (along: number, across: number, isUpright: boolean, far: boolean) => {
    const depth = far ? width - 1 - across : across;
    const [w, h] = [columns - 1 - inset, rows - 1 - inset];
    if (isUpright) put(knots, far ? w - across : inset + depth, along, figure);
    else put(knots, along, far ? h - across : inset + depth, figure);
  };
  for (const isUpright of [false, true])
    for (const far of [false, true]) {
      const end = (isUpright ? rows : columns) - inset - width;
      for (let t = inset + width; t < end - 5; t += 9)
        for (let k = 1; k < width - 1; k++) {
          tie(t, k, isUpright, far);
          tie(t + 5, k, isUpright, far);
          const middle = Math.floor(width / 2);
          if (k === middle || k === 1) for (let i = 0; i < 6; i++) tie(t + i, k, isUpright, far);
          if (k === middle + 2) for (let i = 2; i < 8; i++) tie(t + i, k, isUpright, far);
        }
    }
}

export const SIMPLE: readonly Band[] = [
  [3, 3, 1, 4, 0],
  [9, 1, 3, 2, 0],
  [3, 3, 1, 4, 3],
];
export const STARS: readonly Band[] = [
  [3, 2, 4, 1, 0],
  [13, 3, 1, 5, 1],
  [3, 2, 4, 1, 0],
];
export const LEAVES: readonly Band[] = [
  [4, 5, 3, 2, 2],
  [11, 3, 1, 5, 3],
  [4, 5, 3, 2, 2],
];
export const LETTERS: readonly Band[] = [
  [3, 3, 1, 4, 0],
  [11, 1, 3, 2, KUFIC],
  [3, 3, 4, 1, 3],
];
export const WIDE: readonly Band[] = [
  [4, 3, 1, 2, 4],
  [15, 5, 3, 2, 1],
  [4, 3, 2, 1, 0],
];

/** Rows of one or several figures on a plain field. */
export function figured(
  sprites: readonly Sprite[],
  {
    step: [dx, dy],
    size,
    bands,
    filled = 0,
  }: { step: readonly [number, number]; size: number; bands: readonly Band[]; filled?: number },
): Design {
  return (columns, rows, random) => {
    const knots = makeKnots(columns, rows, 0);
    const inset = bands.length ? edged(knots, bands) : stepEnds(knots);
    const across = Math.max(1, Math.floor((columns - 2 * inset) / dx));
    const down = Math.max(1, Math.floor((rows - 2 * inset) / dy));
    for (let j = 0; j < down; j++)
      for (let i = 0; i < across; i++) {
        const name = sprites[(i + j * 2) % sprites.length] ?? "buta";
        const x = columns / 2 + (i - (across - 1) / 2) * dx;
        const y = rows / 2 + (j - (down - 1) / 2) * dy;
        const first = [1, 2, 5, 4][(i + j) % 4] ?? 1;
        stamp(knots, name, [x, y], [first, first === 2 ? 1 : 2], size, j % 2 === 1);
      }
    if (filled) sprinkle(knots, random, 0, [1, 2, 3], inset, filled);
    return knots;
  };
}

function stepEnds(knots: Knots): number {
  for (const y of [0, knots.rows - 6]) {
    box(knots, 0, y, knots.columns, 6, 4);
    for (let x = 3; x < knots.columns; x += 8) shape(knots, x, y + 3, 3, x % 16 === 3 ? 2 : 1, lozenge(3, 2));
  }
  return 7;
}

/** Medallions one above another; each school has its own outline. */
export function medallions(
  count: number,
  outline: "octagon" | "star" | "rays" | "hooked",
  bands: readonly Band[],
): Design {
  return (columns, rows, random) => {
    const knots = makeKnots(columns, rows, 0);
    const inset = edged(knots, bands);
    const [w, h] = [columns - 2 * inset, rows - 2 * inset];
    sprinkle(knots, random, 0, [1, 2, 3, 5], inset, 8);
    const ry = (h / count) * 0.47;
    const rx = Math.min(w * 0.47, count === 1 ? w * 0.47 : ry * 1.25);
    for (let i = 0; i < count; i++) {
      const [cx, cy] = [columns / 2, inset + (h / count) * (i + 0.5)];
      medallion(knots, outline, cx, cy, rx, ry);
    }
    return knots;
  };
}

export function medallion(
  knots: Knots,
  outline: "octagon" | "star" | "rays" | "hooked",
  cx: number,
  cy: number,
  rx: number,
  ry: number,
): void {
  const reach = Math.ceil(Math.max(rx, ry));
  const rings = outline === "octagon" ? [3, 1, 4, 1] : outline === "rays" ? [3, 2, 5] : [4, 3, 1];
  rings.forEach((colour, k) => {
    const s = 1 - k * (outline === "octagon" ? 0.09 : 0.13);
    if (outline === "octagon")
      shape(
        knots,
        cx,
        cy,
        reach,
        colour,
        (dx, dy) =>
          Math.abs(dx) <= rx * s && Math.abs(dy) <= ry * s && Math.abs(dx) / rx + Math.abs(dy) / ry < 1.42 * s,
      );
    else if (outline === "rays")
      shape(knots, cx, cy, reach, colour, (dx, dy) => {
        const a = Math.atan2(dy / ry, dx / rx);
        return Math.hypot(dx / rx, dy / ry) <= s * (0.74 + 0.26 * Math.abs(Math.cos(a * 8)));
      });
    else if (outline === "star")
      shape(knots, cx, cy, reach, colour, (dx, dy) => star8(1)((dx / rx) * (1 / s), (dy / ry) * (1 / s)));
    else hookedMedallion(knots, cx, cy, rx * s, ry * s, [colour, colour === 3 ? 2 : 3], 4);
  });
  hookedMedallion(knots, cx, cy, rx * 0.5, ry * 0.5, [2, 4, 3, 1], 3);
  for (const [sx, sy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const)
    shape(knots, cx + sx * rx * 0.58, cy + sy * ry * 0.58, 5, 3, star8(4));
  shape(knots, cx, cy, 5, 3, star8(3));
}
