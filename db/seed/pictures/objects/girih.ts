import { cast, filled, star, times, to1 } from "../paint";
import { darken, lighten, mix } from "../colour";
import type { Drawn } from "../scene";

type Point = readonly [number, number];

/** Where two rays meet, if they do ahead of both. */
function meeting([px, py]: Point, [ux, uy]: Point, [qx, qy]: Point, [vx, vy]: Point): Point | undefined {
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 1e-9) return undefined;
  const t = ((qx - px) * vy - (qy - py) * vx) / cross;
  const s = ((qx - px) * uy - (qy - py) * ux) / cross;
  return t > 1e-6 && s > 1e-6 ? [px + ux * t, py + uy * t] : undefined;
}

/** The star that lines from the middles of a regular polygon's sides draw inside it, as the masters of girih construct it. */
function starIn(sides: number, radius: number, [cx, cy]: Point, turn: number, angle: number): string {
  const corner = (i: number): Point => {
    const a = turn + (i / sides) * Math.PI * 2;
    return [cx + Math.cos(a) * radius, cy + Math.sin(a) * radius];
  };
  const rays = Array.from({ length: sides }, (_, i) => {
    const [[x0, y0], [x1, y1]] = [corner(i), corner(i + 1)];
    const along = Math.atan2(y1 - y0, x1 - x0);
    const ray = (a: number): Point => [Math.cos(a), Math.sin(a)];
    return {
      from: [(x0 + x1) / 2, (y0 + y1) / 2] as const,
      forward: ray(along + angle),
      back: ray(along + Math.PI - angle),
    };
  });
  const points = rays.flatMap((ray, i) => {
    const next = rays[(i + 1) % sides];
    const tip = next && meeting(ray.from, ray.forward, next.from, next.back);
    return tip ? [ray.from, tip] : [ray.from];
  });
  return `M${points.map(([x, y]) => `${to1(x)} ${to1(y)}`).join("L")}Z`;
}

/** Stars of eight points on a square net of `step`, and the crosswise stars of four that lie between them. */
function girih(half: number, step: number): { eights: string; fours: string; hearts: string } {
  const side = step / (1 + Math.SQRT2);
  const [octagon, square] = [side / 2 / Math.sin(Math.PI / 8), side / Math.SQRT2];
  let [eights, fours, hearts] = ["", "", ""];
  const reach = Math.ceil(half / step) + 1;
  for (let j = -reach; j <= reach; j++)
    for (let i = -reach; i <= reach; i++) {
      const [x, y] = [i * step, j * step];
      eights += starIn(8, octagon, [x, y], Math.PI / 8, Math.PI * 0.375);
      hearts += `<g transform="translate(${to1(x)} ${to1(y)})"><path d="${star(8, step * 0.21, step * 0.13, 22.5)}"/></g>`;
      fours += starIn(4, square, [x + step / 2, y + step / 2], 0, Math.PI * 0.375);
    }
  return { eights, fours, hearts };
}

const TURQUOISE = "#22a3a0";
const COBALT = "#1f4a8c";
const SLIP = "#f3ecdc";

/** Nine tiles of one girih, as on the mausoleums of Nakhchivan: its lines run on from tile to tile. */
export function wallTiles(): Drawn {
  const [tile, gap] = [294, 8];
  const half = (tile * 3 + gap * 2) / 2;
  const { eights, fours, hearts } = girih(half, (half * 2) / 2.06);
  const strap = (d: string) =>
    `<path d="${d}" fill="none" stroke="${darken(COBALT, 0.5)}" stroke-width="33" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${SLIP}" stroke-width="23" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${mix(SLIP, TURQUOISE, 0.4)}" stroke-width="4" stroke-linejoin="round"/>`;
  const pattern = `<rect x="${-half}" y="${-half}" width="${half * 2}" height="${half * 2}" fill="${COBALT}"/><path d="${eights}" fill="${TURQUOISE}"/><path d="${fours}" fill="${lighten(COBALT, 0.2)}"/>${strap(eights + fours)}<g fill="${COBALT}" stroke="${SLIP}" stroke-width="9" stroke-linejoin="round">${hearts}</g><g fill="${lighten(TURQUOISE, 0.35)}">${hearts.replaceAll(/<g transform="translate\(([^)]*)\)">/g, '<g transform="translate($1) scale(.5)">')}</g>`;
  const place = (i: number): Point => [((i % 3) - 1) * (tile + gap), (Math.floor(i / 3) - 1) * (tile + gap)];
  const slabOf = (x: number, y: number) => `M${x - tile / 2} ${y - tile / 2}h${tile}v${tile}h${-tile}z`;
  const tones = [0, 0.05, 0.02, 0.06, 0, 0.04, 0.03, 0.06, 0.01];
  const shades = times(9, (i) => `<path d="${slabOf(...place(i))}" fill="#140d07" opacity="${tones[i] ?? 0}"/>`);
  const glints = times(9, (i) => {
    const [x, y] = place(i);
    const edge = tile / 2 - 3;
    return `<path d="M${x - edge} ${y + edge}V${y - edge}H${x + edge}" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="6"/><path d="M${x - edge} ${y + edge}H${x + edge}V${y - edge}" fill="none" stroke="#140d07" stroke-opacity=".4" stroke-width="6"/><path d="M${x - tile * 0.38} ${y - tile * 0.44}L${x - tile * 0.08} ${y - tile * 0.44}L${x - tile * 0.44} ${y - tile * 0.02}V${y - tile * 0.36}Z" fill="#fff" opacity=".13"/>`;
  });
  const tiles =
    filled(
      "wt",
      times(9, (i) => slabOf(...place(i))),
      COBALT,
      pattern + shades,
    ) + glints;
  const bed = `M${-half} ${-half}h${half * 2}v${half * 2}h${-half * 2}z`;
  return {
    svg: `${cast(bed, 12, 18)}<path d="${bed}" fill="#8d8577"/>${tiles}`,
    width: half * 2 + 20,
    height: half * 2 + 20,
    stance: "flat",
    outline: "cast",
  };
}

