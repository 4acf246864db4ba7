import type { Random } from "../contract";
import { BUTA } from "../shapes";

/** A buta: the bent teardrop of kelaghayi and brocade, about 100 units high, tip up; origin at its middle. */
export function buta(fill: string, line: string, inner: string): string {
  return `<path d="${BUTA}" fill="${fill}" stroke="${line}" stroke-width="4"/><path d="${BUTA}" transform="translate(-1 9) scale(.56)" fill="none" stroke="${inner}" stroke-width="6"/><circle cx="-1" cy="26" r="6.5" fill="${inner}"/><circle cx="1" cy="6" r="4" fill="${inner}"/>`;
}

/** A rosette of `petals`, 100 units across. */
export function rosette(petals: number, fill: string, heart: string): string {
  const leaf = Array.from(
    { length: petals },
    (_, i) => `<ellipse cy="-30" rx="${150 / petals + 3}" ry="20" transform="rotate(${(360 / petals) * i})"/>`,
  ).join("");
  return `<g fill="${fill}" stroke="${heart}" stroke-opacity=".5" stroke-width="2">${leaf}</g><circle r="14" fill="${heart}"/>`;
}

/** A winding stem with leaves and flowers, drawn upwards from the origin over `height`. */
export function stem(height: number, stroke: string, fills: readonly string[], random: Random): string {
  let parts = `<path d="M0 0C${-height * 0.18} ${-height * 0.3} ${height * 0.18} ${-height * 0.6} 0 ${-height}" fill="none" stroke="${stroke}" stroke-width="9" stroke-linecap="round"/>`;
  for (let i = 1; i <= 6; i++) {
    const y = (-height * i) / 6.4;
    const side = i % 2 ? 1 : -1;
    const x = Math.sin((i / 6.4) * Math.PI * 2) * -height * 0.07;
    parts += `<path d="M${x} ${y}q${side * 60} ${-20} ${side * 90} ${-70}" fill="none" stroke="${stroke}" stroke-width="6"/><path d="M${x + side * 30} ${y - 12}q${side * 40} ${-46} ${side * 10} ${-80}q${-side * 40} 40 ${-side * 10} 80Z" fill="${stroke}" opacity=".9"/><g transform="translate(${x + side * 96} ${y - 78}) scale(${random.between(0.55, 0.85).toFixed(2)})">${rosette(random.pick([5, 6, 8]), random.pick(fills), fills[0] ?? "#fff")}</g>`;
  }
  return `${parts}<g transform="translate(0 ${-height})">${rosette(8, fills[1] ?? "#c33", fills[2] ?? "#fff")}</g>`;
}

/** A pomegranate with its crown, 120 units high. */
export function pomegranate(fill: string, line: string): string {
  return `<path d="M-14 -46L-26 -66L-8 -58L0 -74L8 -58L26 -66L14 -46C60 -38 66 52 0 56C-66 52 -60 -38 -14 -46Z" fill="${fill}" stroke="${line}" stroke-width="4"/><path d="M-18 -10C-34 10 -22 38 0 40C22 38 34 10 18 -10Z" fill="${line}" opacity=".35"/>`;
}

/** Plane-tree leaf with five lobes, 120 units across. */
export function planeLeaf(fill: string, line: string): string {
  return `<path d="M0 60L-10 30L-56 34L-36 8L-60 -22L-26 -20L-22 -52L0 -30L22 -52L26 -20L60 -22L36 8L56 34L10 30Z" fill="${fill}" stroke="${line}" stroke-width="4" stroke-linejoin="round"/><path d="M0 60V-24M0 20L-34 -4M0 20L34 -4" stroke="${line}" stroke-width="3" fill="none"/>`;
}

/** Threads of plain weave over a rectangle around the origin: lines, since tiled patterns cost the renderer more. */
export function threads(w: number, h: number): string {
  let [across, down] = ["", ""];
  for (let y = -h / 2 + 6; y < h / 2; y += 12) across += `M${-w / 2} ${y}h${w}`;
  for (let x = -w / 2 + 6; x < w / 2; x += 12) down += `M${x} ${-h / 2}v${h}`;
  return `<path d="${across}" stroke="#fff" stroke-opacity=".16" stroke-width="3"/><path d="${down}" stroke="#000" stroke-opacity=".07" stroke-width="3"/>`;
}

/** The slant of stitches or of velvet's pile over a rectangle around the origin. */
export function slant(w: number, h: number): string {
  let d = "";
  for (let t = -h / 2 - w / 2 + 14; t < h / 2 + w / 2; t += 16) {
    const [x0, x1] = [Math.max(-w / 2, t - h / 2), Math.min(w / 2, t + h / 2)];
    d += `M${x0} ${t - x0}L${x1} ${t - x1}`;
  }
  return `<path d="${d}" stroke="#fff" stroke-opacity=".09" stroke-width="5"/>`;
}

/** Creases of a cloth that lay folded, over a rectangle around the origin: a light and a shade that run out softly. */
export function folds(w: number, h: number, random: Random, count = 5): string {
  let stops = "";
  for (let i = 1; i < count; i++) {
    const at = (i + random.between(-0.12, 0.12)) / count;
    const near = (offset: number) => Math.min(1, Math.max(0, at + offset / count)).toFixed(3);
    stops += `<stop offset="${near(-0.45)}" stop-color="#140d07" stop-opacity="0"/><stop offset="${near(-0.03)}" stop-color="#140d07" stop-opacity=".17"/><stop offset="${near(0.03)}" stop-color="#fff" stop-opacity=".2"/><stop offset="${near(0.4)}" stop-color="#fff" stop-opacity="0"/>`;
  }
  return `<linearGradient id="cloth-folds">${stops}</linearGradient><rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" fill="url(#cloth-folds)"/>`;
}
