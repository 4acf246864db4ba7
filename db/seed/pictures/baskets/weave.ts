import { darken, lighten } from "../colour";
import { linear, times, to1 } from "../paint";

/** Plain wicker: short rods over and under upright stakes; a pattern to fill with, `size` units to a cell. */
export function wicker(id: string, tone: string, size = 36): string {
  const rod = (x: number, y: number) =>
    `<path d="M${x} ${y}q${size / 2} ${-size * 0.22} ${size} 0v${size * 0.42}q${-size / 2} ${-size * 0.22} ${-size} 0Z" fill="url(#${id}r)"/>`;
  return `${linear(
    `${id}r`,
    [
      [0, darken(tone, 0.45)],
      [0.3, lighten(tone, 0.4)],
      [0.6, tone],
      [1, darken(tone, 0.55)],
    ],
    [0, 0, 0.25, 1],
  )}<pattern id="${id}" width="${size * 2}" height="${size}" patternUnits="userSpaceOnUse"><rect width="${size * 2}" height="${size}" fill="${darken(tone, 0.55)}"/><path d="M${size * 0.42} 0V${size}M${size * 1.42} 0V${size}" stroke="${darken(tone, 0.35)}" stroke-width="${size * 0.2}"/>${rod(0, size * 0.06)}${rod(size, size * 0.56)}${rod(-size, size * 0.56)}</pattern>`;
}

/** Flat strips over two, under two: a twill of two tones. */
export function plaited(id: string, light: string, dark: string, size = 40): string {
  const strip = (x: number, y: number, w: number, h: number, tone: string) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${tone}"/><path d="${w > h ? `M${x} ${y + h * 0.34}h${w}` : `M${x + w * 0.34} ${y}v${h}`}" stroke="#fff" stroke-opacity=".3" stroke-width="${Math.min(w, h) * 0.16}"/><rect x="${x + 1}" y="${y + 1}" width="${w - 2}" height="${h - 2}" fill="none" stroke="${darken(dark, 0.5)}" stroke-opacity=".55" stroke-width="2.5"/>`;
  const cells = times(16, (i) => {
    const [column, row] = [i % 4, Math.floor(i / 4)];
    const over = (column + row) % 4 < 2;
    return over
      ? strip(column * size, row * size + 3, size, size - 6, light)
      : strip(column * size + 3, row * size, size - 6, size, dark);
  });
  return `<pattern id="${id}" width="${size * 4}" height="${size * 4}" patternUnits="userSpaceOnUse"><rect width="${size * 4}" height="${size * 4}" fill="${darken(dark, 0.6)}"/>${cells}</pattern>`;
}

/** A plaited rim along a path: a thick cord crossed by slanting wraps. */
export function rope(d: string, tone: string, width: number): string {
  const step = to1(width * 0.34);
  return `<g fill="none"><path d="${d}" stroke="${darken(tone, 0.6)}" stroke-width="${width}"/><path d="${d}" stroke="${tone}" stroke-width="${to1(width * 0.82)}"/><path d="${d}" stroke="${darken(tone, 0.5)}" stroke-width="${to1(width * 0.82)}" stroke-dasharray="${to1(width * 0.08)} ${step}"/><path d="${d}" stroke="${lighten(tone, 0.55)}" stroke-width="${to1(width * 0.24)}" stroke-dasharray="${step} ${to1(width * 0.08)}" transform="translate(0 ${to1(-width * 0.16)})"/></g>`;
}

/** Darkness towards the sides of a round basket, to lay over its weave. */
export function roundness(id: string): string {
  return linear(id, [
    [0, "#140d07", 0.6],
    [0.2, "#140d07", 0.1],
    [0.34, "#fff", 0.22],
    [0.55, "#140d07", 0.04],
    [0.85, "#140d07", 0.45],
    [1, "#140d07", 0.66],
  ]);
}
