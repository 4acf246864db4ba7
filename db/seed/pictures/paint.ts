import { darken, lighten } from "./colour";
import type { Random } from "./contract";
import type { Drawn, ObjectDrawer } from "./scene";

/** Where a gradient or colour stands: offset, colour, opacity. */
export type Stops = readonly (readonly [number, string, number?])[];

const stops = (list: Stops) =>
  list
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity < 1 ? ` stop-opacity="${opacity}"` : ""}/>`,
    )
    .join("");

export function linear(
  id: string,
  list: Stops,
  [x1, y1, x2, y2]: readonly [number, number, number, number] = [0, 0, 1, 0],
): string {
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;
}

export function radial(
  id: string,
  list: Stops,
  [cx, cy, r]: readonly [number, number, number] = [0.36, 0.3, 0.85],
): string {
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stops(list)}</radialGradient>`;
}

/** A surface lit from the upper left: light, own colour, dark. */
export function lit(id: string, colour: string, shine = 0.35, depth = 0.35): string {
  return linear(
    id,
    [
      [0, lighten(colour, shine)],
      [0.45, colour],
      [1, darken(colour, depth)],
    ],
    [0, 0, 1, 1],
  );
}

export function times(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join("");
}

export const to1 = (value: number): string => value.toFixed(1);

export function moved(x: number, y: number, svg: string, turn = 0, scale = 1): string {
  return `<g transform="translate(${to1(x)} ${to1(y)}) rotate(${to1(turn)}) scale(${scale})">${svg}</g>`;
}

/** A shape and what is drawn on it, cut off at its edge. */
export function filled(id: string, d: string, fill: string, inner = ""): string {
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><path d="${d}" fill="${fill}"/><g clip-path="url(#${id})">${inner}</g>`;
}

/** The shadow a shape throws on what it lies on. */
export function cast(d: string, dx = 12, dy = 18): string {
  return `<g transform="translate(${dx} ${dy})" fill="#140d07" stroke="#140d07" stroke-linejoin="round"><path d="${d}" opacity=".14" stroke-width="26"/><path d="${d}" opacity=".2" stroke-width="8"/></g>`;
}

/** Lines of wood grain running down a `w` × `h` area around the origin. */
export function grain(w: number, h: number, colour: string, random: Random, count = 18, opacity = 0.3): string {
  const bundles = [1.2, 2.4, 4.5].map((width) => {
    let d = "";
    for (let i = 0; i < count / 3; i++) {
      const x = random.between(-w / 2, w / 2);
      const sway = () => to1(x + random.between(-w * 0.04 - 3, w * 0.04 + 3));
      d += `M${to1(x)} ${-h / 2}C${sway()} ${to1(-h / 6)} ${sway()} ${to1(h / 6)} ${sway()} ${h / 2}`;
    }
    return `<path d="${d}" stroke-width="${width}"/>`;
  });
  return `<g fill="none" stroke="${colour}" stroke-opacity="${opacity}">${bundles.join("")}</g>`;
}

/** Rounded rectangle as a path, by its middle. */
export function slab(x: number, y: number, w: number, h: number, r = 0): string {
  return `M${x - w / 2 + r} ${y - h / 2}h${w - 2 * r}q${r} 0 ${r} ${r}v${h - 2 * r}q0 ${r} ${-r} ${r}h${-(w - 2 * r)}q${-r} 0 ${-r} ${-r}v${-(h - 2 * r)}q0 ${-r} ${r} ${-r}z`;
}

export function disc(x: number, y: number, r: number, ry = r): string {
  return `M${x - r} ${y}a${r} ${ry} 0 1 0 ${2 * r} 0a${r} ${ry} 0 1 0 ${-2 * r} 0z`;
}

/** A star of `points` points between two radii, one point up. */
export function star(points: number, outer: number, inner: number, turn = 0): string {
  return `M${Array.from({ length: points * 2 }, (_, i) => {
    const a = (Math.PI * i) / points + (turn * Math.PI) / 180;
    const r = i % 2 ? inner : outer;
    return `${to1(Math.sin(a) * r)} ${to1(-Math.cos(a) * r)}`;
  }).join("L")}Z`;
}

/** A round bead, stone or berry with its gleam. */
export function bead(x: number, y: number, r: number, colour: string): string {
  return `<circle cx="${to1(x)}" cy="${to1(y)}" r="${r}" fill="${darken(colour, 0.35)}"/><circle cx="${to1(x - r * 0.1)}" cy="${to1(y - r * 0.12)}" r="${to1(r * 0.8)}" fill="${colour}"/><circle cx="${to1(x - r * 0.32)}" cy="${to1(y - r * 0.36)}" r="${to1(r * 0.26)}" fill="#fff" opacity=".75"/>`;
}

export function standing(svg: string, width: number, height: number): Drawn {
  return { svg, width, height, stance: "standing" };
}

export function hanging(svg: string, width: number, height: number): Drawn {
  return { svg, width, height, stance: "hanging" };
}

/** Lying, with a shadow drawn by itself. */
export function lying(svg: string, width: number, height: number): Drawn {
  return { svg, width, height, stance: "flat", outline: "cast" };
}

/** The same drawer, with the point to look at from close by. */
export function closeUp(draw: ObjectDrawer, x: number, y: number): ObjectDrawer {
  return (subject, random) => ({ ...draw(subject, random), focus: [x, y] });
}

/** The first form whose pattern the English title meets; the last one when none does. */
export function byTitle(...forms: readonly (readonly [RegExp, ObjectDrawer])[]): ObjectDrawer {
  return (subject, random) => {
    const [, draw] = forms.find(([pattern]) => pattern.test(subject.title.en)) ?? forms.at(-1) ?? [];
    if (!draw) throw new RangeError("a motif needs at least one form");
    return draw(subject, random);
  };
}
