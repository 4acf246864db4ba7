import { darken, lighten } from "../colour";
import type { Random } from "../contract";

/** The lining of copper that food touches. */
export const TINNED = "#b9b4ab";

export type Surface = "copper" | "clay" | "glaze" | "glass" | "wood" | "stone" | "iron" | "silver";

/** Horizontal shading of a turned body: light from the left, a bright line, a dark right side with a reflex. */
export function shading(id: string, colour: string, surface: Surface): string {
  const shine = { copper: 0.75, silver: 0.8, glaze: 0.6, glass: 0.5, iron: 0.25, stone: 0.2, clay: 0.18, wood: 0.22 }[
    surface
  ];
  const stop = (offset: number, c: string) => `<stop offset="${offset}" stop-color="${c}"/>`;
  return `<linearGradient id="${id}" x1="0" x2="1" y1="0" y2="0">${stop(0, darken(colour, 0.5))}${stop(0.14, darken(colour, 0.15))}${stop(0.28, lighten(colour, shine))}${stop(0.36, lighten(colour, shine * 0.45))}${stop(0.58, colour)}${stop(0.84, darken(colour, 0.5))}${stop(0.94, darken(colour, 0.28))}${stop(1, darken(colour, 0.55))}</linearGradient>`;
}

/** Half-widths from the foot upwards: `[height, halfWidth]`, heights positive. */
export type Profile = readonly (readonly [number, number])[];

/** Smooth outline of a turned body, closed at foot and rim. */
export function outline(profile: Profile): string {
  const right = profile.map(([y, x]) => [x, -y] as const);
  const left = profile.map(([y, x]) => [-x, -y] as const).toReversed();
  const [base = 0, foot = 0] = profile[0] ?? [];
  // A round foot is seen a little from above: a straight one would hover over the table.
  const standing = `A${foot} ${(foot * 0.09).toFixed(1)} 0 0 0 ${foot} ${-base}`;
  return `${curve(right, "M")}L${left[0]?.[0] ?? 0} ${left[0]?.[1] ?? 0}${curve(left, "")}${standing}Z`;
}

function curve(points: readonly (readonly [number, number])[], start: "M" | ""): string {
  const [first] = points;
  let d = start && first ? `M${first[0]} ${first[1]}` : "";
  for (let i = 1; i < points.length; i++) {
    const [p0, p1, p2, p3] = [points[i - 2] ?? points[i - 1], points[i - 1], points[i], points[i + 1] ?? points[i]];
    if (!p0 || !p1 || !p2 || !p3) continue;
    const [reach, rise] = [(p2[0] - p1[0]) / 2, (p2[1] - p1[1]) / 2];
    // A short segment beside a long one would overshoot its own end.
    const within = (value: number, limit: number) => (Math.abs(value) > Math.abs(limit) ? limit : value);
    const [out, into] = [within((p2[1] - p0[1]) / 6, rise), within((p3[1] - p1[1]) / 6, rise)];
    const scale = (value: number, taken: number, whole: number) =>
      whole ? (value * taken) / whole : Math.min(value, reach);
    const outX = scale((p2[0] - p0[0]) / 6, out, (p2[1] - p0[1]) / 6);
    const intoX = scale((p3[0] - p1[0]) / 6, into, (p3[1] - p1[1]) / 6);
    d += `C${(p1[0] + outX).toFixed(1)} ${(p1[1] + out).toFixed(1)} ${(p2[0] - intoX).toFixed(1)} ${(p2[1] - into).toFixed(1)} ${p2[0]} ${p2[1]}`;
  }
  return d;
}

export function widthAt(profile: Profile, y: number): number {
  for (let i = 1; i < profile.length; i++) {
    const [a, b] = [profile[i - 1], profile[i]];
    if (a && b && y >= a[0] && y <= b[0]) return a[1] + ((b[1] - a[1]) * (y - a[0])) / (b[0] - a[0] || 1);
  }
  return profile.at(-1)?.[1] ?? 0;
}

