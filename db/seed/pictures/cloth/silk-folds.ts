import { darken } from "../colour";
import type { Random } from "../contract";
import { cast, disc, linear, lit, slab } from "../paint";

const n = (value: number): string => value.toFixed(0);

/** Light and shade that follow one another softly: broad folds, since a hard edge makes silk look like foil. */
function softBands(id: string, random: Random, count: number, strength: number, direction: string): string {
  let stops = "";
  for (let i = 0; i <= count * 2; i++) {
    const at = (i + (i % (count * 2) ? random.between(-0.28, 0.28) : 0)) / (count * 2);
    const [colour, opacity] =
      i % 2 ? ["#fff", random.between(0.45, 1) * strength] : ["#160a08", random.between(0.6, 1.25) * strength];
    stops += `<stop offset="${at.toFixed(3)}" stop-color="${colour}" stop-opacity="${opacity.toFixed(3)}"/>`;
  }
  return `<linearGradient id="${id}" ${direction}>${stops}</linearGradient>`;
}

/** Folds of a cloth that lies: faint, and in two directions. */
export function lyingFolds(random: Random, half: number): string {
  const tilt = random.between(0.3, 0.75);
  const box = `x="${-half - 60}" y="${-half - 60}" width="${2 * half + 120}" height="${2 * half + 120}"`;
  return `<defs>${softBands("silk-a", random, 4, 0.17, `x2="1" y2="${tilt.toFixed(2)}"`)}${softBands("silk-b", random, 3, 0.07, `x1="${tilt.toFixed(2)}" x2="0" y2="1"`)}</defs><rect ${box} fill="url(#silk-a)"/><rect ${box} fill="url(#silk-b)"/>`;
}

/** Folds of a cloth that hangs `w` wide from `top` down to `foot`, fainter towards the rod. */
export function hangingFolds(random: Random, w: number, top: number, foot: number, count = 6): string {
  const box = `x="${n(-w / 2 - 20)}" y="${n(top)}" width="${n(w + 40)}" height="${n(foot - top)}"`;
  return `<defs>${softBands("silk-h", random, count, 0.26, `x2="1" y2=".03"`)}<linearGradient id="silk-v" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".2"/><stop offset=".07" stop-color="#160a08" stop-opacity=".16"/><stop offset=".2" stop-color="#160a08" stop-opacity="0"/><stop offset=".75" stop-color="#160a08" stop-opacity="0"/><stop offset="1" stop-color="#160a08" stop-opacity=".2"/></linearGradient></defs><rect ${box} fill="url(#silk-h)"/><rect ${box} fill="url(#silk-v)"/>`;
}

/** A cloth hung over a rod: straight sides, a hem that rises and falls between the folds. */
export function hungOutline(random: Random, w: number, top: number, foot: number, count = 6): string {
  const step = w / count;
  let hem = "";
  for (let i = 0; i < count; i++) {
    const sag = i % 2 ? random.between(-34, -16) : random.between(18, 36);
    hem += `q${n(-step / 2)} ${n(sag)} ${n(-step)} ${n(random.between(-5, 5))}`;
  }
  const x = w / 2;
  return `M${n(-x)} ${n(top)}Q0 ${n(top - 6)} ${n(x)} ${n(top)}C${n(x - 8)} ${n(top + (foot - top) * 0.3)} ${n(x + 12)} ${n(foot - 160)} ${n(x + 2)} ${n(foot)}${hem}L${n(-x)} ${n(foot)}C${n(-x - 14)} ${n(foot - 200)} ${n(-x + 10)} ${n(top + 260)} ${n(-x)} ${n(top)}Z`;
}

/** A rod of wood on two brackets screwed to the wall, to hang a cloth from; drawn before the cloth. */
export function rod(w: number, y: number, wood = "#8a5a36"): string {
  const bar = slab(0, y, w, 26, 13);
  const bracket = (x: number) =>
    `<path d="${slab(x, y - 26, 40, 96, 18)}" fill="url(#silk-iron)"/><circle cx="${n(x)}" cy="${n(y - 56)}" r="6" fill="#d9d6cf"/>`;
  return `<defs>${lit("silk-wood", wood, 0.35, 0.4)}${lit("silk-iron", "#6b5a44", 0.5, 0.4)}</defs>${cast(bar, 12, 26)}${bracket(-w / 2 + 54)}${bracket(w / 2 - 54)}<path d="${bar}" fill="url(#silk-wood)"/><path d="M${n(-w / 2 + 10)} ${n(y - 6)}H${n(w / 2 - 10)}" stroke="#fff" stroke-opacity=".35" stroke-width="4"/><path d="${disc(-w / 2, y, 22)}${disc(w / 2, y, 22)}" fill="${darken(wood, 0.25)}"/>`;
}

/** A square that lies with its lower right corner turned over: the outline of what is left, and the corner. */
export function turnedCorner(half: number, size: number): { outline: string; flap: string } {
  const cut = half - size;
  return {
    outline: `M${-half} ${-half}Q${n(-half * 0.2)} ${-half - 7} ${half} ${-half + 3}Q${half + 8} ${n(-half * 0.2)} ${half - 2} ${cut}Q${n(half - size * 0.46)} ${n(half - size * 0.5)} ${cut} ${half - 2}Q${n(-half * 0.3)} ${half + 8} ${-half} ${half}Q${-half - 8} ${n(half * 0.2)} ${-half} ${-half}Z`,
    flap: `M${half - 2} ${cut}Q${n(half - size * 0.46)} ${n(half - size * 0.5)} ${cut} ${half - 2}Q${n(cut - 14)} ${n(cut + size * 0.42)} ${n(cut + 26)} ${n(cut + 18)}Q${n(cut + size * 0.5)} ${n(cut - 16)} ${half - 2} ${cut}Z`,
  };
}

/** The corner turned over, with the shade it throws and the light along its fold. */
export function turnedOver(flap: string, colour: string, hem: string): string {
  return `<defs>${linear(
    "silk-t",
    [
      [0, "#160a08", 0.42],
      [0.5, "#160a08", 0.04],
      [0.82, "#fff", 0.3],
      [1, "#160a08", 0.1],
    ],
    [0, 0, 1, 1],
  )}</defs><g transform="translate(-9 -5)" fill="#140d07" stroke="#140d07" stroke-linejoin="round"><path d="${flap}" opacity=".1" stroke-width="30"/><path d="${flap}" opacity=".16" stroke-width="10"/></g><path d="${flap}" fill="${colour}"/><path d="${flap}" fill="url(#silk-t)"/><path d="${flap}" fill="none" stroke="${hem}" stroke-opacity=".4" stroke-width="3"/>`;
}
