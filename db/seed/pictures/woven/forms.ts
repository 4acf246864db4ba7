import { darken, lighten, luminance, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
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

function weave(
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

function clipped(id: string, path: string, inner: string): string {
  return `<defs><clipPath id="${id}"><path d="${path}"/></clipPath></defs><g clip-path="url(#${id})">${inner}</g>`;
}

const FOLD = `<linearGradient id="fold" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#000" stop-opacity=".4"/><stop offset=".2" stop-color="#fff" stop-opacity=".14"/><stop offset=".55" stop-color="#000" stop-opacity=".05"/><stop offset=".8" stop-color="#fff" stop-opacity=".1"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></linearGradient><radialGradient id="plump" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".24"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient>`;

/** A cushion, plump, with a piped edge. */
export function cushion(design: Design, subject: PictureSubject, random: Random): Drawn {
  const cloth = weave(design, subject, random, 76, 76, 10, "flat");
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

export type BagKind = "shoulder" | "tote" | "saddle" | "rucksack" | "case";

/** Bags made of carpet cloth, with their straps, flaps and tassels. */
export function bag(design: Design, subject: PictureSubject, random: Random, kind: BagKind): Drawn {
  const [, , , , dark = "#333"] = coloursFrom(subject);
  const leather = darken(subject.palette[2] ?? "#7a5c3e", 0.45);
  const cloth = weave(design, subject, random, 78, 96, 10, "flat");
  const defs = `<defs>${FOLD}</defs>`;
  if (kind === "saddle") {
    const half = clipped("sb", "M-340 -330H340V330H-340Z", cloth.svg);
    const tassels = [-330, -200, -70, 70, 200, 330]
      .map(
        (x) =>
          `<path d="M${x} 0V70M${x - 9} 70L${x - 14} 130M${x} 70V135M${x + 9} 70L${x + 14} 130" stroke="${leather}" stroke-width="9"/>`,
      )
      .join("");
    const pouch = (y: number) =>
      `<g transform="translate(0 ${y})">${half}<rect x="-340" y="-330" width="680" height="660" fill="url(#plump)"/><path d="M-340 -318H340" stroke="${dark}" stroke-width="22"/><path d="M-300 -318v26M-200 -318v26M-100 -318v26M0 -318v26M100 -318v26M200 -318v26M300 -318v26" stroke="${leather}" stroke-width="14"/></g>`;
    return {
      svg: `${defs}<g transform="translate(0 -380)">${pouch(0)}</g><rect x="-340" y="-60" width="680" height="120" fill="${dark}"/><g transform="translate(0 390)">${pouch(0)}<g transform="translate(0 330)">${tassels}</g></g>`,
      width: 700,
      height: 1560,
      stance: "hanging",
    };
  }
  if (kind === "rucksack") {
    const path = "M-300 900C-340 500 -330 120 -230 20C-120 -60 120 -60 230 20C330 120 340 500 300 900Z";
    const body = `<g transform="translate(0 -900)">${clipped("rs", path, `<g transform="translate(0 430)">${cloth.svg}</g>`)}<path d="${path}" fill="url(#plump)"/><path d="M-240 60C-200 260 200 260 240 60C130 -50 -130 -50 -240 60Z" fill="${leather}"/><path d="M-60 -40C-60 -150 60 -150 60 -40" fill="none" stroke="${leather}" stroke-width="22"/><rect x="-34" y="190" width="68" height="120" rx="14" fill="${darken(leather, 0.3)}"/><rect x="-200" y="520" width="400" height="330" rx="24" fill="none" stroke="${leather}" stroke-width="12"/></g>`;
    return { svg: defs + body, width: 680, height: 1040, stance: "standing" };
  }
  const [w, h] = kind === "tote" ? [620, 680] : kind === "case" ? [300, 980] : [660, 520];
  const path = `M${-w / 2} ${-h}H${w / 2}C${w / 2 + 26} ${-h * 0.5} ${w / 2 + 14} -40 ${w / 2 - 30} 0H${-w / 2 + 30}C${-w / 2 - 14} -40 ${-w / 2 - 26} ${-h * 0.5} ${-w / 2} ${-h}Z`;
  const strap =
    kind === "tote"
      ? `<path d="M${-w * 0.28} ${-h}C${-w * 0.28} ${-h - 260} ${w * 0.28} ${-h - 260} ${w * 0.28} ${-h}" fill="none" stroke="${leather}" stroke-width="30"/>`
      : `<path d="M${-w / 2 + 20} ${-h + 10}C${-w * 0.6} ${-h - 460} ${w * 0.6} ${-h - 460} ${w / 2 - 20} ${-h + 10}" fill="none" stroke="${leather}" stroke-width="24"/>`;
  const flap =
    kind === "shoulder"
      ? `<path d="M${-w / 2} ${-h}H${w / 2}L${w / 2 - 40} ${-h * 0.48}C${w * 0.2} ${-h * 0.36} ${-w * 0.2} ${-h * 0.36} ${-w / 2 + 40} ${-h * 0.48}Z" fill="${leather}"/><circle cy="${-h * 0.46}" r="20" fill="#d9b25a"/>`
      : "";
  return {
    svg: `${defs}${strap}${clipped("bg", path, `<g transform="translate(0 ${-h / 2})">${cloth.svg}</g>`)}<path d="${path}" fill="url(#plump)"/>${flap}`,
    width: w + 60,
    height: h + (kind === "tote" ? 220 : 340),
    stance: "standing",
  };
}

export type KnitKind = "socks" | "mittens" | "shawl" | "vest" | "blanket";

/** Knitted and woven wool, each piece in its own outline over one cloth of stitches. */
export function knitted(design: Design, subject: PictureSubject, random: Random, kind: KnitKind): Drawn {
  const cloth = weave(design, subject, random, 74, 110, 10, "knit");
  const defs = `<defs>${FOLD}</defs>`;
  const piece = (id: string, path: string) => `${clipped(id, path, cloth.svg)}<path d="${path}" fill="url(#plump)"/>`;
  const edge = coloursFrom(subject)[1] ?? "#333";
  if (kind === "socks") {
    const sock = "M-110 -440H110V120C110 170 250 210 300 280C340 350 280 420 180 420C20 420 -110 330 -110 180Z";
    return {
      svg: `${defs}<g transform="translate(-150 0) rotate(-6)">${piece("s1", sock)}<rect x="-112" y="-450" width="224" height="60" fill="${edge}"/></g><g transform="translate(120 40) rotate(7)">${piece("s2", sock)}<rect x="-112" y="-450" width="224" height="60" fill="${edge}"/></g>`,
      width: 900,
      height: 1000,
      stance: "flat",
      outline: "free",
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
      outline: "free",
    };
  }
  if (kind === "vest") {
    const vest =
      "M-190 -480C-150 -430 -110 -300 0 -190C110 -300 150 -430 190 -480L300 -440C270 -330 280 -220 340 -120V480H-340V-120C-280 -220 -270 -330 -300 -440Z";
    const buttons = [-120, 10, 140, 270, 400].map((y) => `<circle cy="${y}" r="16" fill="#d8c49a"/>`).join("");
    return {
      svg: `${defs}${piece("v1", vest)}<path d="M0 -190V480" stroke="#000" stroke-opacity=".5" stroke-width="5"/>${buttons}`,
      width: 700,
      height: 1000,
      stance: "hanging",
      outline: "free",
    };
  }
  const [w, h] = kind === "shawl" ? [740, 900] : [740, 1060];
  const folds = `<rect x="${-w / 2}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/><rect x="${-w / 6}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/><rect x="${w / 6}" y="${-h / 2}" width="${w / 3}" height="${h}" fill="url(#fold)"/>`;
  const path = `M${-w / 2} ${-h / 2}H${w / 2}V${h / 2}H${-w / 2}Z`;
  return {
    svg: defs + clipped("sh", path, cloth.svg) + folds + fringe(w, h / 2, 80, 1, edge, random),
    width: w,
    height: h + 90,
    stance: "hanging",
  };
}