/** Marks of the hammer over a body: rows of small facets. */
export function hammered(profile: Profile, random: Random, step = 30): string {
  const top = profile.at(-1)?.[0] ?? 0;
  let out = "";
  for (let y = step * 0.6, row = 0; y < top - step * 0.4; y += step * 0.8, row++) {
    const w = widthAt(profile, y);
    for (let t = -84 + (row % 2) * 7; t < 84; t += 14) {
      const x = Math.sin((t * Math.PI) / 180) * w;
      const squeeze = Math.cos((t * Math.PI) / 180);
      if (squeeze < 0.15) continue;
      out += `<ellipse cx="${(x + random.between(-2, 2)).toFixed(1)}" cy="${(-y + random.between(-3, 3)).toFixed(1)}" rx="${(step * 0.42 * squeeze).toFixed(1)}" ry="${(step * 0.38).toFixed(1)}" fill="${random.next() < 0.5 ? "#fff" : "#000"}" opacity="${random.between(0.05, 0.2).toFixed(2)}"/>`;
    }
  }
  return out;
}

/** An engraved band around a body between two heights: chevrons, arcs or leaves, narrowed towards the sides. */
export function band(profile: Profile, from: number, to: number, kind: number, colour: string): string {
  const mid = (from + to) / 2;
  const h = to - from;
  const w = widthAt(profile, mid);
  let out = "";
  for (const y of [from, to]) {
    const half = widthAt(profile, y) * 0.985;
    out += `<path d="M${-half} ${-y}Q0 ${-y + half * 0.12} ${half} ${-y}" fill="none" stroke="${colour}" stroke-width="4"/>`;
  }
  for (let t = -78; t <= 78; t += 13) {
    const x = Math.sin((t * Math.PI) / 180) * w;
    const squeeze = Math.cos((t * Math.PI) / 180);
    const y = -mid + w * 0.12 * squeeze * 0.5;
    const figure =
      kind % 3 === 0
        ? `<path d="M-12 ${h * 0.36}L0 ${-h * 0.36}L12 ${h * 0.36}"/>`
        : kind % 3 === 1
          ? `<circle r="${h * 0.28}"/><circle r="${h * 0.08}"/>`
          : `<path d="M0 ${h * 0.38}C-16 0 -8 ${-h * 0.3} 0 ${-h * 0.38}C8 ${-h * 0.3} 16 0 0 ${h * 0.38}"/>`;
    out += `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${squeeze.toFixed(2)} 1)" fill="none" stroke="${colour}" stroke-width="4">${figure}</g>`;
  }
  return out;
}

type VesselOptions = { colour: string; surface: Surface; inside?: string; decoration?: string; open?: boolean };

/** A turned vessel standing on its foot, with rim and inside. */
export function vessel(
  id: string,
  profile: Profile,
  { colour, surface, inside = darken(colour, 0.55), decoration = "", open = true }: VesselOptions,
): string {
  const [top, rim] = profile.at(-1) ?? [0, 0];
  const path = outline(profile);
  const mouth = open
    ? `<ellipse cx="0" cy="${-top}" rx="${rim}" ry="${rim * 0.16}" fill="${inside}"/><path d="M${-rim} ${-top}A${rim} ${rim * 0.16} 0 0 0 ${rim} ${-top}" fill="none" stroke="${lighten(colour, 0.45)}" stroke-width="6"/><path d="M${-rim} ${-top}A${rim} ${rim * 0.16} 0 0 1 ${rim} ${-top}" fill="none" stroke="${darken(colour, 0.2)}" stroke-width="6"/>`
    : "";
  return `<defs>${shading(id, colour, surface)}<clipPath id="${id}c"><path d="${path}"/></clipPath></defs><path d="${path}" fill="url(#${id})"/><g clip-path="url(#${id}c)">${decoration}</g>${mouth}`;
}

/** A bent handle of round section. */
export function handle(d: string, colour: string, width = 34): string {
  return `<path d="${d}" fill="none" stroke="${darken(colour, 0.55)}" stroke-width="${width}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${colour}" stroke-width="${width * 0.66}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${lighten(colour, 0.5)}" stroke-width="${width * 0.18}" stroke-linecap="round"/>`;
}
