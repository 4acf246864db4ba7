import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, shading, type Profile } from "../objects/vessels";
import { cast, filled, grain, linear, lying, moved, slab, times } from "../paint";
import type { Drawn } from "../scene";

/** A pipe's body from its profile, with finger holes at the given heights. */
function bore(id: string, profile: Profile, colour: string, holes: readonly number[], random: Random, r = 13): string {
  const shape = outline(profile);
  const middle = ((profile[0]?.[0] ?? 0) + (profile.at(-1)?.[0] ?? 0)) / 2;
  return `<defs>${shading(id, colour, "glaze")}</defs>${cast(shape, 18, 16)}${filled(`${id}c`, shape, `url(#${id})`, `<g transform="translate(0 ${-middle})">${grain(150, 1100, darken(colour, 0.7), random, 24, 0.32)}</g>`)}${holes.map((y) => `<ellipse cx="-3" cy="${y}" rx="${r}" ry="${r * 1.08}" fill="${darken(colour, 0.82)}"/><path d="M${-3 - r} ${y + 2}a${r} ${r} 0 0 0 ${2 * r} 0" fill="none" stroke="${lighten(colour, 0.5)}" stroke-width="3"/>`).join("")}`;
}

/** The flat double reed; origin where it enters the pipe. */
function reed(colour: string, width: number, length: number, thread: string): string {
  const w = width / 2;
  return `<path d="M-13 0C-14 ${-length * 0.3} ${-w} ${-length * 0.42} ${-w} ${-length}H${w}C${w} ${-length * 0.42} 14 ${-length * 0.3} 13 0Z" fill="url(#reedG)" stroke="${darken(colour, 0.4)}" stroke-width="2"/><path d="M${-w} ${-length}h${width}l-4 26h${-(width - 8)}Z" fill="${lighten(colour, 0.55)}"/>${times(5, (i) => `<path d="M${(i - 2) * w * 0.36} ${-length + 26}L${(i - 2) * 5} ${-length * 0.3}" stroke="${darken(colour, 0.4)}" stroke-opacity=".5" stroke-width="1.6"/>`)}${times(4, (i) => `<path d="M-14 ${-8 - i * 8}H14" stroke="${thread}" stroke-width="6"/>`)}`;
}

const reedShade = (colour: string) =>
  `<defs>${linear("reedG", [
    [0, darken(colour, 0.25)],
    [0.35, lighten(colour, 0.4)],
    [1, darken(colour, 0.3)],
  ])}</defs>`;

/** A fringed strip of weave for long thin things to lie on. */
function napkin(w: number, h: number, colour: string, edge: string): string {
  const tassels = times(Math.floor(w / 16), (i) => {
    const x = -w / 2 + 8 + i * 16;
    return `M${x} ${h / 2}l${(i % 3) - 1} 42M${x} ${-h / 2}l${1 - (i % 3)} -42`;
  });
  const stripes = [0.34, 0.4, 0.44]
    .map(
      (t, i) =>
        `<path d="M${-w / 2} ${h * t}H${w / 2}M${-w / 2} ${-h * t}H${w / 2}" stroke-width="${i === 1 ? 34 : 9}"/>`,
    )
    .join("");
  const lozenges = times(Math.floor(w / 44), (i) => {
    const x = -w / 2 + 22 + i * 44;
    return [h * 0.4, -h * 0.4].map((y) => `M${x - 14} ${y}l14 -12l14 12l-14 12z`).join("");
  });
  const weft = times(Math.floor(h / 9), (i) => `M${-w / 2} ${-h / 2 + i * 9}h${w}`);
  return `${cast(slab(0, 0, w, h, 2), 10, 14)}<path d="${tassels}" stroke="${darken(edge, 0.1)}" stroke-width="6" stroke-linecap="round"/><path d="${slab(0, 0, w, h, 2)}" fill="${colour}"/><g stroke="${edge}">${stripes}</g><path d="${lozenges}" fill="${darken(colour, 0.25)}"/><path d="${weft}" stroke="#000" stroke-opacity=".13" stroke-width="3"/>`;
}

/** Balaban: a plain cylinder under a broad flat reed with its bridle; a second reed beside it. */
export function balaban({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#9a5a2a", cane = "#d6b07a", dark = "#3a2414", pale = "#f3e9d8"] = palette;
  const profile: Profile = [
    [-440, 46],
    [-424, 52],
    [-400, 46],
    [180, 46],
    [204, 54],
    [226, 54],
    [240, 40],
  ];
  const bridle = `<path d="M-66 -128H66V-108H-66Z" fill="${lighten(wood, 0.25)}" stroke="${darken(wood, 0.4)}" stroke-width="3"/>`;
  const pipe = `${bore("balB", profile, wood, [-120, -50, 20, 90, 160, 230, 300, 364], random, 15)}<path d="M-54 -214H54" stroke="${pale}" stroke-width="7"/><path d="M-47 412H47" stroke="${pale}" stroke-width="5"/><g transform="translate(0 -238)">${reed(cane, 104, 230, dark)}${bridle}</g>`;
  return lying(
    `${reedShade(cane)}${moved(20, 0, napkin(640, 820, "#7d2f2c", "#e5c07a"), -8)}${moved(-30, 20, pipe, 33, 0.98)}${moved(210, 320, `${cast("M-40 -200H40L13 0H-13Z", 8, 10)}${reed(cane, 86, 200, "#8a2f2b")}`, 64)}`,
    880,
    1000,
  );
}

/** Zurna: a cone that opens into a bell, a brass ring, a small reed over a disc, spare reeds. */
export function zurna({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#9a5a2a", cane = "#d6b07a", dark = "#3a2414"] = palette;
  const profile: Profile = [
    [-500, 158],
    [-480, 150],
    [-400, 96],
    [-280, 62],
    [-100, 48],
    [180, 42],
    [260, 46],
    [280, 52],
    [300, 46],
  ];
  const red = lighten(wood, 0.05);
  const ring = (y: number, half: number, h: number) =>
    `<rect x="${-half}" y="${y}" width="${half * 2}" height="${h}" rx="5" fill="url(#zurR)"/>`;
  const pipe = `<defs>${shading("zurR", "#c9932f", "copper")}</defs>${bore("zurB", profile, red, [-180, -116, -52, 12, 76, 140, 204], random, 14)}<ellipse cy="498" rx="158" ry="20" fill="${darken(dark, 0.4)}"/><path d="M-158 498A158 20 0 0 0 158 498" fill="none" stroke="${lighten(wood, 0.5)}" stroke-width="6"/>${ring(-302, 52, 36)}${ring(268, 62, 20)}${ring(402, 101, 18)}<circle cx="-2" cy="322" r="9" fill="${dark}"/><circle cx="-26" cy="352" r="7" fill="${dark}"/><circle cx="24" cy="352" r="7" fill="${dark}"/><path d="M-9 -300H9V-392H-9Z" fill="url(#zurR)"/><ellipse cy="-386" rx="74" ry="15" fill="#c9932f"/><ellipse cy="-391" rx="74" ry="13" fill="#f0cf82"/><g transform="translate(0 -398) scale(.72)">${reed(cane, 64, 130, dark)}</g>`;
  const spare = (x: number, y: number, turn: number) =>
    moved(x, y, `<path d="M-9 0V60" stroke="#c9932f" stroke-width="12"/>${reed(cane, 70, 130, "#8a2f2b")}`, turn, 0.8);
  return lying(`${reedShade(cane)}${moved(20, 0, pipe, -38)}${spare(-270, 160, -20)}${spare(-200, 260, 30)}`, 860, 960);
}

/** Tutek: a short whistle flute with a beak, a window and seven holes; a woven cord through its foot. */
export function tutek({ palette }: PictureSubject, random: Random): Drawn {
  const [, cane = "#d6b07a", dark = "#3a2414", pale = "#f3e9d8"] = palette;
  const wood = lighten(cane, 0.12);
  const profile: Profile = [
    [-430, 54],
    [-410, 62],
    [-380, 50],
    [120, 50],
    [220, 54],
    [300, 56],
    [372, 46],
    [430, 26],
  ];
  const pipe = `${bore("tutB", profile, wood, [-130, -62, 6, 74, 142, 210, 276], random, 14)}<path d="M-20 -262H16L26 -214H-30Z" fill="${darken(dark, 0.2)}"/><path d="M-30 -214H26L16 -186H-20Z" fill="${lighten(wood, 0.5)}"/><path d="M-28 -424L24 -424L30 -400H-34Z" fill="${darken(wood, 0.45)}"/><g stroke="${darken(wood, 0.55)}" stroke-width="5">${[-310, -296, -166, 330, 346, 392].map((y) => `<path d="M-52 ${y}H52"/>`).join("")}</g>`;
  const cord = `<path d="M-40 396C-150 470 -260 380 -220 270C-190 190 -90 240 -120 320C-150 400 -280 330 -300 190" fill="none" stroke="#7d2f2c" stroke-width="16" stroke-linecap="round"/><path d="M-40 396C-150 470 -260 380 -220 270C-190 190 -90 240 -120 320C-150 400 -280 330 -300 190" fill="none" stroke="${pale}" stroke-width="16" stroke-dasharray="6 14" opacity=".5"/>`;
  return lying(moved(90, 0, cord + pipe, -27), 820, 1000);
}

/** Ney: seven joints of reed, dark rings at the knots, a horn mouthpiece; laid on a woven strip. */
export function ney({ palette }: PictureSubject, _random: Random): Drawn {
  const [, , dark = "#3a2414", pale = "#f3e9d8"] = palette;
  const straw = "#d9bb62";
  const joint = (i: number) => {
    const y = -470 + i * 134;
    return `<path d="M-36 ${y}C-32 ${y + 30} -32 ${y + 104} -37 ${y + 134}H37C32 ${y + 104} 32 ${y + 30} 36 ${y}Z" fill="url(#neyG)"/><path d="M-38 ${y + 132}Q0 ${y + 142} 38 ${y + 132}" stroke="${darken(straw, 0.6)}" stroke-width="7" fill="none"/><path d="M-36 ${y + 122}Q0 ${y + 132} 36 ${y + 122}" stroke="${lighten(straw, 0.6)}" stroke-width="4" fill="none"/>${i === 0 || i === 6 ? times(6, (k) => `<path d="M-35 ${y + 26 + k * 8}Q0 ${y + 34 + k * 8} 35 ${y + 26 + k * 8}" stroke="#7d2f2c" stroke-width="5" fill="none"/>`) : ""}`;
  };
  const shape = "M-38 -470H38V470H-38Z";
  const pipe = `<defs>${shading("neyG", straw, "glaze")}${shading("neyM", dark, "glaze")}</defs>${cast(shape, 18, 12)}${times(7, joint)}${[-60, 10, 104, 176, 252, 326].map((y) => `<ellipse cx="-4" cy="${y}" rx="13" ry="16" fill="${darken(dark, 0.5)}"/>`).join("")}<path d="M-40 -462L-46 -500L-28 -556H28L46 -500L40 -462Z" fill="url(#neyM)"/><ellipse cy="-556" rx="28" ry="6" fill="${lighten(dark, 0.3)}"/>`;
  const strip = napkin(430, 960, "#35546a", pale);
  return lying(`${moved(0, 0, strip, 14)}${moved(-20, 20, pipe, -24)}`, 800, 1060);
}
