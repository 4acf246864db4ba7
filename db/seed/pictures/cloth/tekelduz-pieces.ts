import { darken, lighten } from "../colour";
import type { PictureSubject } from "../contract";
import { cast, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { buta, slant, threads } from "./motifs";
import { chain, stitched } from "./stitches";

const petalsOf = (count: number, r: number, width: number, at: number): string =>
  times(count, (i) => {
    const a = (i / count) * Math.PI * 2 + at;
    const [x, y] = [Math.sin(a) * r, -Math.cos(a) * r];
    const [sx, sy] = [Math.cos(a) * width, Math.sin(a) * width];
    return `M0 0C${to1(x * 0.4 + sx)} ${to1(y * 0.4 + sy)} ${to1(x + sx)} ${to1(y + sy)} ${to1(x)} ${to1(y)}C${to1(x - sx)} ${to1(y - sy)} ${to1(x * 0.4 - sx)} ${to1(y * 0.4 - sy)} 0 0Z`;
  });

/** A rose in full bloom, about 200 units across. */
function rose(outer: string, inner: string, heart: string): string {
  const whorl = "M0 0C14 -6 18 10 4 14C-18 18 -26 -8 -8 -22C16 -38 42 -14 34 14C24 44 -20 46 -38 18";
  return `${stitched(petalsOf(7, 98, 40, 0), darken(outer, 0.15), lighten(outer, 0.25), 8)}${stitched(petalsOf(6, 68, 34, 0.4), outer, lighten(outer, 0.45), 7)}<circle r="38" fill="${inner}"/>${chain(whorl, heart, 8)}`;
}

const leaf = (colour: string, vein: string): string =>
  stitched("M0 0C-34 -26 -36 -78 0 -112C36 -78 34 -26 0 0Z", colour, lighten(colour, 0.35), 7) +
  chain("M0 -8V-92M0 -34L-16 -52M0 -34L16 -52M0 -60L-13 -76M0 -60L13 -76", vein, 5);

const put = (x: number, y: number, turn: number, scale: number, inner: string): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${inner}</g>`;

/** A nightingale that sings on a branch, beak to the right; feet at the origin. */
function nightingale(plume: string, breast: string, beak: string): string {
  const tail =
    "M-106 -56C-170 -40 -236 4 -290 66C-262 74 -240 70 -222 60C-222 78 -214 90 -200 94C-160 60 -110 10 -66 -16Z";
  const body =
    "M-110 -60C-90 -120 -30 -156 40 -166C56 -222 104 -250 148 -234C186 -220 196 -184 184 -152C176 -60 96 12 -10 4C-60 0 -104 -24 -110 -60Z";
  const belly = "M184 -152C176 -60 96 12 -10 4C30 -20 96 -60 120 -140C140 -166 170 -168 184 -152Z";
  const wing = "M-150 -20C-110 -96 -30 -140 50 -124C70 -90 40 -50 -10 -34C-60 -20 -104 -26 -150 -20Z";
  return `${chain("M30 0L26 40M58 -6L60 38M10 42H44M44 40H78", beak, 9)}${stitched(tail, darken(plume, 0.2), lighten(plume, 0.2))}${stitched(body, plume, lighten(plume, 0.35), 9)}<path d="${belly}" fill="${breast}"/>${chain("M178 -110C160 -50 100 -6 30 -4M166 -128C150 -70 100 -26 50 -18", lighten(breast, 0.4), 6)}${stitched(wing, darken(plume, 0.3), lighten(plume, 0.4))}${chain("M-110 -34C-70 -84 -20 -110 40 -108M-80 -34C-50 -66 -10 -84 34 -82M-46 -36C-26 -54 0 -60 20 -58", lighten(plume, 0.3), 7)}<circle cx="138" cy="-192" r="15" fill="#f7efe2"/><circle cx="140" cy="-192" r="10" fill="#17120f"/><circle cx="143" cy="-196" r="3" fill="#fff"/>${stitched("M184 -196L250 -218L190 -176Z", beak, lighten(beak, 0.3), 5)}${stitched("M186 -172L238 -160L180 -150Z", darken(beak, 0.2), beak, 5)}`;
}

/** A velvet cushion: a nightingale beside its rose. */
export function nightingaleCushion({ palette }: PictureSubject): Drawn {
  const [velvet = "#6b1020", gold = "#d4af37", green = "#2e5d4b", cream = "#f7efe2"] = palette;
  const leafy = lighten(green, 0.14);
  const half = 400;
  const shape = `M${-half + 20} ${-half + 8}C-180 ${-half + 26} 180 ${-half + 26} ${half - 20} ${-half + 8}Q${half} ${-half} ${half - 8} ${-half + 20}C${half - 26} -180 ${half - 26} 180 ${half - 8} ${half - 20}Q${half} ${half} ${half - 20} ${half - 8}C180 ${half - 26} -180 ${half - 26} ${-half + 20} ${half - 8}Q${-half} ${half} ${-half + 8} ${half - 20}C${-half + 26} 180 ${-half + 26} -180 ${-half + 8} ${-half + 20}Q${-half} ${-half} ${-half + 20} ${-half + 8}Z`;
  const frame = (r: number) => `M${-r} ${-r}H${r}V${r}H${-r}Z`;
  const corner = [0, 90, 180, 270]
    .map(
      (turn) =>
        `<g transform="rotate(${turn}) translate(-280 -280) rotate(-45) scale(.62)">${buta(gold, darken(gold, 0.4), velvet)}</g>`,
    )
    .join("");
  const between = times(4, (k) =>
    times(
      7,
      (i) =>
        `<g transform="rotate(${k * 90}) translate(${-192 + i * 64} -306)"><path d="M0 -15L15 0L0 15L-15 0Z" fill="${i % 2 ? gold : lighten(green, 0.35)}"/></g>`,
    ),
  );
  const branch =
    "M-250 236C-150 176 -60 150 40 128C130 108 200 60 232 -20M40 128C60 60 60 20 96 -40M-150 180C-190 120 -210 70 -204 10M-60 150C-20 190 40 214 110 214";
  return {
    svg: `<defs><radialGradient id="ntP" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient><clipPath id="ntC"><path d="${shape}"/></clipPath></defs>${cast(shape, 14, 22)}<path d="${shape}" fill="${velvet}"/><g clip-path="url(#ntC)">${slant(2 * half, 2 * half)}</g>${chain(frame(346), gold, 10)}${chain(frame(266), gold, 8)}${between}${corner}${chain(branch, leafy, 14)}${put(-204, 14, -8, 0.9, leaf(leafy, gold))}${put(-190, 90, -70, 0.62, leaf(leafy, gold))}${put(-110, 164, -150, 0.7, leaf(leafy, gold))}${put(116, 214, 100, 0.72, leaf(leafy, gold))}${put(236, -16, 20, 0.8, leaf(leafy, gold))}${put(196, 60, 110, 0.6, leaf(leafy, gold))}${put(30, 204, 170, 0.55, leaf(leafy, gold))}${put(112, -86, 12, 1.16, rose("#e0788a", cream, "#b5304a"))}${put(150, 150, 0, 0.5, rose(cream, gold, "#b5304a"))}${put(-214, -126, 0, 0.46, rose("#e0788a", cream, "#b5304a"))}${put(-96, 124, 2, 0.74, nightingale("#b58a4a", cream, gold))}<path d="${shape}" fill="url(#ntP)"/><path d="${shape}" fill="none" stroke="${darken(gold, 0.25)}" stroke-width="10"/><path d="${shape}" fill="none" stroke="${gold}" stroke-width="6" stroke-dasharray="11 7"/>`,
    width: 2 * half,
    height: 2 * half,
    stance: "flat",
    outline: "cast",
    focus: [-10, 20],
  };
}

const tulip = (a: string, b: string): string =>
  stitched("M0 60C-70 50 -76 -30 -52 -90L-26 -44L0 -104L26 -44L52 -90C76 -30 70 50 0 60Z", a, lighten(a, 0.4), 7) +
  stitched("M0 50C-26 20 -24 -30 0 -64C24 -30 26 20 0 50Z", b, lighten(b, 0.3), 6);

const carnation = (a: string, b: string): string =>
  stitched(
    "M-20 50L-84 -40L-60 -50L-58 -78L-34 -66L-20 -94L0 -74L20 -94L34 -66L58 -78L60 -50L84 -40L20 50Z",
    a,
    lighten(a, 0.4),
    7,
  ) +
  chain("M0 36V-52M-10 36L-44 -46M10 36L44 -46", lighten(a, 0.5), 6) +
  stitched("M-22 44H22L14 88H-14Z", b, lighten(b, 0.3), 6);

const pomegranateFlower = (a: string, b: string): string =>
  stitched(
    "M-60 -50C-84 -84 -60 -100 -34 -84C-30 -116 30 -116 34 -84C60 -100 84 -84 60 -50Z",
    lighten(a, 0.18),
    lighten(a, 0.5),
    6,
  ) +
  stitched(
    "M-40 -56L-66 -64L-52 -20C-48 30 -30 60 0 64C30 60 48 30 52 -20L66 -64L40 -56L20 -72L0 -54L-20 -72Z",
    a,
    lighten(a, 0.4),
    7,
  ) +
  chain("M0 52V-30M-22 40L-30 -24M22 40L30 -24", b, 5);

const iris = (a: string, b: string): string =>
  stitched("M0 -10C-40 -50 -34 -96 0 -112C34 -96 40 -50 0 -10Z", a, lighten(a, 0.4), 7) +
  stitched(
    "M-6 -6C-60 -44 -106 -26 -104 14C-98 50 -66 66 -56 88C-50 50 -24 30 -4 10Z",
    darken(a, 0.1),
    lighten(a, 0.4),
    7,
  ) +
  stitched("M6 -6C60 -44 106 -26 104 14C98 50 66 66 56 88C50 50 24 30 4 10Z", darken(a, 0.1), lighten(a, 0.4), 7) +
  chain("M-24 6C-50 4 -66 20 -66 40M24 6C50 4 66 20 66 40M0 -24V-80", b, 6);

/** Five bookmarks of felted wool spread like a fan, a different flower on each. */
export function bookmarks({ palette }: PictureSubject): Drawn {
  const [wine = "#6b1020", gold = "#d4af37", green = "#2e5d4b", cream = "#f7efe2"] = palette;
  const flowers: readonly (readonly [ground: string, flower: string])[] = [
    [wine, rose("#e58a96", cream, "#b5304a")],
    [green, tulip("#d9533f", gold)],
    ["#2b3350", pomegranateFlower("#d8432f", gold)],
    ["#7a4a1f", carnation(cream, lighten(green, 0.3))],
    ["#43304f", iris("#a993d6", gold)],
  ];
  const strip = "M-98 -354Q0 -372 98 -354V348H-98Z";
  const tassel = (ground: string) =>
    `<path d="M0 346V400" stroke="${gold}" stroke-width="8"/><circle cy="404" r="15" fill="${darken(gold, 0.15)}"/><path d="M-14 412H14L20 500H-20Z" fill="${gold}"/><path d="M-9 420l-5 78M0 420v80M9 420l5 78" stroke="${darken(gold, 0.45)}" stroke-width="3"/><path d="M-15 428H15" stroke="${lighten(ground, 0.2)}" stroke-width="8"/>`;
  const one = (i: number) => {
    const [ground, flower] = flowers[i] ?? [wine, ""];
    const turn = (i - 2) * 9;
    const tone = lighten(green, ground === green ? 0.42 : 0.16);
    const nap = times(
      70,
      (k) => `M${((k * 53) % 184) - 92} ${((k * 97) % 680) - 340}l${(k % 5) - 2} ${9 - (k % 3) * 3}`,
    );
    return `<g transform="rotate(${turn} 0 1150)">${cast(strip, 8, 12)}${tassel(ground)}<path d="${strip}" fill="${ground}"/><path d="${nap}" stroke="#fff" stroke-opacity=".14" stroke-width="3"/><path d="${strip}" transform="scale(.9 .965)" fill="none" stroke="${gold}" stroke-width="5" stroke-dasharray="13 8"/>${chain("M0 290C-18 180 22 80 0 -60", tone, 11)}${put(-4, 210, -48, 0.84, leaf(tone, gold))}${put(4, 150, 46, 0.84, leaf(tone, gold))}${put(8, 60, -42, 0.7, leaf(tone, gold))}${put(0, -170, 0, 0.84, flower)}</g>`;
  };
  return {
    svg: `<g transform="translate(0 -40)">${times(5, one)}</g>`,
    width: 1160,
    height: 1000,
    stance: "flat",
    outline: "cast",
    span: 860,
    focus: [0, -190],
  };
}

/** A runner of linen: a vine of leaves in chain stitch along its border, a fringe at either end. */
export function leafRunner({ palette }: PictureSubject): Drawn {
  const [, green = "#5c7f4f", red = "#b5463c", gold = "#c9a45c"] = palette;
  const linen = "#efe8d8";
  const [w, h] = [380, 1240];
  const [x, y] = [w / 2 - 62, h / 2 - 62];
  const wave = (length: number, count: number) => {
    const step = length / count;
    return `M${-length / 2} 0${times(count, (i) => `q${to1(step / 2)} ${i % 2 ? 34 : -34} ${to1(step)} 0`)}`;
  };
  const side = (length: number, count: number) =>
    chain(wave(length, count), green, 9) +
    times(count, (i) => {
      const along = -length / 2 + (length / count) * (i + 0.5);
      const up = i % 2 === 0;
      return put(
        along,
        up ? -12 : 12,
        up ? 24 : 156,
        0.46,
        leaf(i % 3 === 2 ? gold : green, i % 3 === 2 ? green : gold),
      );
    });
  const laid = (dx: number, dy: number, turn: number, inner: string) =>
    `<g transform="translate(${dx} ${dy}) rotate(${turn})">${inner}</g>`;
  const edges =
    laid(-x, 0, -90, side(2 * y - 70, 16)) +
    laid(x, 0, 90, side(2 * y - 70, 16)) +
    laid(0, -y, 0, side(2 * x - 70, 4)) +
    laid(0, y, 180, side(2 * x - 70, 4));
  const corners = [-1, 1].flatMap((sx) =>
    [-1, 1].map((sy) => put(sx * x, sy * y, 0, 0.36, rose(red, gold, "#7a2a22"))),
  );
  const heart = [0, 90, 180, 270]
    .map((turn) => put(0, 0, turn, 0.9, `<g transform="translate(0 -50)">${leaf(green, gold)}</g>`))
    .join("");
  const fringe = (end: number) =>
    times(
      54,
      (i) =>
        `M${to1(-w / 2 + 5 + i * ((w - 10) / 53))} ${end * (h / 2 - 4)}q${(i % 3) - 1} ${end * 26} ${(i % 5) - 2} ${end * (52 + (i % 4) * 3)}`,
    );
  const shape = `M${-w / 2} ${-h / 2}H${w / 2}V${h / 2}H${-w / 2}Z`;
  return {
    svg: `${cast(shape, 10, 16)}<path d="${fringe(1)}${fringe(-1)}" stroke="${darken(linen, 0.14)}" stroke-width="5" fill="none"/><path d="${shape}" fill="${linen}"/>${threads(w, h)}${chain(`M${-w / 2 + 20} ${-h / 2 + 20}H${w / 2 - 20}V${h / 2 - 20}H${-w / 2 + 20}Z`, gold, 7)}${edges}${corners.join("")}${heart}${put(0, 0, 0, 0.5, rose(red, gold, "#7a2a22"))}${put(0, -250, 0, 0.34, rose(red, gold, "#7a2a22"))}${put(0, 250, 0, 0.34, rose(red, gold, "#7a2a22"))}<path d="M-64 ${-h / 2}V${h / 2}M64 ${-h / 2}V${h / 2}" stroke="#140d07" stroke-opacity=".06" stroke-width="9"/>`,
    width: w,
    height: h + 120,
    stance: "flat",
    outline: "cast",
    focus: [-90, -430],
  };
}
