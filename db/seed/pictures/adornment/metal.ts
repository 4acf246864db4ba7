import { darken, lighten } from "../colour";
import { linear, to1 } from "../paint";

/** Wire seen close: a dark edge, its own colour, a gleam; `twisted` wire gleams in dashes. */
export function wire(d: string, colour: string, width = 8, twisted = false): string {
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${d}" stroke="${darken(colour, 0.62)}" stroke-width="${width}"/><path d="${d}" stroke="${colour}" stroke-width="${to1(width * 0.7)}"/><path d="${d}" stroke="${lighten(colour, 0.7)}" stroke-width="${to1(width * 0.3)}" ${twisted ? `stroke-dasharray="${to1(width * 0.45)} ${to1(width * 0.5)}" stroke-linecap="butt"` : ""}/></g>`;
}

/** A spiral that starts at the middle and ends `r` away; `hand` 1 turns clockwise, -1 the other way. */
export function spiral(x: number, y: number, r: number, turns = 2, hand: 1 | -1 = 1, from = 0): string {
  const steps = Math.round(turns * 12);
  let d = "";
  for (let i = 0; i <= steps; i++) {
    const a = ((from + hand * i * 30) * Math.PI) / 180;
    const size = (r * (i + 1)) / (steps + 1);
    d += `${i ? "L" : "M"}${to1(x + Math.cos(a) * size)} ${to1(y + Math.sin(a) * size)}`;
  }
  return d;
}

/** Polished metal as a slanting gradient with two gleams. */
export function polished(id: string, colour: string): string {
  return linear(
    id,
    [
      [0, lighten(colour, 0.75)],
      [0.22, colour],
      [0.4, darken(colour, 0.4)],
      [0.56, lighten(colour, 0.6)],
      [0.78, darken(colour, 0.1)],
      [1, darken(colour, 0.55)],
    ],
    [0, 0, 1, 1],
  );
}

/** A cut stone in its setting. */
export function gem(x: number, y: number, r: number, colour: string): string {
  return `<g transform="translate(${to1(x)} ${to1(y)})"><circle r="${to1(r * 1.25)}" fill="#5d6168"/><circle r="${to1(r * 1.16)}" fill="#e4e6e9"/><circle r="${r}" fill="${darken(colour, 0.25)}"/><path d="M0 ${-r}L${to1(r * 0.8)} ${to1(-r * 0.2)}L0 ${to1(r * 0.5)}L${to1(-r * 0.8)} ${to1(-r * 0.2)}Z" fill="${lighten(colour, 0.18)}"/><path d="M0 ${to1(-r * 0.9)}L${to1(-r * 0.7)} ${to1(-r * 0.2)}L0 ${to1(-r * 0.1)}Z" fill="#fff" opacity=".75"/></g>`;
}

/** Velvet: a deep colour with a soft sheen at its edges. */
export function velvet(id: string, colour: string): string {
  return linear(
    id,
    [
      [0, lighten(colour, 0.28)],
      [0.3, colour],
      [0.75, darken(colour, 0.45)],
      [1, darken(colour, 0.15)],
    ],
    [0.1, 0, 0.9, 1],
  );
}
