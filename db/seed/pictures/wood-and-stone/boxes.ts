import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { filled, grain, linear, lit, moved, radial, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

const FRONT = "M-460 -300H460V0H-460Z";

/** Front of a casket, 920 × 300, with feet and grain. */
function front(id: string, wood: string, random: Random, ornament: string): string {
  return `<defs>${linear(id, [
    [0, darken(wood, 0.18)],
    [0.3, lighten(wood, 0.22)],
    [0.6, wood],
    [1, darken(wood, 0.4)],
  ])}</defs><path d="M-470 0H-380L-400 34H-450ZM470 0H380L400 34H450Z" fill="${darken(wood, 0.55)}"/>${filled(`${id}c`, FRONT, `url(#${id})`, `<g transform="translate(0 -150) rotate(90)">${grain(320, 940, darken(wood, 0.7), random, 34, 0.4)}</g>${ornament}`)}<path d="M-474 -14H474V4H-474Z" fill="${darken(wood, 0.35)}"/><path d="M-474 -14H474" stroke="${lighten(wood, 0.4)}" stroke-width="3"/>`;
}

/** A casket inlaid with mother-of-pearl: its lid seen from above, a star in its middle. */
export function pearlCasket({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b4423", , pale = "#d8b78a", dark = "#3a2414"] = palette;
  const walnut = darken(wood, 0.2);
  const pearl = (i: number) => ["#f7f3ec", "#dfeef0", "#f3e2e6", "#e6ecd9"][i % 4] ?? "#f7f3ec";
  const row = times(23, (i) =>
    moved(
      -440 + i * 40,
      0,
      `<path d="M0 -17L17 0L0 17L-17 0Z" fill="${pearl(i)}"/><path d="M0 -17L17 0H0Z" fill="#fff" opacity=".6"/>`,
    ),
  );
  const inlay = times(
    8,
    (i) =>
      `<path d="M0 -92L34 -34L0 -14L-34 -34Z" transform="rotate(${i * 45})" fill="${pearl(i)}" stroke="${dark}" stroke-width="3"/>`,
  );
  const points = times(
    8,
    (i) =>
      `<path d="M0 -190L40 -100L0 -100L-40 -100Z" transform="rotate(${i * 45})" fill="${pearl(i + 1)}" stroke="${dark}" stroke-width="3"/>`,
  );
  const medallion = `${points}<circle r="104" fill="${dark}"/>${inlay}<path d="${star(8, 34, 18)}" fill="#fff"/>`;
  const corner = (x: number, y: number) =>
    moved(
      x,
      y,
      `<path d="${star(8, 46, 24)}" fill="#f3e2e6" stroke="${dark}" stroke-width="3"/><path d="${star(4, 40, 12)}" fill="#dff0f2"/>`,
    );
  const lid = `<defs>${lit("pcL", walnut, 0.3, 0.35)}</defs><g transform="matrix(.82 0 0 .5 0 -478)">${filled("pcLc", "M-560 -300H560L600 320H-600Z", "url(#pcL)", `<g transform="rotate(90)">${grain(640, 1200, darken(wood, 0.75), random, 40, 0.4)}</g>`)}<path d="M-524 -268H524L556 280H-556Z" fill="none" stroke="${pale}" stroke-width="8"/><path d="M-500 -246H500L528 256H-528Z" fill="none" stroke="#f3efe6" stroke-width="16" stroke-dasharray="22 10"/><g transform="scale(1.22)">${medallion}</g>${corner(-380, -150)}${corner(380, -150)}${corner(-396, 160)}${corner(396, 160)}</g>`;
  const plate = `<path d="M-46 -262H46V-176Q0 -140 -46 -176Z" fill="#c9a44a" stroke="${dark}" stroke-width="3"/><circle cy="-214" r="12" fill="${dark}"/><path d="M-5 -210H5L9 -176H-9Z" fill="${dark}"/>`;
  return standing(
    `${front("pcF", walnut, random, `<g transform="translate(0 -58)">${row}</g><g transform="translate(0 -246)">${row}</g><path d="M-460 -84H460M-460 -32H460M-460 -220H460M-460 -272H460" stroke="${pale}" stroke-width="5"/>${[-290, 290].map((x) => moved(x, -152, medallion, 0, 0.3)).join("")}`)}<path d="M-492 -318H492V-294H-492Z" fill="${darken(walnut, 0.3)}"/><path d="M-492 -318H492" stroke="${lighten(wood, 0.5)}" stroke-width="4"/>${lid}${plate}`,
    1000,
    650,
  );
}

/** A casket with a rounded lid, leaves of the mulberry cut into every face. */
export function carvedCasket({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b4423", mid = "#a9784a", pale = "#d8b78a", dark = "#3a2414"] = palette;
  const tone = lighten(wood, 0.12);
  const leaf = (x: number, y: number, turn: number, size: number) =>
    moved(
      x,
      y,
      `<path d="M0 60C-58 40 -62 -20 -34 -34C-30 -58 -10 -60 0 -84C10 -60 30 -58 34 -34C62 -20 58 40 0 60Z" fill="${dark}" transform="translate(5 7)"/><path d="M0 60C-58 40 -62 -20 -34 -34C-30 -58 -10 -60 0 -84C10 -60 30 -58 34 -34C62 -20 58 40 0 60Z" fill="${mid}"/><path d="M0 60C-58 40 -62 -20 -34 -34C-30 -58 -10 -60 0 -84C-8 -30 -14 20 0 60Z" fill="${lighten(pale, 0.1)}" opacity=".75"/><path d="M0 84V-70M0 30L-32 6M0 30L32 6M0 -4L-26 -24M0 -4L26 -24" stroke="${dark}" stroke-width="4" fill="none"/>`,
      turn,
      size,
    );
  const vine = (w: number, y: number) =>
    `<path d="M${-w} ${y}${times(6, (i) => `q${w / 6} ${i % 2 ? 90 : -90} ${w / 3} 0`)}" fill="none" stroke="${dark}" stroke-width="16"/><path d="M${-w} ${y - 3}${times(6, (i) => `q${w / 6} ${i % 2 ? 90 : -90} ${w / 3} 0`)}" fill="none" stroke="${mid}" stroke-width="9"/>`;
  const leaves = (w: number, y: number) =>
    times(6, (i) =>
      leaf(
        -w + (w / 3) * (i + 0.5),
        y + (i % 2 ? -12 : 12),
        i % 2 ? 180 + random.between(-14, 14) : random.between(-14, 14),
        0.96,
      ),
    );
  const berries = times(5, (i) =>
    moved(
      -300 + i * 150,
      -150,
      times(
        7,
        (k) =>
          `<circle cx="${to1(Math.cos(k) * 13)}" cy="${to1(Math.sin(k) * 13)}" r="8" fill="${k % 2 ? pale : mid}" stroke="${dark}" stroke-width="2"/>`,
      ),
    ),
  );
  const dome = "M-484 -318C-484 -470 -380 -540 -250 -548H250C380 -540 484 -470 484 -318Z";
  return standing(
    `${front("ccF", tone, random, `<path d="M-430 -276H430V-34H-430Z" fill="${darken(tone, 0.42)}"/>${vine(430, -150)}${leaves(430, -150)}${berries}<path d="M-430 -276H430V-34H-430Z" fill="none" stroke="${lighten(tone, 0.3)}" stroke-width="7"/>`)}
<defs>${linear(
      "ccD",
      [
        [0, lighten(tone, 0.4)],
        [0.4, tone],
        [1, darken(tone, 0.45)],
      ],
      [0.2, 0, 0.5, 1],
    )}</defs>${filled("ccDc", dome, "url(#ccD)", `<g transform="translate(0 -430) rotate(90)">${grain(260, 980, darken(tone, 0.7), random, 30, 0.4)}</g>${times(7, (i) => leaf(-390 + i * 130, -428 + Math.abs(i - 3) * 9, (i - 3) * 9, 1.02))}<path d="M-500 -346H500" stroke="${darken(tone, 0.5)}" stroke-width="18" stroke-dasharray="26 12"/>`)}<path d="${dome}" fill="none" stroke="${darken(tone, 0.5)}" stroke-width="5"/><path d="M-496 -322H496V-298H-496Z" fill="${darken(tone, 0.4)}"/><path d="M-496 -322H496" stroke="${lighten(tone, 0.4)}" stroke-width="4"/><path d="M-26 -336H26L20 -262Q0 -246 -20 -262Z" fill="${pale}" stroke="${dark}" stroke-width="4"/><circle cy="-290" r="8" fill="${dark}"/>`,
    1000,
    590,
  );
}

/** A walnut casket whose raised lid is a small shebeke; red velvet within. */
export function shebekeCasket(
  { palette }: PictureSubject,
  random: Random,
  lattice: (w: number, h: number, cell: number) => string,
): Drawn {
  const [wood = "#6b3f1d", red = "#c0392b", , gold = "#e7b93c"] = palette;
  const pearls = times(11, (i) => {
    const x = -250 + i * 24;
    return `<circle cx="${x}" cy="${to1(-300 + Math.sin(i * 0.9) * 12)}" r="12" fill="#f6f1e7" stroke="#b9ab92" stroke-width="2"/><circle cx="${x - 3}" cy="${to1(-304 + Math.sin(i * 0.9) * 12)}" r="4" fill="#fff"/>`;
  });
  return standing(
    `<defs>${radial("scV", [
      [0, lighten(red, 0.1)],
      [1, darken(red, 0.62)],
    ])}${lit("scW", wood, 0.35, 0.4)}</defs>
<g transform="translate(0 -420)"><path d="M-470 0L-440 -470H440L470 0Z" fill="url(#scW)"/><g transform="translate(0 -234)"><path d="M-410 -196H410L430 196H-430Z" fill="#fdf3d4"/><clipPath id="scC"><path d="M-410 -196H410L430 196H-430Z"/></clipPath><g clip-path="url(#scC)">${lattice(880, 420, 140)}</g><path d="M-410 -196H410L430 196H-430Z" fill="none" stroke="${darken(wood, 0.4)}" stroke-width="12"/></g></g>
<path d="M-470 -420H470L490 -300H-490Z" fill="${darken(wood, 0.5)}"/><path d="M-446 -412H446L462 -296H-462Z" fill="url(#scV)"/><path d="M-446 -412L-410 -340H410L446 -412Z" fill="${darken(red, 0.5)}"/>${pearls}<ellipse cx="180" cy="-308" rx="62" ry="24" fill="none" stroke="${gold}" stroke-width="13"/><ellipse cx="180" cy="-311" rx="62" ry="24" fill="none" stroke="${lighten(gold, 0.6)}" stroke-width="4"/>
<g transform="scale(1.06 1)">${front("scF", wood, random, `<path d="M-420 -262H420V-38H-420Z" fill="none" stroke="${darken(wood, 0.5)}" stroke-width="9"/><path d="M-404 -246H404V-54H-404Z" fill="none" stroke="${gold}" stroke-width="4"/>${[-240, 0, 240].map((x) => moved(x, -150, `<path d="${star(8, 84, 58)}" fill="none" stroke="${darken(wood, 0.55)}" stroke-width="10"/><path d="${star(8, 44, 24)}" fill="${gold}" opacity=".8"/>`)).join("")}`)}</g>`,
    1000,
    900,
  );
}
