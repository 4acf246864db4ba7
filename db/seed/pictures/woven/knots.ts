import type { Random } from "../contract";

/**
 * A field of knots, as a weaver counts them: a colour number per knot, rows from the top. Carpets, flat-weaves, knitting
 * and cross-stitch are all drawn on one, so that every diagonal is stepped as it is on the loom.
 */
export type Knots = { columns: number; rows: number; colour: Uint8Array };

export function makeKnots(columns: number, rows: number, colour = 0): Knots {
  return { columns, rows, colour: new Uint8Array(columns * rows).fill(colour) };
}

export function put(knots: Knots, x: number, y: number, colour: number): void {
  const [cx, cy] = [Math.round(x), Math.round(y)];
  if (cx < 0 || cy < 0 || cx >= knots.columns || cy >= knots.rows) return;
  knots.colour[cy * knots.columns + cx] = colour;
}

export function box(knots: Knots, x: number, y: number, w: number, h: number, colour: number): void {
  for (let j = 0; j < h; j++) for (let i = 0; i < w; i++) put(knots, x + i, y + j, colour);
}

/** Frame `thickness` knots wide along the inside of a rectangle. */
export function frame(
  knots: Knots,
  x: number,
  y: number,
  w: number,
  h: number,
  thickness: number,
  colour: number,
): void {
  box(knots, x, y, w, thickness, colour);
  box(knots, x, y + h - thickness, w, thickness, colour);
  box(knots, x, y, thickness, h, colour);
  box(knots, x + w - thickness, y, thickness, h, colour);
}

/** A shape given by its distance function: knots where `inside(dx, dy)` holds, around a centre. */
export function shape(
  knots: Knots,
  cx: number,
  cy: number,
  reach: number,
  colour: number,
  inside: (dx: number, dy: number) => boolean,
): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) if (inside(dx, dy)) put(knots, cx + dx, cy + dy, colour);
}

export const lozenge = (rx: number, ry: number) => (dx: number, dy: number) =>
  Math.abs(dx) / rx + Math.abs(dy) / ry <= 1;

/** Eight-pointed star: two squares, one turned. */
export const star8 = (r: number) => (dx: number, dy: number) => {
  const [a, b] = [Math.abs(dx), Math.abs(dy)];
  return (a <= r * 0.72 && b <= r * 0.72) || a + b <= r;
};

export const cross = (r: number, arm: number) => (dx: number, dy: number) =>
  (Math.abs(dx) <= arm && Math.abs(dy) <= r) || (Math.abs(dy) <= arm && Math.abs(dx) <= r);

/** A medallion of nested lozenges with latch-hooks along its outer edge, as on Gazakh and Guba carpets. */
export function hookedMedallion(
  knots: Knots,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colours: readonly number[],
  hook = 3,
): void {
  const rings = colours.length;
  for (let k = 0; k < rings; k++) {
    const share = 1 - k / rings;
    shape(knots, cx, cy, Math.ceil(Math.max(rx, ry)), colours[k] ?? 0, lozenge(rx * share, ry * share));
  }
  const outer = colours[0] ?? 1;
  for (let t = hook * 2; t < rx - 2; t += hook * 2) {
    const dy = ry * (1 - t / rx);
    for (const sx of [-1, 1])
      for (const sy of [-1, 1]) {
        box(knots, cx + sx * t - (sx < 0 ? 0 : 0), cy + sy * (dy + 1), 1, 1, outer);
        put(knots, cx + sx * t, cy + sy * (dy + 2), outer);
        put(knots, cx + sx * (t + 1), cy + sy * (dy + 2), outer);
        put(knots, cx + sx * (t + 1), cy + sy * (dy + 3), outer);
      }
  }
}

