import { darken, lighten } from "../colour";
import { times, to1 } from "../paint";

/** A tuning peg pointing right (`side` 1) or left (-1) from its hole. */
export function peg(x: number, y: number, side: 1 | -1, colour: string, size = 1): string {
  return `<g transform="translate(${to1(x)} ${to1(y)}) scale(${side * size} ${size})"><path d="M-4 -5H26L32 -10C48 -18 62 -14 62 0C62 14 48 18 32 10L26 5H-4Z" fill="${darken(colour, 0.3)}"/><path d="M32 -9C48 -16 58 -10 56 -4C48 -8 40 -6 32 -4Z" fill="${lighten(colour, 0.45)}"/><circle cx="62" r="4" fill="${lighten(colour, 0.7)}"/></g>`;
}

/** Strings as straight lines between a near and a far place, evenly apart at either end. */
export function strings(
  count: number,
  from: readonly [number, number],
  to: readonly [number, number],
  colour = "#f4ead2",
  width = 1.6,
): string {
  const line = times(count, (i) => {
    const t = count > 1 ? i / (count - 1) - 0.5 : 0;
    return `M${to1(from[1] * t)} ${from[0]}L${to1(to[1] * t)} ${to[0]}`;
  });
  return `<path d="${line}" transform="translate(2 2)" stroke="#140d07" stroke-opacity=".45" stroke-width="${width}" fill="none"/><path d="${line}" stroke="${colour}" stroke-width="${width}" fill="none"/>`;
}

/** Frets tied around a neck that goes up from `from` to `to`, closer towards the body. */
export function frets(count: number, from: number, to: number, half: number, colour: string): string {
  const length = from - to;
  const d = times(count, (i) => {
    const y = to1(to + length * (1 - 0.93 ** (i + 1)) * 1.12);
    return `M${-half} ${y}H${half}`;
  });
  return `<path d="${d}" stroke="${darken(colour, 0.5)}" stroke-width="4" transform="translate(0 2)"/><path d="${d}" stroke="${colour}" stroke-width="3"/>`;
}
