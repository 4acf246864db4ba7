import { darken, lighten, luminance, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast } from "../paint";
import type { Drawn } from "../scene";
import type { Design } from "./designs";
import { schemeOf } from "./schemes";
import { paint, textureOver, type Knots } from "./knots";

/** Six colours of a design from a listing's palette: field, two figures, light, dark, second ground. */
export function coloursFrom({ palette, seed, title }: PictureSubject): readonly string[] {
  const named = schemeOf(title.en);
  if (named) return named.colours;
  const [a = "#8c2f2b", b = "#27496d", c = "#e7c873", d = "#f2e8d5"] = palette;
  const light = [a, b, c, d].reduce((x, y) => (luminance(x) > luminance(y) ? x : y));
  const dark = [a, b, c, d].reduce((x, y) => (luminance(x) < luminance(y) ? x : y));
  const order = seed % 3 === 0 ? [a, b, c] : seed % 3 === 1 ? [b, a, c] : [a, c, b];
  return [
    order[0] ?? a,
    order[1] ?? b,
    order[2] ?? c,
    lighten(light, 0.25),
    darken(dark, 0.45),
    mix(order[1] ?? b, dark, 0.55),
  ];
}

type Cloth = { knots: Knots; svg: string; width: number; height: number };

export function weave(
  design: Design,
  subject: PictureSubject,
  random: Random,
  columns: number,
  rows: number,
  cell: number,
  kind: "pile" | "flat" | "knit",
): Cloth {
  const knots = design(columns, rows, random);
  const [width, height] = [columns * cell, rows * cell];
  return {
    knots,
    width,
    height,
    svg:
      paint(knots, coloursFrom(subject), cell) + textureOver(width, height, cell * (kind === "knit" ? 1 : 1.5), kind),
  };
}

function fringe(width: number, y: number, length: number, direction: 1 | -1, colour: string, random: Random): string {
  let d = "";
  for (let x = -width / 2 + 3; x < width / 2; x += 9) {
    const drift = random.between(-5, 5);
    d += `M${x.toFixed(0)} ${y}q${drift.toFixed(0)} ${direction * length * 0.5} ${(drift * 1.4).toFixed(0)} ${(direction * length * random.between(0.8, 1.05)).toFixed(0)}`;
  }
  return `<path d="${d}" stroke="${colour}" stroke-width="4" fill="none" stroke-linecap="round"/>`;
}

/** A carpet or flat-weave, whole, with fringes at both ends. */
export function carpet(design: Design, subject: PictureSubject, random: Random, kind: "pile" | "flat" = "pile"): Drawn {
  const size = subject.sizeCm;
  const ratio =
    size && size.length > 0 && size.width > 0
      ? Math.max(size.length, size.width) / Math.min(size.length, size.width)
      : 1.5;
  const columns = kind === "pile" ? 96 : 84;
  const rows = Math.round(columns * Math.min(2.1, Math.max(1.15, ratio)));
  const cloth = weave(design, subject, random, columns, rows, 10, kind);
  const long = random.pick([34, 46, 60]);
  const ends =
    fringe(cloth.width, cloth.height / 2, long, 1, "#efe6d2", random) +
    fringe(cloth.width, -cloth.height / 2, long, -1, "#efe6d2", random);
  return {
    svg: ends + cloth.svg,
    width: cloth.width,
    height: cloth.height + 2 * long,
    stance: subject.seed % 2 ? "flat" : "hanging",
  };
}

export function clipped(id: string, path: string, inner: string): string {
  return `<defs><clipPath id="${id}"><path d="${path}"/></clipPath></defs><g clip-path="url(#${id})">${inner}</g>`;
}

export const FOLD = `<linearGradient id="fold" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".4"/><stop offset=".2" stop-color="#fff" stop-opacity=".14"/><stop offset=".55" stop-color="#000" stop-opacity=".05"/><stop offset=".8" stop-color="#fff" stop-opacity=".1"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></linearGradient><radialGradient id="plump" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".24"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient>`;

/** A cushion, plump, with a piped edge. */
export function cushion(
  design: Design,
  subject: PictureSubject,
  random: Random,
  kind: "pile" | "flat" = "flat",
): Drawn {
  const cloth = weave(design, subject, random, 76, 76, 10, kind);
  const path =
    "M-360 -370C-180 -330 180 -330 360 -370C330 -180 330 180 360 370C180 335 -180 335 -360 370C-330 180 -330 -180 -360 -370Z";
  return {
    svg: `<defs>${FOLD}</defs>${clipped("cu", path, cloth.svg)}<path d="${path}" fill="url(#plump)" stroke="${coloursFrom(subject)[4]}" stroke-width="9"/>`,
    width: 740,
    height: 760,
    stance: "flat",
    outline: "free",
  };
}

/** A flat square or round pad. */
export function pad(design: Design, subject: PictureSubject, random: Random): Drawn {
  const cloth = weave(design, subject, random, 76, 76, 10, "pile");
  const path = "M0 -370A370 370 0 1 0 0.1 -370Z";
  return {
    svg: `<defs>${FOLD}</defs>${clipped("pa", path, cloth.svg)}<path d="${path}" fill="url(#plump)" fill-opacity=".7" stroke="${coloursFrom(subject)[4]}" stroke-width="12"/>`,
    width: 760,
    height: 760,
    stance: "flat",
    outline: "free",
  };
}

export type KnitKind = "socks" | "mittens" | "vest" | "blanket";