/** A band of repeating figures between two lines, all around a rectangle, with the corners turned. */
export function border(
  knots: Knots,
  inset: number,
  width: number,
  ground: number,
  figure: number,
  second: number,
  kind: number,
): void {
  const { columns, rows } = knots;
  frame(knots, inset, inset, columns - 2 * inset, rows - 2 * inset, width, ground);
  const middle = inset + (width - 1) / 2;
  const step = Math.max(4, width + (kind % 2 === 0 ? 1 : 3));
  const draw = (cx: number, cy: number, index: number, isUpright: boolean) => {
    const colour = index % 2 === 0 ? figure : second;
    const r = (width - 1) / 2;
    if (kind % 5 === 0) shape(knots, cx, cy, width, colour, lozenge(r, r));
    else if (kind % 5 === 1) shape(knots, cx, cy, width, colour, star8(r));
    else if (kind % 5 === 2) shape(knots, cx, cy, width, colour, cross(r, Math.max(0, Math.floor(r / 3))));
    else if (kind % 5 === 3) {
      for (let k = -Math.floor(r); k <= r; k++)
        box(knots, isUpright ? cx + k : cx + k * 0.8, isUpright ? cy + k * 0.8 : cy + k, 1, 1, colour);
      put(knots, cx + r, cy - r, colour);
    } else {
      shape(knots, cx, cy, width, colour, lozenge(r, r * 0.8));
      shape(knots, cx, cy, width, ground, lozenge(r * 0.5, r * 0.4));
    }
  };
  const across = Math.round((columns - 2 * inset - width) / step);
  const down = Math.round((rows - 2 * inset - width) / step);
  for (let i = 0; i <= across; i++) {
    const x = middle + ((columns - 1 - 2 * middle) * i) / across;
    draw(x, middle, i, false);
    draw(x, rows - 1 - middle, i, false);
  }
  for (let j = 1; j < down; j++) {
    const y = middle + ((rows - 1 - 2 * middle) * j) / down;
    draw(middle, y, j, true);
    draw(columns - 1 - middle, y, j, true);
  }
}

/** Scatters small figures over free ground, as weavers fill a field. */
export function sprinkle(
  knots: Knots,
  random: Random,
  ground: number,
  colours: readonly number[],
  inset: number,
  step: number,
): void {
  for (let y = inset + 3; y < knots.rows / 2; y += step)
    for (let x = inset + 3 + ((y / step) % 2) * (step / 2); x < knots.columns / 2; x += step) {
      if (knots.colour[Math.round(y) * knots.columns + Math.round(x)] !== ground) continue;
      const colour = random.pick(colours);
      const kind = random.whole(0, 3);
      for (const [px, py] of [
        [x, y],
        [knots.columns - 1 - x, y],
        [x, knots.rows - 1 - y],
        [knots.columns - 1 - x, knots.rows - 1 - y],
      ] as const) {
        if (kind === 0) shape(knots, px, py, 3, colour, cross(2, 0));
        else if (kind === 1) shape(knots, px, py, 2, colour, lozenge(2, 2));
        else if (kind === 2) {
          box(knots, px - 1, py - 1, 3, 1, colour);
          put(knots, px, py + 1, colour);
        } else put(knots, px, py, colour);
      }
    }
}

/** The field as SVG: one path per colour, knots of `cell` × `cell * ratio` units, centred on the origin. */
export function paint(knots: Knots, colours: readonly string[], cell: number, ratio = 1): string {
  const { columns, rows } = knots;
  const paths = colours.map(() => "");
  for (let y = 0; y < rows; y++) {
    let from = 0;
    for (let x = 1; x <= columns; x++) {
      const colour = knots.colour[y * columns + from] ?? 0;
      if (x < columns && knots.colour[y * columns + x] === colour) continue;
      paths[colour] += `M${from} ${y}h${x - from}v1h${from - x}z`;
      from = x;
    }
  }
  const body = paths.map((d, i) => (d ? `<path d="${d}" fill="${colours[i] ?? "#000"}"/>` : "")).join("");
  return `<g transform="scale(${cell} ${cell * ratio}) translate(${-columns / 2} ${-rows / 2})" shape-rendering="crispEdges">${body}</g>`;
}

/**
 * Texture of pile, flat-weave or stitches over an area of w × h units around the origin: lines, since a tiled pattern
 * costs the renderer ten times as much.
 */
export function textureOver(w: number, h: number, cell: number, kind: "pile" | "flat" | "knit"): string {
  const [left, top] = [-w / 2, -h / 2];
  let across = "";
  let down = "";
  const step = kind === "knit" ? cell * 2 : cell;
  if (kind === "knit")
    for (let y = top; y < h / 2 - step; y += step) {
      across += `M${left} ${y}`;
      for (let x = left; x < w / 2; x += step) across += `l${step / 2} ${step * 0.7}l${step / 2} ${-step * 0.7}`;
    }
  else {
    for (let y = top + step / 2; y < h / 2; y += step) across += `M${left} ${y}h${w}`;
    if (kind === "flat") for (let x = left + step; x < w / 2; x += step) down += `M${x} ${top}v${h}`;
  }
  const dark = kind === "pile" ? 0.14 : kind === "flat" ? 0.1 : 0.18;
  return `<path d="${across}" fill="none" stroke="#000" stroke-opacity="${dark}" stroke-width="${step / 4}"/>${
    down ? `<path d="${down}" fill="none" stroke="#fff" stroke-opacity=".12" stroke-width="${step / 4}"/>` : ""
  }`;
}
