import { darken, lighten } from "../colour";

/** A line of chain stitch: loop after loop of one thread. */
export function chain(d: string, colour: string, width = 10): string {
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${d}" stroke="${darken(colour, 0.45)}" stroke-width="${width}"/><path d="${d}" stroke="${colour}" stroke-width="${width * 0.78}" stroke-dasharray="${width * 0.5} ${width * 0.85}"/><path d="${d}" stroke="${lighten(colour, 0.45)}" stroke-width="${width * 0.22}" stroke-dasharray="${width * 0.4} ${width * 0.95}"/></g>`;
}

/** A shape filled with thread and bordered by a line of chain stitch. */
export function stitched(d: string, fill: string, edge = lighten(fill, 0.3), width = 8): string {
  return `<path d="${d}" fill="${fill}"/>${chain(d, edge, width)}`;
}

/** A line of stem stitch: short slanting stitches, each half beside the one before. */
export function stemStitch(d: string, colour: string, width = 9): string {
  return `<g fill="none" stroke-linejoin="round"><path d="${d}" stroke="${darken(colour, 0.3)}" stroke-width="${width}" stroke-linecap="round"/><path d="${d}" stroke="${lighten(colour, 0.18)}" stroke-width="${width * 0.72}" stroke-dasharray="${width * 1.5} ${width * 0.28}"/></g>`;
}

/** Satin stitch: a shape of threads laid side by side at a slant. */
export function satin(
  id: string,
  d: string,
  fill: string,
  [x, y, w, h]: readonly [number, number, number, number],
  slope = 0.35,
): string {
  let lines = "";
  for (let t = y - w * slope; t < y + h + w * slope; t += 6)
    lines += `M${x} ${t.toFixed(1)}l${w} ${(w * slope).toFixed(1)}`;
  return `<clipPath id="${id}"><path d="${d}"/></clipPath><path d="${d}" fill="${fill}"/><g clip-path="url(#${id})"><path d="${lines}" stroke="${darken(fill, 0.3)}" stroke-opacity=".55" stroke-width="1.6"/><path d="${lines}" transform="translate(0 3)" stroke="${lighten(fill, 0.45)}" stroke-opacity=".5" stroke-width="1.6"/></g>`;
}
