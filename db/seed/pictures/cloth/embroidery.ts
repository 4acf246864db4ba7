import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { buta, folds, planeLeaf, pomegranate, rosette, stem, slant, threads } from "./motifs";

const DEFS = `<defs><radialGradient id="em-plump" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></radialGradient></defs>`;

/** Tekelduz: chain-stitch roses and stems on dark velvet or broadcloth. */
export function tekelduz(subject: PictureSubject, random: Random): Drawn {
  const [velvet = "#5b1a26", a = "#d9a441", b = "#4f7f6a", c = "#f0e2c4"] = subject.palette;
  const title = subject.title.en;
  const ground = /black broadcloth/i.test(subject.description.en) ? "#17161b" : velvet;
  const rose = (x: number, y: number, scale: number) =>
    `<g transform="translate(${x} ${y}) scale(${scale})"><g transform="scale(1.4)">${rosette(10, a, ground)}</g><g transform="scale(.8)">${rosette(6, c, b)}</g></g>`;
  const vine = (x: number, y: number, turn: number, height: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})">${stem(height, b, [a, c, lighten(a, 0.3)], random)}</g>`;
  const cloth = (w: number, h: number, radius: number) =>
    `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="${radius}" fill="${ground}"/>`;
  const clip = (w: number, h: number, radius: number, inner: string) =>
    `<defs><clipPath id="tk"><rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="${radius}"/></clipPath></defs><g clip-path="url(#tk)">${inner}</g>`;
  const finish = (w: number, h: number, radius: number) =>
    `${slant(w - 24, h - 24)}<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="${radius}" fill="url(#em-plump)"/>`;
  const line = (w: number, h: number, inset: number) =>
    `<rect x="${-w / 2 + inset}" y="${-h / 2 + inset}" width="${w - 2 * inset}" height="${h - 2 * inset}" fill="none" stroke="${a}" stroke-width="9" stroke-dasharray="14 7"/>`;
  if (/panel/i.test(title)) {
    const branches = [-62, -38, -14, 14, 38, 62].map((turn) => vine(0, 260, turn, 560 - Math.abs(turn) * 2)).join("");
    return {
      svg: `${DEFS}${cloth(760, 1060, 6)}${line(760, 1060, 26)}${clip(740, 1040, 6, `<path d="M-14 470C-4 300 -24 200 0 0M14 470C20 300 6 200 0 0" stroke="${a}" stroke-width="16" fill="none"/>${branches}<path d="M-240 470Q0 400 240 470" stroke="${b}" stroke-width="16" fill="none"/>`)}${finish(760, 1060, 6)}`,
      width: 760,
      height: 1060,
      stance: "hanging",
    };
  }
  if (/spectacle/i.test(title))
    return {
      svg: `${DEFS}${cloth(340, 760, 150)}<g transform="translate(0 -160)">${rose(0, 0, 1.4)}</g>${vine(0, 300, 0, 380)}${finish(340, 760, 150)}<rect x="-170" y="-380" width="340" height="760" rx="150" fill="none" stroke="${a}" stroke-width="12"/>`,
      width: 360,
      height: 780,
      stance: "flat",
      outline: "free",
    };
  if (/bookmark/i.test(title)) {
    const strip = (x: number, turn: number, fill: string) =>
      `<g transform="translate(${x} 0) rotate(${turn})"><rect x="-75" y="-420" width="150" height="760" fill="${fill}" stroke="${a}" stroke-width="7"/>${rose(0, -250, 0.8)}${rose(0, -60, 0.6)}${rose(0, 130, 0.8)}<path d="M-30 340V470M-10 340V480M10 340V475M30 340V470" stroke="${a}" stroke-width="9"/></g>`;
    return {
      svg: DEFS + strip(-220, -6, ground) + strip(0, 2, darken(b, 0.45)) + strip(220, 8, darken(a, 0.5)),
      width: 760,
      height: 960,
      stance: "flat",
      outline: "free",
    };
  }
  if (/runner/i.test(title))
    return {
      svg: `${DEFS}${cloth(420, 1200, 4)}${line(420, 1200, 24)}${vine(0, 560, 0, 480)}${vine(0, -560, 180, 480)}${rose(0, 0, 1.6)}${finish(420, 1200, 4)}`,
      width: 420,
      height: 1200,
      stance: "flat",
    };
  const corner = [45, 135, 225, 315].map((turn) => vine(0, 0, turn, 380)).join("");
  return {
    svg: `${DEFS}${cloth(760, 760, 60)}${line(760, 760, 40)}${clip(740, 740, 60, corner + rose(0, 0, 1.9))}${finish(760, 760, 60)}`,
    width: 760,
    height: 760,
    stance: "flat",
    outline: "free",
  };
}

