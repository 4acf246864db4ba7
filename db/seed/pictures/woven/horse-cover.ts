import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { filled, grain, linear, lit, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { laid } from "./bags";
import type { Design } from "./designs";
import { clipped, coloursFrom } from "./forms";
import { makeKnots, put } from "./knots";

type Point = readonly [number, number];

/** A horse of wood, 6 units to the centimetre, facing left; origin on the floor below its middle. */
const HORSE =
  "M-792 -1010C-800 -1046 -780 -1076 -752 -1100C-708 -1144 -668 -1196 -640 -1246C-628 -1268 -610 -1284 -590 -1294L-574 -1356C-552 -1340 -540 -1314 -538 -1284C-470 -1256 -400 -1170 -346 -1060C-316 -1000 -282 -936 -236 -910C-150 -880 -60 -872 40 -868C130 -872 220 -910 300 -900C376 -892 430 -850 446 -780C462 -700 452 -640 434 -580C420 -520 414 -480 426 -440C438 -400 446 -364 434 -330C424 -304 408 -290 406 -262L394 -130C394 -100 410 -70 426 -24H322C334 -62 340 -96 338 -130L348 -280C346 -330 312 -390 284 -470C266 -502 230 -506 190 -490C90 -456 -60 -450 -160 -462C-192 -466 -208 -450 -216 -420C-226 -380 -230 -350 -234 -320C-238 -296 -250 -280 -252 -250L-258 -130C-258 -98 -246 -68 -234 -24H-336C-324 -62 -318 -96 -318 -130L-322 -250C-326 -280 -340 -300 -340 -330C-346 -400 -370 -460 -392 -510C-418 -570 -434 -630 -430 -690C-428 -760 -450 -830 -486 -900C-510 -946 -540 -980 -572 -990C-600 -986 -630 -960 -664 -940C-700 -920 -740 -900 -764 -916C-788 -936 -786 -980 -792 -1010Z";
const FAR_LEGS =
  "M-300 -520L-392 -350C-400 -310 -390 -280 -386 -250L-388 -130L-408 -40H-310C-318 -80 -326 -100 -328 -130L-324 -250L-236 -470ZM240 -520L302 -340C300 -300 286 -280 282 -250L262 -130L236 -40H334C330 -80 324 -100 326 -130L348 -280C356 -330 372 -400 384 -520Z";
const MANE =
  "M-590 -1294C-540 -1290 -470 -1240 -400 -1140C-350 -1066 -312 -980 -236 -912C-262 -900 -300 -900 -330 -916C-322 -950 -342 -960 -366 -966C-352 -1000 -372 -1016 -400 -1022C-386 -1056 -404 -1076 -434 -1080C-424 -1116 -442 -1134 -474 -1136C-464 -1172 -486 -1186 -516 -1184C-510 -1220 -540 -1240 -570 -1230C-580 -1250 -600 -1276 -590 -1294Z";
const TAIL =
  "M424 -832C500 -836 540 -760 536 -660C532 -560 556 -460 530 -330C500 -300 470 -330 474 -380C480 -480 450 -560 446 -660C446 -720 440 -780 424 -832Z";
/** The chul: cut out for the neck, around the breast, along the back and down over the croup. */
const BACK: readonly Point[] = [
  [-346, -1010],
  [-300, -950],
  [-236, -914],
  [-150, -884],
  [-40, -874],
  [60, -872],
  [160, -886],
  [260, -906],
  [340, -896],
  [404, -858],
  [444, -790],
];
const FRONT = [-470, -600] as const;
const REAR = [462, -560] as const;

function along(points: readonly Point[], u: number): Point {
  const place = u * (points.length - 1);
  const i = Math.min(points.length - 2, Math.floor(place));
  const [a, b] = [points[i], points[i + 1]];
  if (!a || !b) return [0, 0];
  const t = place - i;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

/** A place on the cover: `u` from breast to tail, `v` from the back down. */
function at(u: number, v: number): Point {
  const [x, y] = along(BACK, u);
  const foot = FRONT[0] + (REAR[0] - FRONT[0]) * u;
  const low = FRONT[1] + (REAR[1] - FRONT[1]) * u + 116 * Math.sin(Math.PI * u);
  // Over the breast the edge is hollow, where the neck comes out.
  const ease = v ** 0.8;
  return [x + (foot - x) * ease - 20 * Math.sin(Math.PI * v) * (1 - 2 * u) * (u < 0.5 ? 1 : -0.6), y + (low - y) * v];
}

const line = (points: readonly Point[]): string => points.map(([x, y]) => `${to1(x)} ${to1(y)}`).join("L");
const steps = (one: (t: number) => Point): Point[] => Array.from({ length: 25 }, (_, i) => one(i / 24));

/** A horse cover where it belongs, on the back of a horse carved of plain wood. */
export function horseCover(design: Design, subject: PictureSubject, random: Random): Drawn {
  const colours = coloursFrom(subject);
  const [
    field = "#22385c",
    second = "#d9603f",
    gold = "#e8bf5f",
    light = "#f3e8cc",
    dark = "#14182a",
    wine = "#8a2a35",
  ] = colours;
  const wood = "#b98d5f";
  // What hangs on this side is one half of the cover; the other is beyond the back.
  const [columns, rows] = [104, 84];
  const whole = design(columns, rows, random);
  const half = makeKnots(columns, rows / 2);
  half.colour.set(whole.colour.subarray((rows / 2) * columns));
  // Figures as dark as the field would be lost on it.
  for (let y = 0; y < rows / 2 - 17; y++)
    for (let x = 17; x < columns - 17; x++) if (half.colour[y * columns + x] === 4) put(half, x, y, 3);
  const outline = `M${line([...steps((t) => at(t, 0)), ...steps((t) => at(1, t)), ...steps((t) => at(1 - t, 1)), ...steps((t) => at(0, 1 - t))])}Z`;
  const fringe = times(112, (i) => {
    const [x, y] = at((i + 0.5) / 112, 0.99);
    return `M${to1(x)} ${to1(y)}q${(i % 3) - 1} 30 ${(i % 5) - 2} ${58 + (i % 4) * 3}`;
  });
  const tassels = times(9, (i) => {
    const [x, y] = at((i + 0.5) / 9, 1);
    return `<g transform="translate(${to1(x)} ${to1(y + 6)})"><path d="M-9 0H9L15 86H-15Z" fill="${i % 2 ? second : gold}"/><path d="M-11 16H11" stroke="${dark}" stroke-width="9"/></g>`;
  });
  const edge = (points: readonly Point[], width: number) =>
    `<path d="M${line(points)}" fill="none" stroke="${dark}" stroke-width="${width}" stroke-linejoin="round"/><path d="M${line(points)}" fill="none" stroke="${wine}" stroke-width="${width - 8}" stroke-linejoin="round"/><path d="M${line(points)}" fill="none" stroke="${light}" stroke-width="5" stroke-dasharray="10 12"/>`;
  const strap = "M-452 -640C-470 -668 -474 -700 -452 -728";
  return {
    svg: `<g transform="translate(128 0)"><defs>${linear(
      "hcW",
      [
        [0, lighten(wood, 0.4)],
        [0.45, wood],
        [1, darken(wood, 0.5)],
      ],
      [0.2, 0, 0.5, 1],
    )}${lit("hcB", "#7a5636", 0.25, 0.4)}<linearGradient id="hcD" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".16" stop-color="#fff" stop-opacity=".06"/><stop offset=".6" stop-color="#140d07" stop-opacity=".06"/><stop offset="1" stop-color="#140d07" stop-opacity=".36"/></linearGradient></defs>
<path d="M-560 -30H620Q640 -30 640 -10V10H-580V-10Q-580 -30 -560 -30Z" fill="url(#hcB)"/><path d="M-570 -26H630" stroke="#fff" stroke-opacity=".25" stroke-width="5"/>
<path d="${FAR_LEGS}" fill="${darken(wood, 0.42)}"/><path d="${TAIL}" fill="${darken(wood, 0.5)}"/><path d="M450 -800C510 -740 500 -560 506 -350M440 -800C486 -720 474 -600 486 -420" stroke="${darken(wood, 0.7)}" stroke-width="5" fill="none"/>
${filled("hcH", HORSE, "url(#hcW)", `<g transform="translate(0 -640) rotate(90)">${grain(1300, 1300, darken(wood, 0.5), random, 42, 0.22)}</g><path d="M-214 -430Q-60 -400 190 -470L260 -560H-260Z" fill="#140d07" opacity=".2"/><path d="M-486 -880C-440 -800 -420 -720 -424 -640" stroke="#fff" stroke-opacity=".2" stroke-width="24" fill="none"/>`)}
<path d="${MANE}" fill="${darken(wood, 0.5)}"/><path d="M-560 -1270C-480 -1220 -400 -1110 -340 -990M-540 -1250C-470 -1190 -410 -1090 -370 -1010" stroke="${darken(wood, 0.72)}" stroke-width="5" fill="none"/>
<circle cx="-652" cy="-1150" r="15" fill="#2b1b10"/><circle cx="-657" cy="-1155" r="5" fill="#fff"/><path d="M-676 -1172Q-652 -1184 -632 -1162" stroke="${darken(wood, 0.6)}" stroke-width="6" fill="none"/><path d="M-776 -994q14 -10 20 4" stroke="#2b1b10" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-780 -948Q-748 -936 -716 -944" stroke="#2b1b10" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M-572 -990C-590 -1030 -586 -1070 -560 -1104" stroke="${darken(wood, 0.6)}" stroke-opacity=".5" stroke-width="8" fill="none"/>
<path d="M-334 -28H-235L-224 4H-346ZM324 -28H425L438 4H312Z" fill="#2b1b10"/>
<g transform="translate(12 22)" opacity=".3"><path d="${outline}" fill="#140d07"/></g><path d="${fringe}" stroke="${light}" stroke-width="6" fill="none"/>${tassels}
${clipped("hcC", outline, `<path d="${outline}" fill="${field}"/>${laid(half, colours, at)}<path d="${outline}" fill="url(#hcD)"/><path d="M-200 -890C-170 -760 -180 -620 -196 -480M170 -890C150 -740 170 -600 190 -450" stroke="#140d07" stroke-opacity=".14" stroke-width="44" fill="none"/><path d="M-140 -890C-110 -760 -120 -620 -130 -480M240 -900C220 -740 240 -600 262 -450" stroke="#fff" stroke-opacity=".1" stroke-width="36" fill="none"/>`)}
${edge(
  steps((t) => at(0, t)),
  30,
)}${edge(
      steps((t) => at(1, t)),
      22,
    )}${edge(
      steps((t) => at(t, 0)),
      18,
    )}${edge(
      steps((t) => at(t, 1)),
      22,
    )}
<path d="${strap}" fill="none" stroke="${dark}" stroke-width="34" stroke-linecap="round"/><path d="${strap}" fill="none" stroke="${gold}" stroke-width="24" stroke-linecap="round" stroke-dasharray="10 8"/></g>`,
    width: 1360,
    height: 1370,
    stance: "standing",
    ground: "floor",
    wornCm: 226,
    span: 1360,
    focus: [108, -690],
  };
}
