import type { Random } from "../contract";

/** Lights of silk: a fold's two sides, the gloss over the whole cloth, and a rolled edge. */
export const SILK = `<linearGradient id="silk-fold"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset=".3" stop-color="#000" stop-opacity=".34"/><stop offset=".5" stop-color="#fff" stop-opacity=".46"/><stop offset=".66" stop-color="#fff" stop-opacity=".1"/><stop offset="1" stop-color="#000" stop-opacity="0"/></linearGradient><linearGradient id="silk-sheen" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset=".3" stop-color="#fff" stop-opacity="0"/><stop offset=".52" stop-color="#fff" stop-opacity=".24"/><stop offset=".7" stop-color="#000" stop-opacity=".06"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></linearGradient><linearGradient id="silk-roll" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".4"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".4"/></linearGradient>`;

const n = (value: number): string => value.toFixed(0);

/** A square of silk lying on a table: no edge of it is quite straight. */
export function rippled(random: Random, half: number): string {
  const wave = (): string => n(random.between(10, 30) * (random.next() < 0.5 ? -1 : 1));
  let d = `M${n(-half)} ${n(-half)}`;
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const)
    for (let i = 0; i < 3; i++) {
      const step = (2 * half) / 3;
      const off = wave();
      d += dx ? `q${n((dx * step) / 2)} ${off} ${n(dx * step)} 0` : `q${off} ${n((dy * step) / 2)} 0 ${n(dy * step)}`;
    }
  return `${d}Z`;
}

/** Long soft folds that run across a lying cloth. */
export function ripples(random: Random, half: number): string {
  const turn = random.between(18, 64);
  let out = "";
  for (let i = 0; i < 5; i++) {
    const x = (i - 2) * half * 0.52 + random.between(-40, 40);
    const w = random.between(70, 150);
    const bend = random.between(-120, 120);
    const [top, end] = [-half * 1.5, half * random.between(0.3, 1.5)];
    out += `<path d="M${n(x - w / 2)} ${n(top)}C${n(x - w / 2 + bend)} ${n(top / 3)} ${n(x - bend)} ${n(end / 3)} ${n(x)} ${n(end)}C${n(x + w - bend)} ${n(end / 3)} ${n(x + w + bend)} ${n(top / 3)} ${n(x + w / 2)} ${n(top)}Z" fill="url(#silk-fold)"/>`;
  }
  return `<g transform="rotate(${n(turn)})">${out}</g>`;
}

/** The lower half of a square hung by its diagonal, with a hem that rises and falls between the folds. */
export function drapedOutline(random: Random, reach: number): string {
  let d = `M${n(-reach)} 0H${n(reach)}`;
  for (let i = 1; i <= 8; i++) {
    const x = reach - (reach * 2 * i) / 8;
    const y = (reach - Math.abs(x)) * 1.02;
    d += `Q${n(x + reach / 8)} ${n((reach - Math.abs(x + reach / 8)) * 1.02 + random.between(24, 64))} ${n(x)} ${n(y)}`;
  }
  return `${d}Z`;
}

/** Folds that fall from the rod and fan out a little. */
export function gathers(random: Random, reach: number): string {
  let out = "";
  for (let i = 0; i < 9; i++) {
    const x = (i - 4) * reach * 0.23 + random.between(-14, 14);
    const [top, foot] = [random.between(36, 64), random.between(70, 130)];
    const lean = x * 0.06 + random.between(-16, 16);
    out += `<path d="M${n(x - top)} -20Q${n(x - foot * 0.8 + lean)} ${n(reach * 0.5)} ${n(x - foot + lean)} ${n(reach * 1.1)}H${n(x + foot + lean)}Q${n(x + foot * 0.8 + lean)} ${n(reach * 0.5)} ${n(x + top)} -20Z" fill="url(#silk-fold)"/>`;
  }
  return out;
}