/** Satin-stitch on pale linen: tablecloth, napkins, cushion, towel, hoop, runner. */
export function linenEmbroidery(subject: PictureSubject, random: Random): Drawn {
  const [a = "#a8433a", b = "#4c7a52", c = "#d9a441"] = subject.palette;
  const linen = random.pick(["#f5efe2", "#efe6d6", "#e9ece6", "#f3e9e1"]);
  const title = subject.title.en;
  const figure = (x: number, y: number, scale: number, turn: number, index: number) => {
    const drawn = /plane/i.test(title)
      ? planeLeaf(index % 2 ? a : c, b)
      : /pomegranate/i.test(title)
        ? pomegranate("#a8323a", "#6b1a22")
        : index % 3 === 0
          ? buta(a, b, c)
          : index % 3 === 1
            ? planeLeaf(b, darken(b, 0.4))
            : rosette(8, c, a);
    return `<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) rotate(${turn.toFixed(0)}) scale(${scale})">${drawn}</g>`;
  };
  const wreath = (r: number, count: number, scale: number) =>
    `<circle r="${r}" fill="none" stroke="${b}" stroke-width="7"/>${Array.from({ length: count }, (_, i) => {
      const t = (i / count) * Math.PI * 2;
      return figure(Math.cos(t) * r, Math.sin(t) * r, scale, (i / count) * 360 + 90, i);
    }).join("")}`;
  const square = (w: number, h: number) =>
    `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" fill="${linen}"/>${threads(w, h)}<rect x="${-w / 2 + 14}" y="${-h / 2 + 14}" width="${w - 28}" height="${h - 28}" fill="none" stroke="${a}" stroke-width="4" stroke-dasharray="9 6"/>`;
  if (/hoop/i.test(title))
    return {
      svg: `${DEFS}<circle r="390" fill="#b88a56"/><circle r="362" fill="${linen}"/>${threads(500, 500)}<g transform="translate(0 250)">${stem(470, b, [a, c, a], random)}</g>${figure(-150, 90, 1.3, -20, 0)}${figure(150, 80, 1.3, 20, 2)}<circle r="376" fill="none" stroke="#8f6636" stroke-width="10"/><path d="M-34 -420h68v50h-68z" fill="#8f6636"/><circle cy="-396" r="12" fill="#d9b25a"/>`,
      width: 800,
      height: 840,
      stance: "hanging",
      outline: "free",
    };
  if (/napkin/i.test(title)) {
    const one = (x: number, y: number, turn: number) =>
      `<g transform="translate(${x} ${y}) rotate(${turn})">${square(430, 430)}${figure(120, 120, 1.1, 45, 0)}${figure(40, 160, 0.6, 20, 1)}${figure(160, 40, 0.6, 70, 2)}</g>`;
    return {
      svg: DEFS + one(-150, -170, -8) + one(90, 0, 5) + one(-70, 220, 12),
      width: 860,
      height: 980,
      stance: "flat",
      outline: "free",
    };
  }
  if (/towel/i.test(title))
    return {
      svg: `${DEFS}${square(520, 1120)}${[-180, -60, 60, 180].map((x, i) => figure(x, 380, 0.95, 0, i)).join("")}<path d="M-240 300H240M-240 460H240" stroke="${a}" stroke-width="12"/>${folds(520, 1120, random, 3)}<path d="M-250 560v40M-200 560v44M-150 560v40M-100 560v44M-50 560v40M0 560v44M50 560v40M100 560v44M150 560v40M200 560v44M250 560v40" stroke="${linen}" stroke-width="9"/>`,
      width: 520,
      height: 1200,
      stance: "hanging",
    };
  if (/runner/i.test(title))
    return {
      svg: `${DEFS}${square(420, 1240)}${Array.from({ length: 8 }, (_, i) => figure(0, -520 + i * 148, 1.2, i * 90, i)).join("")}<path d="M-180 -590V590M180 -590V590" stroke="${b}" stroke-width="9"/>`,
      width: 420,
      height: 1240,
      stance: "flat",
    };
  if (/cushion/i.test(title))
    return {
      svg: `${DEFS}<rect x="-380" y="-380" width="760" height="760" rx="60" fill="${linen}"/>${threads(716, 716)}${wreath(240, 10, 0.8)}<g transform="scale(2.6)">${pomegranate("#a8323a", "#6b1a22")}</g><rect x="-380" y="-380" width="760" height="760" rx="60" fill="url(#em-plump)"/>`,
      width: 780,
      height: 780,
      stance: "flat",
      outline: "free",
    };
  return {
    svg: `${DEFS}${square(980, 980)}${wreath(270, 12, 0.95)}${[45, 135, 225, 315].map((t) => `<g transform="rotate(${t}) translate(0 -560) scale(1.7)">${planeLeaf(a, b)}</g>`).join("")}${folds(980, 980, random, 4)}`,
    width: 980,
    height: 980,
    stance: "flat",
  };
}
