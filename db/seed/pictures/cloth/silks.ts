import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { byTitle, cast, filled, lying, radial, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { buta } from "./motifs";
import { hangingFolds, hungOutline, lyingFolds, rod, turnedCorner, turnedOver } from "./silk-folds";

/** Stripes of a warp over a cloth, mirrored about its middle; narrow ones lie between broad ones. */
function warp(colours: readonly string[], random: Random): string {
  const [a = "#8b2f3a"] = colours;
  let out = "";
  for (let x = 0, i = 0; x < 640; i++) {
    const w = i % 2 ? random.pick([8, 14, 20]) : random.pick([44, 66, 90]);
    const fill = i % 2 ? (colours[(i >> 1) % colours.length] ?? a) : (colours[(i * 2) % colours.length] ?? a);
    for (const from of [x, -x - w]) out += `<rect x="${from}" y="-900" width="${w + 1}" height="1800" fill="${fill}"/>`;
    x += w;
  }
  return out;
}

/** A tie lying on a table, tied as it is worn: collar loop, knot, the broad end over the narrow one. */
function tie({ palette }: PictureSubject): Drawn {
  const [a = "#7b4b94", b = "#d98c4a", c = "#f2e7d5"] = palette;
  const blade = "M-44 -306C-60 -120 -110 160 -128 420L0 590L128 420C110 160 60 -120 44 -306Z";
  const tail = "M-24 -300C-20 -60 30 200 62 400L118 470L164 392C120 160 60 -100 34 -300Z";
  const knot = "M-86 -452Q0 -478 86 -452Q74 -380 48 -306Q0 -286 -48 -306Q-74 -380 -86 -452Z";
  const loop = "M-58 -420C-300 -560 -316 -800 0 -812C316 -800 300 -560 58 -420";
  const figures = (turn: number) =>
    `<g transform="rotate(${turn})">${times(84, (i) => {
      const row = Math.floor(i / 6);
      return `<g transform="translate(${((i % 6) - 2.5) * 76 + (row % 2) * 38} ${row * 82 - 560}) scale(.36)">${buta(b, darken(b, 0.4), c)}</g>`;
    })}</g>`;
  const twill = `<path d="${times(52, (i) => `M-340 ${-980 + i * 34}l680 240`)}" stroke="#fff" stroke-opacity=".07" stroke-width="7"/>`;
  const cloth = (turn: number, tone = a) =>
    `<rect x="-420" y="-980" width="840" height="1700" fill="${tone}"/>${figures(turn)}${twill}`;
  const band = (stroke: string, width: number, more = "") =>
    `<path d="${loop}" fill="none" stroke="${stroke}" stroke-width="${width}" ${more}/>`;
  const drawn = lying(
    `<g transform="translate(0 130)"><defs><linearGradient id="tieL"><stop offset="0" stop-color="#140d07" stop-opacity=".34"/><stop offset=".3" stop-color="#fff" stop-opacity=".2"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#140d07" stop-opacity=".4"/></linearGradient>${radial(
      "tieK",
      [
        [0, "#fff", 0.3],
        [0.5, "#fff", 0],
        [1, "#140d07", 0.5],
      ],
    )}</defs><g transform="translate(12 18)">${band("#140d07", 96, `opacity=".16"`)}</g>${band(darken(a, 0.45), 86)}${band(darken(a, 0.12), 78)}${band(lighten(a, 0.2), 30, `opacity=".5" transform="translate(-5 -9)"`)}${cast(tail, 8, 12)}${filled("tieT", tail, a, cloth(-14, darken(a, 0.2)))}<path d="${tail}" fill="#140d07" opacity=".28"/>${cast(blade, 14, 20)}${filled("tieB", blade, a, `${cloth(0)}<path d="M-12 -310Q-30 -60 -54 120Q-8 -40 14 -310Z" fill="#140d07" opacity=".28"/><path d="M14 -310Q6 -90 4 90Q36 -90 34 -310Z" fill="#fff" opacity=".14"/>`)}<path d="${blade}" fill="url(#tieL)"/><path d="M-128 420L0 590L128 420" fill="none" stroke="${lighten(a, 0.3)}" stroke-opacity=".5" stroke-width="4"/>${cast(knot, 4, 10)}${filled("tieN", knot, a, `<g transform="rotate(34)">${cloth(0)}</g><path d="M-86 -452Q-20 -400 48 -306L86 -306V-470Z" fill="#140d07" opacity=".14"/>`)}<path d="${knot}" fill="url(#tieK)"/><path d="M-80 -446Q-10 -392 46 -312" fill="none" stroke="${darken(a, 0.5)}" stroke-opacity=".6" stroke-width="5"/></g>`,
    620,
    1520,
  );
  // Tied, it is far shorter than the length it is sold by, and lies on a table.
  return { ...drawn, wornCm: 60, focus: [0, -160] };
}

/** A pocket square lying open, one buta in a corner, another corner turned over. */
function pocketSquare({ palette }: PictureSubject, random: Random): Drawn {
  const [a = "#7b4b94", b = "#d98c4a", c = "#f2e7d5"] = palette;
  const { outline, flap } = turnedCorner(420, 230);
  const hem = (inset: number, colour: string, w: number) =>
    `<rect x="${-420 + inset}" y="${-420 + inset}" width="${840 - 2 * inset}" height="${840 - 2 * inset}" fill="none" stroke="${colour}" stroke-width="${w}"/>`;
  return lying(
    `${cast(outline, 10, 16)}${filled("psq", outline, a, `${hem(10, b, 24)}${hem(70, b, 5)}<g transform="translate(-240 -230) rotate(-45) scale(2.2)">${buta(c, darken(a, 0.3), b)}</g>${lyingFolds(random, 420)}`)}<path d="${outline}" fill="none" stroke="${lighten(b, 0.35)}" stroke-width="6" stroke-dasharray="16 7" opacity=".7"/>${turnedOver(flap, darken(a, 0.12), b)}`,
    860,
    860,
  );
}

/** A neckerchief folded to a triangle. */
function neckerchief({ palette }: PictureSubject, random: Random): Drawn {
  const [a = "#7b4b94", b = "#d98c4a", c = "#2f5d73", d = "#f3ead8"] = palette;
  const under = "M-512 -262Q0 -300 512 -262L70 402Q0 470 -70 402Z";
  const over = "M-524 -290Q0 -320 524 -290L46 352Q0 400 -46 352Z";
  const figures = times(
    36,
    (i) =>
      `<g transform="translate(${to1(((i % 8) - 3.5) * 124 + (Math.floor(i / 8) % 2) * 62)} ${Math.floor(i / 8) * 124 - 196}) scale(.6)">${buta(b, darken(a, 0.35), d)}</g>`,
  );
  const folds = lyingFolds(random, 540);
  return lying(
    `${cast(under, 10, 16)}${filled("nkU", under, darken(a, 0.3), `<path d="${under}" fill="none" stroke="${darken(c, 0.25)}" stroke-width="44"/>`)}${cast(over, 3, 8)}${filled("nkO", over, a, `${figures}<path d="${over}" fill="none" stroke="${c}" stroke-width="60"/><path d="${over}" fill="none" stroke="${d}" stroke-width="8" transform="translate(0 -6) scale(.9)"/>${folds}`)}<path d="M-524 -290Q0 -320 524 -290" fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="5"/>`,
    1080,
    780,
  );
}

/** A length of hand-woven silk that runs off its bolt. */
function fabric({ palette }: PictureSubject, random: Random): Drawn {
  const [a = "#8b2f3a", b = "#e0b866"] = palette;
  const length = "M-430 -470H430V520C300 596 190 560 40 548C-140 532 -260 612 -430 560Z";
  const stripes = warp(palette, random);
  const bolt = "M-440 -600H440V-430Q0 -414 -440 -430Z";
  return lying(
    `<defs><linearGradient id="fbR" x2="0" y2="1"><stop offset="0" stop-color="#140d07" stop-opacity=".3"/><stop offset=".3" stop-color="#fff" stop-opacity=".4"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#140d07" stop-opacity=".6"/></linearGradient></defs>${cast(length)}${filled("fbL", length, a, `${stripes}${hangingFolds(random, 860, -470, 620, 4)}<path d="M-430 -470H430V-380H-430Z" fill="#140d07" opacity=".28"/>`)}${cast(bolt, 8, 12)}<path d="M-500 -548H500V-480H-500Z" fill="#9c7247"/><path d="M-500 -548H500V-480H-500Z" fill="url(#fbR)"/>${filled("fbB", bolt, a, stripes)}<path d="${bolt}" fill="url(#fbR)"/><path d="M440 -600Q470 -515 440 -430" fill="none" stroke="${darken(b, 0.3)}" stroke-width="8"/>`,
    1020,
    1220,
  );
}

/** A long scarf over a rod, fringed at its end. */
function scarf({ palette }: PictureSubject, random: Random): Drawn {
  const [a = "#8b2f3a"] = palette;
  const [w, top, foot] = [470, -590, 520];
  const front = hungOutline(random, w, top, foot, 4);
  const back = hungOutline(random, w - 40, top, foot - 190, 4);
  const stripes = warp(palette, random);
  const fringe = `<path d="${times(58, (i) => `M${to1(-w / 2 + 6 + i * 8.05)} ${foot - 8}q${(i % 3) - 1} 30 ${(i % 5) - 2} ${66 + (i % 4) * 4}`)}" stroke="${lighten(a, 0.25)}" stroke-width="4" fill="none"/>`;
  return {
    svg: `${rod(w + 240, top + 4)}<g transform="translate(54 0)">${cast(back, 14, 22)}${filled("scB", back, a, `${stripes}<rect x="-400" y="-700" width="800" height="1400" fill="#140d07" opacity=".42"/>`)}</g>${cast(front, 14, 22)}${fringe}${filled("scF", front, a, `${stripes}${hangingFolds(random, w, top, foot + 40, 4)}`)}`,
    width: w + 270,
    height: 1270,
    stance: "hanging",
    outline: "cast",
    span: 1200,
  };
}

/** Striped and small-figured silk. */
export const silk = byTitle(
  [/\btie\b/i, tie],
  [/pocket/i, pocketSquare],
  [/neckerchief/i, neckerchief],
  [/fabric/i, fabric],
  [/scarf|silk/i, scarf],
);
