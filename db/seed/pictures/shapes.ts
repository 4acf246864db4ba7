import type { Random } from "./contract";

/**
 * Lights and shades every drawn scene may lay over a flat colour. Ids begin with `k-`, so that they never meet those of
 * `scene.ts`.
 */
export const SHADES = `<defs>
<linearGradient id="k-round"><stop offset="0" stop-color="#000" stop-opacity=".34"/><stop offset=".26" stop-color="#fff" stop-opacity=".3"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></linearGradient>
<radialGradient id="k-ball" cx=".36" cy=".3" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".5"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient>
<linearGradient id="k-down" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></linearGradient>
<linearGradient id="k-up" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".36"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
<linearGradient id="k-glass" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".26"/><stop offset=".42" stop-color="#fff" stop-opacity=".05"/><stop offset=".43" stop-color="#fff" stop-opacity="0"/></linearGradient>
<linearGradient id="k-leaf"><stop offset="0" stop-color="#000" stop-opacity=".02"/><stop offset=".8" stop-color="#000" stop-opacity=".04"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></linearGradient>
<linearGradient id="k-beam" x2="0" y2="1"><stop offset="0" stop-color="#fff3d0" stop-opacity=".5"/><stop offset="1" stop-color="#fff3d0" stop-opacity="0"/></linearGradient>
<radialGradient id="k-glow"><stop offset="0" stop-color="#fff1c4" stop-opacity=".85"/><stop offset="1" stop-color="#fff1c4" stop-opacity="0"/></radialGradient>
<radialGradient id="k-pool"><stop offset="0" stop-color="#140d07" stop-opacity=".55"/><stop offset=".6" stop-color="#140d07" stop-opacity=".28"/><stop offset="1" stop-color="#140d07" stop-opacity="0"/></radialGradient>
</defs>`;

export const rect = (x: number, y: number, w: number, h: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${round ? ` rx="${round}"` : ""}/>`;

export const disc = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;

export const line = (d: string, colour: string, width: number, opacity = 1): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ""}/>`;

export type Shade = "round" | "ball" | "down" | "up" | "glass" | "leaf" | "beam" | "glow" | "pool";

export const shade = (name: Shade): string => `url(#k-${name})`;

/** A flat colour with a light laid over it. */
export const solid = (d: string, fill: string, light: Shade = "round"): string => path(d, fill) + path(d, shade(light));

export const group = (x: number, y: number, scale: number, inner: string, turn = 0): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${inner}</g>`;

export const faded = (opacity: number, inner: string): string => `<g opacity="${opacity}">${inner}</g>`;

/** `inner` seen only inside the outline `d`; `id` is unique in the picture. */
export const within = (id: string, d: string, inner: string): string =>
  `<defs><clipPath id="k-${id}"><path d="${d}"/></clipPath></defs><g clip-path="url(#k-${id})">${inner}</g>`;

export const shadow = (x: number, y: number, rx: number, ry: number): string => oval(x, y, rx, ry, shade("pool"));

export const times = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join("");

/** Lines that look like set text, without any letter to read. */
export function textRows(
  random: Random,
  [x, y, width]: readonly [number, number, number],
  count: number,
  gap: number,
  colour: string,
): string {
  let d = "";
  for (let i = 0; i < count; i++) {
    const end = width * (i === count - 1 ? 0.5 : random.between(0.9, 1));
    for (let at = 0; at < end;) {
      const word = Math.min(random.between(gap * 0.8, gap * 3), end - at);
      d += `M${(x + at).toFixed(0)} ${y + i * gap}h${word.toFixed(0)}`;
      at += word + gap * 0.5;
    }
  }
  return `<path d="${d}" stroke="${colour}" stroke-width="${(gap * 0.34).toFixed(1)}" fill="none"/>`;
}

/** A short word in the picture's own lettering. */
export const word = (x: number, y: number, size: number, text: string, fill: string, anchor = "middle"): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="Georgia, 'DejaVu Serif', serif" font-weight="bold" text-anchor="${anchor}" fill="${fill}">${text}</text>`;

export const rectPath = (x: number, y: number, w: number, h: number): string => `M${x} ${y}h${w}v${h}h${-w}Z`;

/** A pointed arch, `w` wide and `h` high, standing on `(x, y)` at its left foot. */
export const archPath = (x: number, y: number, w: number, h: number): string =>
  `M${x} ${y}V${y - h * 0.55}Q${x + w * 0.04} ${y - h * 0.86} ${x + w / 2} ${y - h}Q${x + w * 0.96} ${y - h * 0.86} ${x + w} ${y - h * 0.55}V${y}Z`;

/** The almond with the bent tip, about 100 units high, around its middle. */
export const BUTA = "M0 50C-34 46 -40 8 -16 -16C0 -32 18 -36 12 -52C36 -34 46 6 30 34C22 46 12 51 0 50Z";