/** Knitted and woven wool, each piece in its own outline over one cloth of stitches. */
export function knitted(design: Design, subject: PictureSubject, random: Random, kind: KnitKind): Drawn {
  const cloth = weave(design, subject, random, 74, 110, 10, "knit");
  const defs = `<defs>${FOLD}</defs>`;
  const piece = (id: string, path: string) =>
    `${cast(path, 10, 16)}${clipped(id, path, cloth.svg)}<path d="${path}" fill="url(#plump)"/>`;
  const edge = coloursFrom(subject)[1] ?? "#333";
  if (kind === "socks") {
    const sock = "M-110 -440H110V120C110 170 250 210 300 280C340 350 280 420 180 420C20 420 -110 330 -110 180Z";
    return {
      svg: `${defs}<g transform="translate(-150 0) rotate(-6)">${piece("s1", sock)}<rect x="-112" y="-450" width="224" height="60" fill="${edge}"/></g><g transform="translate(120 40) rotate(7)">${piece("s2", sock)}<rect x="-112" y="-450" width="224" height="60" fill="${edge}"/></g>`,
      width: 900,
      height: 1000,
      stance: "flat",
      outline: "cast",
    };
  }
  if (kind === "mittens") {
    const mitten =
      "M-140 430V0C-140 -60 -250 -40 -270 -120C-280 -180 -190 -190 -140 -140C-150 -330 -90 -440 10 -440C120 -440 160 -320 160 -120V430Z";
    return {
      svg: `${defs}<g transform="translate(-230 0) rotate(-7)">${piece("m1", mitten)}<rect x="-142" y="380" width="304" height="70" fill="${edge}"/></g><g transform="translate(230 20) scale(-1 1) rotate(-7)">${piece("m2", mitten)}<rect x="-142" y="380" width="304" height="70" fill="${edge}"/></g>`,
      width: 980,
      height: 980,
      stance: "flat",
      outline: "cast",
    };
  }
  if (kind === "vest") {
    const vest =
      "M-176 -470Q-236 -456 -292 -430C-262 -330 -262 -200 -330 -120C-344 80 -344 290 -336 470Q-170 492 0 484Q170 492 336 470C344 290 344 80 330 -120C262 -200 262 -330 292 -430Q236 -456 176 -470C150 -380 90 -270 0 -190C-90 -270 -150 -380 -176 -470Z";
    const rib = (d: string, w: number) =>
      `<path d="${d}" fill="none" stroke="${darken(edge, 0.35)}" stroke-width="${w + 6}" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${edge}" stroke-width="${w}" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${lighten(edge, 0.3)}" stroke-width="${w}" stroke-dasharray="3 9" stroke-opacity=".6"/>`;
    const back = "M-176 -470Q0 -400 176 -470C150 -380 90 -270 0 -190C-90 -270 -150 -380 -176 -470Z";
    const buttons = [-120, 10, 140, 270, 400]
      .map(
        (y) =>
          `<circle cx="3" cy="${y + 4}" r="19" fill="#140d07" opacity=".4"/><circle cy="${y}" r="20" fill="#6b4527"/><circle cx="-2" cy="${y - 2}" r="17" fill="#a06b3c"/><path d="M-14 ${y - 6}q14 -8 26 0M-14 ${y + 4}q14 -8 26 0" stroke="#7a4e2a" stroke-width="2" fill="none"/><circle cx="-5" cy="${y}" r="3" fill="#2f1d10"/><circle cx="5" cy="${y}" r="3" fill="#2f1d10"/>`,
      )
      .join("");
    const pocket = (side: number) => {
      const d = `M${side * 186 - 104} 170H${side * 186 + 104}V392Q${side * 186} 404 ${side * 186 - 104} 392Z`;
      return `<path d="${d}" fill="#fff" opacity=".07"/><path d="${d}" fill="none" stroke="#140d07" stroke-opacity=".5" stroke-width="7"/><path d="${d}" fill="none" stroke="${lighten(edge, 0.45)}" stroke-opacity=".5" stroke-width="3" stroke-dasharray="10 8"/>${rib(`M${side * 186 - 106} 166H${side * 186 + 106}`, 34)}`;
    };
    return {
      svg: `${defs}<path d="M-60 -470Q0 -540 60 -470M0 -505V-560Q0 -600 30 -590" fill="none" stroke="#6d5640" stroke-width="12" stroke-linecap="round"/><path d="${back}" fill="${darken(edge, 0.6)}"/>${rib("M-176 -470Q0 -400 176 -470", 20)}${piece("v1", vest)}${rib("M-176 -470C-150 -380 -90 -270 0 -190C90 -270 150 -380 176 -470M0 -190V484", 26)}${rib("M-292 -430C-262 -330 -262 -200 -330 -120M292 -430C262 -330 262 -200 330 -120", 22)}${rib("M-336 462Q-170 484 0 476Q170 484 336 462", 34)}${pocket(-1)}${pocket(1)}${buttons}`,
      width: 740,
      height: 1160,
      stance: "hanging",
      outline: "cast",
    };
  }
  const [w, h] = [740, 1060];
  const folds = `<rect x="${-w / 2}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/><rect x="${-w / 6}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/><rect x="${w / 6}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/>`;
  const path = `M${-w / 2} ${-h / 2}H${w / 2}V${h / 2}H${-w / 2}Z`;
  return {
    svg: defs + clipped("sh", path, cloth.svg) + folds + fringe(w, h / 2, 80, 1, edge, random),
    width: w,
    height: h + 90,
    stance: "hanging",
  };
}