/** A plate under turquoise glaze: a star of ten points drawn with the compass, a rim of lozenges. */
export function turquoisePlate(): Drawn {
  const ink = "#123f63";
  const ring = (r: number, width: number, colour: string, more = "") =>
    `<circle r="${r}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`;
  const woven = (points: number, r: number, skip: number, turn: number) => {
    const at = (i: number) => {
      const a = ((i % points) / points) * Math.PI * 2 + turn;
      return `${to1(Math.sin(a) * r)} ${to1(-Math.cos(a) * r)}`;
    };
    return times(points, (i) => `M${at(i)}L${at(i + skip)}`);
  };
  const lines = woven(10, 300, 3, 0) + woven(10, 300, 4, 0);
  const rim = times(
    30,
    (i) =>
      `<g transform="rotate(${i * 12}) translate(0 -396)"><path d="M0 -36L17 0L0 36L-17 0Z" fill="${i % 2 ? ink : SLIP}"/></g>`,
  );
  const dots = times(
    30,
    (i) => `<g transform="rotate(${i * 12 + 6}) translate(0 -396)"><circle cy="-26" r="6"/><circle cy="26" r="6"/></g>`,
  );
  const crackle = times(26, (i) => {
    const [a, r] = [i * 2.4, 60 + ((i * 67) % 380)];
    return `M${to1(Math.cos(a) * r)} ${to1(Math.sin(a) * r)}l${to1(Math.cos(a * 3) * 46)} ${to1(Math.sin(a * 3) * 46)}l${to1(Math.cos(a * 5) * 34)} ${to1(Math.sin(a * 5) * 34)}`;
  });
  return {
    svg: `<defs><radialGradient id="tqG" cx=".36" cy=".3" r=".85"><stop offset="0" stop-color="#7fe0d6"/><stop offset=".45" stop-color="#27b3ae"/><stop offset="1" stop-color="#0f6e78"/></radialGradient><radialGradient id="tqW" cx=".5" cy=".5" r=".5"><stop offset=".68" stop-color="#0a4a55" stop-opacity="0"/><stop offset=".71" stop-color="#0a4a55" stop-opacity=".42"/><stop offset=".76" stop-color="#fff" stop-opacity=".2"/><stop offset=".82" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><circle r="482" fill="#0d5660"/><circle r="476" fill="url(#tqG)"/>${ring(468, 12, SLIP, 'stroke-opacity=".85"')}${ring(444, 6, ink)}${rim}<g fill="${ink}">${dots}</g>${ring(346, 6, ink)}<path d="${star(10, 330, 236, 18)}" fill="${ink}" opacity=".35"/><path d="${lines}" fill="none" stroke="${ink}" stroke-width="24" stroke-linejoin="round"/><path d="${lines}" fill="none" stroke="${SLIP}" stroke-width="13" stroke-linejoin="round"/><path d="${star(10, 94, 58)}" fill="${ink}" stroke="${SLIP}" stroke-width="8" stroke-linejoin="round"/><path d="${star(10, 50, 28)}" fill="#5fd0c8"/><circle r="476" fill="url(#tqW)"/><path d="${crackle}" fill="none" stroke="#0a4a55" stroke-opacity=".22" stroke-width="2"/><path d="M-372 -250A450 450 0 0 1 -160 -420" fill="none" stroke="#fff" stroke-opacity=".55" stroke-width="24" stroke-linecap="round"/>`,
    width: 964,
    height: 964,
    stance: "flat",
    outline: "free",
  };
}
