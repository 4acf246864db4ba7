import { darken, lighten } from "../colour";
import { line, path, shade } from "../shapes";

const SKIN = "#d9a47c";

/** A finger from its knuckle to its tip, thinner towards the tip, with its nail. */
function finger(
  [kx, ky]: readonly [number, number],
  [tx, ty]: readonly [number, number],
  width: number,
  skin: string,
): string {
  const length = Math.hypot(tx - kx, ty - ky);
  const [ux, uy] = [(tx - kx) / length, (ty - ky) / length];
  const at = (along: number, across: number) =>
    `${(kx + ux * along - uy * across).toFixed(1)} ${(ky + uy * along + ux * across).toFixed(1)}`;
  const [b, m, t] = [width / 2, width * 0.5, width * 0.36];
  const d = `M${at(-16, -b)}Q${at(length * 0.45, -m - 3)} ${at(length - t, -t)}C${at(length + t * 0.5, -t)} ${at(length + t * 0.5, t)} ${at(length - t, t)}Q${at(length * 0.45, m + 2)} ${at(-16, b)}Z`;
  const nail = `M${at(length - width * 0.62, -t * 0.5)}Q${at(length + 1, -t * 0.72)} ${at(length + 1, 0)}Q${at(length + 1, t * 0.72)} ${at(length - width * 0.62, t * 0.5)}Z`;
  const crease = `M${at(length * 0.5, -m * 0.5)}Q${at(length * 0.5 + 4, 0)} ${at(length * 0.5, m * 0.5)}`;
  return (
    path(d, skin) +
    line(d.slice(0, -1), darken(skin, 0.34), 2.6, 0.8) +
    path(nail, lighten(skin, 0.42)) +
    line(crease, darken(skin, 0.3), 2.4, 0.6)
  );
}

function sleeved(sleeve: string): string {
  const cloth = "M316 -18Q330 -34 352 -26L720 92V336L286 128Q276 116 282 104Z";
  return (
    path(cloth, sleeve) +
    path(cloth, shade("down")) +
    path("M316 -18Q330 -34 352 -26L372 -20L330 150L286 128Q276 116 282 104Z", lighten(sleeve, 0.14)) +
    line("M420 20L400 120M520 60L490 170", darken(sleeve, 0.4), 6, 0.4)
  );
}

/** A forearm reaching in from the right, its hand at the origin with the fingers to the left. */
export function hand(sleeve: string, skin = SKIN): string {
  const palm =
    "M56 -58C84 -74 128 -74 168 -58C214 -44 258 -22 330 -4L300 114C240 88 196 82 156 74C122 74 88 76 66 60C44 34 40 -24 56 -58Z";
  const thumb = "M196 -40C168 -84 112 -112 58 -112C34 -112 26 -94 44 -86C84 -78 108 -62 132 -34Z";
  return (
    path(palm, skin) +
    path(palm, shade("down")) +
    finger([74, 50], [-38, 70], 27, skin) +
    finger([62, 24], [-74, 40], 30, skin) +
    finger([58, -8], [-86, 2], 31, skin) +
    finger([64, -40], [-66, -38], 30, skin) +
    line("M96 -34q14 6 10 22M92 -2q14 6 10 20M98 28q12 6 8 18", darken(skin, 0.3), 3, 0.45) +
    path(thumb, lighten(skin, 0.05)) +
    line(
      "M132 -34C108 -62 84 -78 44 -86C26 -94 34 -112 58 -112C112 -112 168 -84 196 -40",
      darken(skin, 0.34),
      2.6,
      0.8,
    ) +
    path("M44 -108Q64 -112 72 -102Q66 -92 46 -92Q36 -100 44 -108Z", lighten(skin, 0.42)) +
    sleeved(sleeve)
  );
}

/** The same hand from the left. */
export const leftHand = (sleeve: string, skin?: string): string =>
  `<g transform="scale(-1 1)">${hand(sleeve, skin)}</g>`;

/** A fist seen from its back around a shaft that runs level through the origin; the forearm comes from the right. */
export function fist(sleeve: string, skin = SKIN): string {
  const back =
    "M-84 -44C-76 -62 -52 -64 -42 -52C-32 -66 -8 -66 0 -54C10 -66 34 -64 42 -50C54 -60 76 -54 84 -38C128 -26 210 -16 330 -4L300 114C230 96 160 96 92 84C30 84 -40 80 -76 62C-96 40 -98 -16 -84 -44Z";
  return (
    path(back, skin) +
    path(back, shade("down")) +
    line(back.slice(0, back.indexOf("C128")), darken(skin, 0.34), 3, 0.8) +
    line("M-42 -50Q-50 -20 -44 8M0 -52Q-8 -20 -2 12M42 -48Q36 -18 42 12", darken(skin, 0.36), 4, 0.7) +
    line("M-64 -34q8 -8 16 -2M-22 -38q8 -8 16 -2M20 -36q8 -8 16 -2", lighten(skin, 0.4), 5, 0.7) +
    path("M92 60C40 88 -20 96 -70 84C-96 76 -92 52 -68 52C-20 56 30 46 70 22Z", lighten(skin, 0.06)) +
    line("M92 60C40 88 -20 96 -70 84C-96 76 -92 52 -68 52C-20 56 30 46 70 22", darken(skin, 0.34), 3, 0.8) +
    path("M-84 60Q-64 56 -56 64Q-60 76 -78 78Q-90 70 -84 60Z", lighten(skin, 0.42)) +
    sleeved(sleeve)
  );
}
