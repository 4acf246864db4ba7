import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { ganjaHoop, jejimRunner, kitchenTowels } from "./linen-pieces";
import { buta, folds, planeLeaf, pomegranate, rosette, stem, slant, threads } from "./motifs";
import { bookmarks, leafRunner, nightingaleCushion } from "./tekelduz-pieces";

const DEFS = `<defs><radialGradient id="em-plump" cx=".42" cy=".36" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".22"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></radialGradient></defs>`;

/** Tekelduz: chain-stitch flowers and stems on dark velvet, broadcloth or felt. */
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
  if (/bookmark/i.test(title)) return bookmarks(subject);
  return nightingaleCushion(subject);
}

/** Embroidery on pale linen and cotton: tablecloth, napkins, cushion, towels, hoop, runners. */
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
  if (/hoop/i.test(title)) return ganjaHoop();
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
  if (/towel/i.test(title)) return kitchenTowels(subject, random);
  if (/wool/i.test(title)) return jejimRunner(subject, random);
  if (/runner/i.test(title)) return leafRunner(subject);
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
