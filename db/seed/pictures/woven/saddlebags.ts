import { darken, lighten } from "../colour";
import { makeRandom, type PictureSubject } from "../contract";
import { cast, lit, slab, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { laid } from "./bags";
import type { Design } from "./designs";
import { clipped, coloursFrom, FOLD } from "./forms";
import { box, frame, lozenge, makeKnots, shape, star8, type Knots } from "./knots";

type Point = readonly [number, number];

/** Half the width of a pouch, its depth, and where its mouth and the rail lie. */
const [HALF, DEPTH, RAIL] = [226, 440, -470];

/** The plain cloth between the pouches: stripes of the weft. */
function plain(): Knots {
  const knots = makeKnots(36, 40, 0);
  for (let y = 0; y < 40; y++) box(knots, 0, y, 36, 1, [0, 0, 4, 1, 1, 4, 0, 0, 2, 3, 2][y % 11] ?? 0);
  return knots;
}

/** A pouch's face: a star for sumakh, one great lozenge for a kilim, rows of lozenges for a small bag. */
const faceOf =
  (title: string): Design =>
  (columns, rows) => {
    const knots = makeKnots(columns, rows, 0);
    const [cx, cy] = [(columns - 1) / 2, (rows - 1) / 2];
    const rings = (x: number, y: number, list: readonly (readonly [number, number])[], isStar: boolean) => {
      for (const [r, colour] of list) shape(knots, x, y, 24, colour, isStar ? star8(r) : lozenge(r, r));
    };
    const isSumakh = /sumakh/i.test(title);
    if (isSumakh || /kilim/i.test(title)) {
      const list = [
        [19, 4],
        [18, 3],
        [15, 1],
        [11, 4],
        [10, 2],
        [6, 5],
        [3, 3],
      ] as const;
      rings(cx, cy, list, isSumakh);
      for (const sx of [-1, 1])
        for (const sy of [-1, 1])
          rings(
            cx + sx * 14,
            cy + sy * 15,
            isSumakh
              ? [
                  [4, 3],
                  [2, 1],
                ]
              : [
                  [6, 2],
                  [4, 1],
                  [2, 3],
                ],
            isSumakh,
          );
    } else
      for (let j = 0; j < 4; j++)
        for (let i = 0; i < 4; i++) {
          const warm = (i + j) % 2 === 0;
          const list = [
            [4.6, warm ? 3 : 1],
            [3.4, 4],
            [2.4, warm ? 1 : 2],
            [0.5, 3],
          ] as const;
          rings(cx + (i - 1.5) * 10, cy + (j - 1.5) * 10, list, false);
        }
    frame(knots, 0, 0, columns, rows, 4, 4);
    for (let y = 1; y < rows - 1; y += 4) for (const x of [1, columns - 3]) box(knots, x, y, 2, 2, y % 8 === 1 ? 2 : 3);
    for (let x = 1; x < columns - 1; x += 4) for (const y of [1, rows - 3]) box(knots, x, y, 2, 2, x % 8 === 1 ? 2 : 3);
    return knots;
  };

/** Two pouches of one cloth that hangs over a rail by the plain band between them: one before it, one behind. */
export function saddlebag(subject: PictureSubject): Drawn {
  const colours = coloursFrom(subject);
  const [field = "#8a2d2d", second = "#2c4a3e", gold = "#d8a24a", light = "#f3ead6"] = colours;
  const hasStrap = /strap/i.test(subject.description.en);
  const apart = hasStrap ? 320 : 282;
  const left: Point = [-apart, -110];
  const right: Point = [apart, -136];
  const dark = darken(field, 0.6);
  const inPouch = (u: number, v: number): Point => {
    const bulge = 20 * Math.sin(Math.PI * v) + 8 * v;
    return [(u * 2 - 1) * (HALF + bulge), v * DEPTH + (1 - (u * 2 - 1) ** 2) * 26 * v];
  };
  const body = `M${-HALF} 0C${-HALF - 26} 130 ${-HALF - 30} 300 ${-HALF - 8} ${DEPTH}Q0 ${DEPTH + 48} ${HALF + 8} ${DEPTH}C${HALF + 30} 300 ${HALF + 26} 130 ${HALF} 0Z`;
  const face = laid(faceOf(subject.title.en)(45, 46, makeRandom("bag")), colours, inPouch);
  const tassel = (x: number, y: number, tone: string) =>
    `<g transform="translate(${x} ${y})"><path d="M0 -8v34" stroke="${dark}" stroke-width="8"/><path d="M-12 22h24l8 82h-40Z" fill="${tone}"/><path d="M-13 36h26" stroke="${dark}" stroke-width="9"/><path d="M-8 46l-5 58M0 46v58M8 46l5 58" stroke="${darken(tone, 0.45)}" stroke-width="3"/></g>`;
  const loops = times(7, (i) => {
    const x = -177 + i * 59;
    const d = `M${x - 15} 46C${x - 26} -34 ${x + 26} -34 ${x + 15} 46`;
    return `<path d="${d}" fill="none" stroke="${dark}" stroke-width="18" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${i % 2 ? gold : light}" stroke-width="11" stroke-linecap="round"/>`;
  });
  const pouch = (id: string, [x, y]: Point, shade: number) =>
    `<g transform="translate(${x} ${y})">${cast(body, 12, 20)}${clipped(id, body, `${face}<path d="${body}" fill="url(#plump)"/><path d="M-260 -10H260V40Q0 84 -260 40Z" fill="#140d07" opacity=".26"/>${shade ? `<path d="${body}" fill="#140d07" opacity="${shade}"/>` : ""}`)}<path d="${body}" fill="none" stroke="${dark}" stroke-width="7"/><path d="M${-HALF} 0Q0 -58 ${HALF} 0Q0 40 ${-HALF} 0Z" fill="#1a0f0b"/><path d="M${-HALF} 2Q0 40 ${HALF} 2" fill="none" stroke="${dark}" stroke-width="32"/><path d="M${-HALF} 2Q0 40 ${HALF} 2" fill="none" stroke="${second}" stroke-width="22"/>${loops}${times(5, (i) => tassel(-206 + i * 103, DEPTH + 6 + (i % 4 ? 18 : 2), i % 2 ? lighten(field, 0.15) : gold))}</g>`;
  /** The band from the rail to a pouch's mouth: gathered above, as wide as the pouch below. */
  const fall = (id: string, [x, y]: Point, from: number, top: number, shade: number) => {
    const at = (u: number, v: number): Point => {
      const ease = v * v * (3 - 2 * v);
      const half = 104 + (HALF - 104) * ease;
      const ripple = Math.sin(u * 15) * 9 * (1 - v);
      return [from + (x - from) * ease + (u * 2 - 1) * half, top + (y + 8 - top) * v + ripple];
    };
    const edge = (u: number) => times2(13, (i) => at(u, i / 12));
    const d = `M${line([...edge(0), ...edge(1).toReversed()])}Z`;
    const pleats = times(5, (i) => {
      const u = 0.1 + i * 0.2;
      return `M${line(times2(7, (k) => at(u, k / 7)))}`;
    });
    const steps = [34, 24, 15, 7].map(
      (w) => `<path d="${pleats}" fill="none" stroke="#140d07" stroke-opacity=".09" stroke-width="${w}"/>`,
    );
    return `${cast(d, 10, 16)}${clipped(id, d, `${laid(plain(), colours, at)}${steps.join("")}<path d="${d}" fill="#140d07" opacity="${shade}"/>`)}<path d="${d}" fill="none" stroke="${dark}" stroke-width="5"/>`;
  };
  const rail = slab(0, RAIL, 1180, 62, 31);
  const over = `M-154 ${RAIL + 20}C-160 ${RAIL - 26} -140 ${RAIL - 46} -110 ${RAIL - 44}H96C120 ${RAIL - 46} 70 ${RAIL - 20} 56 ${RAIL + 20}Z`;
  const plait = `M${left[0] + HALF - 6} ${left[1] - 10}C${left[0] + HALF + 40} 240 -60 400 0 404S${right[0] - HALF - 40} 240 ${right[0] - HALF + 6} ${right[1] - 10}`;
  const strap = `<path d="${plait}" transform="translate(10 18)" fill="none" stroke="#140d07" stroke-opacity=".22" stroke-width="34"/><path d="${plait}" fill="none" stroke="${darken(light, 0.62)}" stroke-width="36" stroke-linecap="round"/><path d="${plait}" fill="none" stroke="${light}" stroke-width="29" stroke-linecap="round"/><path d="${plait}" fill="none" stroke="${field}" stroke-width="29" stroke-dasharray="11 17"/><path d="${plait}" fill="none" stroke="${gold}" stroke-width="10" stroke-dasharray="17 11" stroke-dashoffset="6"/>`;
  return {
    svg: `<g transform="translate(0 30)"><defs>${FOLD}${lit("sbR", "#8a5a36", 0.35, 0.45)}</defs>${cast(rail, 14, 34)}${fall("sbY", right, 20, RAIL + 10, 0.26)}${hasStrap ? strap : ""}${pouch("sbB", right, 0.12)}<path d="${rail}" fill="url(#sbR)"/><path d="M-570 ${RAIL - 14}H570" stroke="#fff" stroke-opacity=".3" stroke-width="7"/>${[-535, 535].map((x) => `<path d="${slab(x, RAIL, 60, 150, 20)}" fill="#3a3632"/><path d="M${x - 20} ${RAIL - 60}v120" stroke="#fff" stroke-opacity=".2" stroke-width="6"/><circle cx="${x}" cy="${RAIL - 54}" r="8" fill="#a9a49a"/><circle cx="${x}" cy="${RAIL + 54}" r="8" fill="#a9a49a"/>`).join("")}${fall("sbX", left, -50, RAIL + 4, 0)}<path d="${over}" fill="${darken(field, 0.1)}"/><path d="M-138 ${RAIL - 26}H98" stroke="${gold}" stroke-width="9"/><path d="M-144 ${RAIL - 12}H84" stroke="${second}" stroke-width="8"/><path d="${over}" fill="#fff" opacity=".1"/>${pouch("sbA", left, 0)}</g>`,
    width: 1180,
    height: 1100,
    stance: "hanging",
    outline: "cast",
    span: 1750,
    focus: [left[0], 40],
  };
}

const line = (points: readonly Point[]): string => points.map(([x, y]) => `${to1(x)} ${to1(y)}`).join("L");
const times2 = (count: number, one: (i: number) => Point): Point[] => Array.from({ length: count }, (_, i) => one(i));
