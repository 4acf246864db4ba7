import { darken, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, filled, grain, linear, lit, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { planeLeaf, threads } from "./motifs";
import { hangingFolds, rod } from "./silk-folds";
import { satin, stemStitch } from "./stitches";

/** Two kitchen towels over a rod: on one a teapot, on the other an armudu glass on its saucer. */
export function kitchenTowels({ palette }: PictureSubject, random: Random): Drawn {
  const [cotton = "#f7f3ea", green = "#5c7f4f", red = "#b5463c", gold = "#c9a45c"] = palette;
  const [w, top, foot] = [430, -520, 470];
  const shape = `M${-w / 2} ${top}Q0 ${top - 8} ${w / 2} ${top}L${w / 2 + 5} ${foot}Q${w / 4} ${foot + 14} 0 ${foot}T${-w / 2 - 5} ${foot}Z`;
  const teapot = `${stemStitch("M-92 60C-128 20 -118 -52 -62 -84H62C118 -52 128 20 92 60Z", red, 13)}${stemStitch("M-58 -88C-48 -118 48 -118 58 -88M0 -114V-128", red, 13)}<circle cy="-138" r="11" fill="${gold}"/>${stemStitch("M104 -14C142 -20 146 -66 176 -84M106 28C160 24 164 -40 186 -74", red, 13)}${stemStitch("M-108 -46C-176 -66 -184 44 -108 34", red, 13)}${stemStitch("M-72 62H72M-56 78H56", red, 11)}${[-48, 0, 48].map((x, i) => stemStitch(`M${x} 26C${x - 18} 2 ${x - 12} -22 ${x} -36C${x + 12} -22 ${x + 18} 2 ${x} 26`, i % 2 ? green : gold, 7)).join("")}${stemStitch("M190 -104C178 -124 204 -138 192 -160M212 -100C202 -118 224 -130 214 -150", gold, 6)}`;
  const glass = `${satin("ktT", "M-46 58C-66 14 -26 -26 -32 -64C-34 -80 -44 -90 -50 -102H50C44 -90 34 -80 32 -64C26 -26 66 14 46 58Z", "#b0552a", [-80, -110, 160, 180])}${stemStitch("M-50 64C-74 14 -32 -26 -38 -66C-42 -92 -64 -112 -64 -146H64C64 -112 42 -92 38 -66C32 -26 74 14 50 64Z", red, 13)}${stemStitch("M-128 82C-90 108 90 108 128 82M-128 82C-90 64 90 64 128 82M-72 84H72", green, 12)}${stemStitch("M-20 -166C-34 -190 -4 -202 -18 -226M16 -166C4 -188 32 -200 20 -224", gold, 6)}${stemStitch("M150 66C172 44 204 50 204 74C204 96 170 96 160 80", gold, 7)}`;
  const towel = (x: number, id: string, figure: string, shade: number) => {
    const band = (y: number, width: number, colour: string) =>
      `<path d="M${-w} ${y}H${w}" stroke="${colour}" stroke-width="${width}"/>`;
    const tone = mix(cotton, "#b8ad98", shade);
    const row = times(9, (i) =>
      stemStitch(`M${-180 + i * 45} 372L${-162 + i * 45} 348L${-144 + i * 45} 372`, green, 6),
    );
    return `<g transform="translate(${x} 0)">${cast(shape, 12, 18)}${filled(id, shape, tone, `<g transform="translate(0 -20)">${threads(w + 30, 1040)}</g>${band(334, 10, red)}${band(388, 10, red)}${band(320, 4, gold)}${band(402, 4, gold)}${row}<g transform="translate(0 130) scale(1.02)">${figure}</g>${hangingFolds(random, w, top, foot + 40, 3)}`)}<path d="${shape}" fill="none" stroke="${darken(tone, 0.3)}" stroke-width="3"/><path d="M${-w / 2} ${foot - 22}Q${-w / 4} ${foot - 36} 0 ${foot - 22}T${w / 2} ${foot - 22}" fill="none" stroke="${darken(tone, 0.35)}" stroke-width="4" stroke-dasharray="13 8"/></g>`;
  };
  return {
    svg: `${rod(1130, top + 4)}${towel(-244, "ktA", teapot, 0)}${towel(244, "ktB", glass, 0.12)}`,
    width: 1140,
    height: 1090,
    stance: "hanging",
    outline: "cast",
    span: 990,
    focus: [-190, 190],
  };
}

/** Old Ganja in a hoop: the mosque with its dome and two minarets, the arcade, plane trees, the mountains behind. */
export function ganjaHoop(): Drawn {
  const [brick, dark, stone] = ["#b5694a", "#7a3f2c", "#e6cfa6"];
  const linen = "#f3ecdf";
  const rectOf = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`;
  const arch = (x: number, w: number, h: number, foot: number) =>
    `M${x} ${foot}V${foot - h * 0.6}Q${x + w * 0.06} ${foot - h * 0.86} ${x + w / 2} ${foot - h}Q${x + w * 0.94} ${foot - h * 0.86} ${x + w} ${foot - h * 0.6}V${foot}Z`;
  const minaret = (x: number) =>
    `${satin(`ghM${x}`, `M${x - 22} 150L${x - 17} -150H${x + 17}L${x + 22} 150Z`, brick, [x - 24, -160, 48, 320], 0.1)}${satin(`ghN${x}`, rectOf(x - 27, -182, 54, 34), stone, [x - 28, -190, 56, 50])}${satin(`ghO${x}`, `M${x - 17} -182V-216Q${x} -262 ${x + 17} -216V-182Z`, "#4f7f86", [x - 20, -264, 40, 90])}${stemStitch(`M${x - 19} -90H${x + 19}M${x - 20} -20H${x + 20}M${x - 21} 60H${x + 21}M${x} -246V-266`, stone, 5)}`;
  const dome = "M-100 -20C-112 -96 -60 -148 0 -166C60 -148 112 -96 100 -20Z";
  const hall = rectOf(-124, -20, 248, 176);
  const mosque = `${minaret(-176)}${minaret(176)}${satin("ghD", dome, "#4f7f86", [-110, -170, 220, 160], 0.2)}${stemStitch("M-60 -30C-66 -90 -30 -140 0 -162M0 -28V-162M60 -30C66 -90 30 -140 0 -162", "#8fb5b8", 5)}${stemStitch("M0 -168V-196", stone, 6)}${satin("ghH", hall, brick, [-124, -30, 248, 200], 0.12)}${satin("ghP", arch(-46, 92, 140, 156), stone, [-50, 0, 100, 170])}${satin("ghQ", arch(-30, 60, 108, 156), dark, [-40, 30, 80, 140])}${[-104, 66].map((x) => satin(`ghR${x}`, arch(x, 38, 84, 130), dark, [x - 4, 30, 50, 110])).join("")}${stemStitch("M-124 -20H124M-124 0H124", stone, 6)}`;
  const arcade = `${satin("ghA", rectOf(-330, 156, 660, 104), mix(brick, stone, 0.25), [-330, 140, 660, 140], 0.06)}${times(9, (i) => satin(`ghB${i}`, arch(-306 + i * 70, 46, 78, 260), dark, [-310 + i * 70, 170, 60, 100]))}${stemStitch("M-330 156H330M-330 172H330", dark, 6)}`;
  const leafOf = (x: number, y: number, s: number, turn: number, tone: string) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${s})">${planeLeaf(tone, darken(tone, 0.4))}</g>`;
  const tree = (x: number, side: 1 | -1) =>
    `<g transform="translate(${x} 0) scale(${side} 1)">${satin(`ghT${x}`, "M-18 264C-8 180 -16 100 -6 20H14C18 110 12 190 26 264Z", "#8a6a4a", [-24, 10, 60, 260], 0.3)}${stemStitch("M2 60L-40 -10M4 40L44 -30M4 10L-10 -70", "#8a6a4a", 9)}${[
      [-46, -20, 0.66, -30],
      [44, -36, 0.7, 24],
      [-8, -86, 0.74, 0],
      [-62, -86, 0.56, -50],
      [54, -104, 0.58, 40],
      [-26, -150, 0.56, -14],
      [26, -156, 0.5, 20],
      [-4, -10, 0.54, 10],
    ]
      .map(([lx = 0, ly = 0, s = 1, t = 0], i) => leafOf(lx, ly, s, t, i % 3 ? "#6f8f4f" : "#c9973f"))
      .join("")}</g>`;
  const peaks = "M-400 60L-300 -70L-236 -10L-120 -150L-50 -70L60 -190L170 -60L230 -110L320 -10L400 60V170H-400Z";
  return {
    svg: `<defs>${lit("ghW", "#b88a56", 0.35, 0.4)}<clipPath id="ghC"><circle r="356"/></clipPath></defs><path d="M-38 -452h76v70h-76z" fill="url(#ghW)"/><circle cx="0" cy="-424" r="15" fill="#d9b25a"/><path d="M-9 -428l18 8" stroke="#6d4d17" stroke-width="5"/><circle r="398" fill="url(#ghW)"/><circle r="384" fill="none" stroke="#7a5630" stroke-width="5"/><circle r="360" fill="#6b4a28"/><circle r="356" fill="${linen}"/><g clip-path="url(#ghC)">${threads(720, 720)}<circle cx="-210" cy="-214" r="40" fill="#e0a63f"/>${stemStitch("M-210 -272V-286M-168 -256L-158 -266M-152 -214H-138M-252 -256L-262 -266", "#e0a63f", 6)}<g transform="translate(0 -40)">${satin("ghK", peaks, "#8fa3a8", [-400, -200, 800, 380], 0.22)}${stemStitch("M-400 60L-300 -70L-236 -10L-120 -150L-50 -70L60 -190L170 -60L230 -110L320 -10L400 60", "#5f7a82", 7)}</g>${mosque}${arcade}${tree(-284, 1)}${tree(290, -1)}${satin("ghG", "M-400 260H400V400H-400Z", "#a9b27a", [-400, 250, 800, 150], 0.1)}${times(10, (i) => stemStitch(`M${-252 + i * 56} ${300 + (i % 3) * 12}l-8 -20M${-252 + i * 56} ${300 + (i % 3) * 12}l8 -22`, "#5c7f4f", 5))}</g><circle r="356" fill="none" stroke="#140d07" stroke-opacity=".3" stroke-width="10"/><path d="M-293 -254A388 388 0 0 1 -58 -383" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="9" stroke-linecap="round"/>`,
    width: 800,
    height: 860,
    stance: "hanging",
    outline: "free",
    focus: [0, 10],
  };
}

/** A runner along a table, seen from its end: jejim stripes on linen, the near end hanging down with its fringe. */
export function jejimRunner(_subject: PictureSubject, random: Random): Drawn {
  const linen = "#e4d9c0";
  const [madder, indigo, ochre, walnut, cream] = ["#a3392e", "#2f4a6b", "#c9973f", "#5a4030", "#f3ead6"];
  const wood = "#8a5f3c";
  // The table's far edge and its near one; what lies on it narrows with the distance.
  const [far, near] = [-1010, -600];
  const at = (x: number, t: number): readonly [number, number] => [
    x * (0.62 + 0.38 * t),
    far + (near - far) * (0.42 * t + 0.58 * t * t),
  ];
  const drop = 300;
  const half = 158;
  /** Half of the stripes, from the middle outwards: width and colour, or a row of figures. */
  const stripes: readonly (readonly [width: number, colour: string, figure?: string])[] = [
    [26, madder, cream],
    [5, cream],
    [9, indigo],
    [24, linen],
    [4, walnut],
    [20, indigo, ochre],
    [4, walnut],
    [24, linen],
    [7, ochre],
    [14, madder],
    [5, cream],
    [16, linen],
  ];
  let [from, flat, hung, figures] = [0, "", "", ""];
  const corners = (x0: number, x1: number) =>
    `M${[at(x0, 0), at(x1, 0), at(x1, 1), at(x0, 1)].map(([x, y]) => `${to1(x)} ${to1(y)}`).join("L")}Z`;
  const lozengesAlong = (mid: number, r: number) => {
    const lying = times(22, (i) => {
      const t = (i + 0.5) / 22;
      const [[x, y], [, y0], [, y1]] = [at(mid, t), at(mid, t - 0.016), at(mid, t + 0.016)];
      const [rx, ry] = [r * (0.62 + 0.38 * t), Math.max(2.5, (y1 - y0) / 2)];
      return `M${to1(x)} ${to1(y - ry)}L${to1(x + rx)} ${to1(y)}L${to1(x)} ${to1(y + ry)}L${to1(x - rx)} ${to1(y)}Z`;
    });
    const falling = times(
      11,
      (i) =>
        `M${to1(mid)} ${to1(near + 18 + i * 26 - r)}l${to1(r)} ${to1(r)}l${to1(-r)} ${to1(r)}l${to1(-r)} ${to1(-r)}Z`,
    );
    return lying + falling;
  };
  for (const [width, colour, figure] of stripes) {
    const to = from + (from === 0 ? width / 2 : width);
    const both =
      from === 0
        ? [[-to, to]]
        : [
            [-to, -from],
            [from, to],
          ];
    for (const [x0 = 0, x1 = 0] of both) {
      flat += `<path d="${corners(x0, x1)}" fill="${colour}"/>`;
      hung += `<path d="M${x0} ${near}H${x1 + 0.4}V${near + drop}H${x0}Z" fill="${colour}"/>`;
      if (figure) figures += `<path d="${lozengesAlong((x0 + x1) / 2, (x1 - x0) * 0.4)}" fill="${figure}"/>`;
    }
    from = to;
  }
  const fringe = (y: number, scale: number, length: number) =>
    times(44, (i) => {
      const x = (-half + 4 + (i * (half * 2 - 8)) / 43) * scale;
      return `M${to1(x)} ${y}q${(i % 3) - 1} ${length / 2} ${(i % 5) - 2} ${length + (i % 4) * 3}`;
    });
  const leg = (x: number, y: number, w: number, tone: string, foot = 0) =>
    `<path d="M${x - w} ${y}H${x + w}L${x + w * 0.7} ${foot}H${x - w * 0.7}Z" fill="${tone}"/><path d="M${x - w} ${y}H${x - w * 0.4}L${x - w * 0.3} ${foot}H${x - w * 0.7}Z" fill="#fff" opacity=".16"/>`;
  const bowl = (() => {
    const [x, y] = at(0, 0.34);
    const fruit = (fx: number, fy: number, tone: string) =>
      `<circle cx="${fx}" cy="${fy}" r="34" fill="${darken(tone, 0.3)}"/><circle cx="${fx - 3}" cy="${fy - 4}" r="29" fill="${tone}"/><circle cx="${fx - 12}" cy="${fy - 14}" r="8" fill="#fff" opacity=".5"/><path d="M${fx - 8} ${fy - 32}l8 -14l8 14" fill="${darken(tone, 0.2)}"/>`;
    return `<g transform="translate(${to1(x)} ${to1(y)})"><ellipse cx="8" cy="4" rx="118" ry="26" fill="#140d07" opacity=".4"/>${fruit(-46, -84, "#b5303a")}${fruit(40, -86, "#c9563a")}${fruit(-4, -110, "#b5303a")}<path d="M-116 -76Q-80 0 -40 4H40Q80 0 116 -76Z" fill="#d8cdb8"/><path d="M-116 -76Q0 -44 116 -76Q108 -52 98 -40Q0 -14 -98 -40Q-108 -52 -116 -76Z" fill="#5c7f8f" opacity=".8"/><path d="M-92 -60Q-70 -8 -40 0" stroke="#fff" stroke-opacity=".6" stroke-width="9" fill="none"/></g>`;
  })();
  const side = 470;
  const edge = `M${-side} ${near}H${side}V${near + 44}H${-side}Z`;
  const hangs = `M${-half} ${near}H${half}V${near + drop}H${-half}Z`;
  return {
    svg: `<defs>${lit("jrT", wood, 0.3, 0.3)}${linear(
      "jrE",
      [
        [0, darken(wood, 0.2)],
        [1, darken(wood, 0.5)],
      ],
      [0, 0, 0, 1],
    )}<linearGradient id="jrF" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset=".1" stop-color="#140d07" stop-opacity=".06"/><stop offset="1" stop-color="#140d07" stop-opacity=".3"/></linearGradient></defs>${leg(-262, -950, 22, darken(wood, 0.55), -150)}${leg(262, -950, 22, darken(wood, 0.55), -150)}${filled("jrQ", corners(-side, side), "url(#jrT)", `<g transform="translate(0 -800)">${grain(900, 440, darken(wood, 0.4), random, 20, 0.3)}</g>`)}<path d="${fringe(far + 2, 0.62, -22)}" stroke="${cream}" stroke-width="4" fill="none"/><g transform="translate(9 6)" opacity=".28"><path d="${corners(-half, half)}" fill="#140d07"/></g>${flat}${leg(-410, near + 30, 34, darken(wood, 0.25))}${leg(410, near + 30, 34, darken(wood, 0.25))}<path d="${edge}" fill="url(#jrE)"/><path d="M${-side} ${near + 2}H${side}" stroke="#fff" stroke-opacity=".3" stroke-width="5"/><g transform="translate(14 10)" opacity=".32"><path d="${hangs}" fill="#140d07"/></g><path d="${fringe(near + drop - 2, 1, 62)}" stroke="${darken(linen, 0.25)}" stroke-width="7" fill="none"/><path d="${fringe(near + drop - 2, 1, 62)}" stroke="${cream}" stroke-width="4.5" fill="none"/>${hung}${figures}<path d="${times(24, (i) => `M${-half} ${near + 8 + i * 12.4}H${half}`)}" stroke="#140d07" stroke-opacity=".12" stroke-width="3"/><path d="${hangs}" fill="url(#jrF)"/>${bowl}`,
    width: 960,
    height: 1130,
    stance: "standing",
    ground: "floor",
    wornCm: 150,
    span: 1300,
    focus: [0, near + 40],
  };
}
