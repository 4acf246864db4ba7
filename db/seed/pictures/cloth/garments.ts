import { darken } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast } from "../paint";
import type { Drawn } from "../scene";
import { buta, planeLeaf, rosette } from "./motifs";

const STAND = `<path d="M-12 0V420" stroke="#6d5640" stroke-width="22"/><path d="M-150 430C-80 400 80 400 150 430" stroke="#6d5640" stroke-width="20" fill="none"/><ellipse cx="0" cy="-520" rx="46" ry="52" fill="#cdb798"/>`;

function tiled(id: string, step: number, figure: string): string {
  return `<pattern id="${id}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><g transform="translate(${step / 4} ${step / 4})">${figure}</g><g transform="translate(${step * 0.75} ${step * 0.75})">${figure}</g></pattern>`;
}

/** Folds that fall from a waist and open towards the hem. */
function pleats(
  count: number,
  [top, topHalf]: readonly [number, number],
  [hem, hemHalf]: readonly [number, number],
): string {
  return Array.from({ length: count }, (_, i) => {
    const t = ((i + 0.5) / count) * 2 - 1;
    const [x, end, w] = [t * topHalf, t * hemHalf, hemHalf / count];
    const drop = hem + 30 * (1 - t * t);
    return `<path d="M${x.toFixed(0)} ${top}Q${(x * 1.1).toFixed(0)} ${((top + hem) / 2).toFixed(0)} ${(end - w * 0.5).toFixed(0)} ${drop.toFixed(0)}H${end.toFixed(0)}Z" fill="#000" opacity=".2"/><path d="M${x.toFixed(0)} ${top}L${end.toFixed(0)} ${drop.toFixed(0)}H${(end + w * 0.55).toFixed(0)}Z" fill="#fff" opacity=".16"/>`;
  }).join("");
}

/** Dress, blouse, coat and costume on a stand. */
export function garment(subject: PictureSubject): Drawn {
  const [a = "#7d2433", b = "#d9b25a", c = "#2f4858", d = "#f0e4d0"] = subject.palette;
  const title = subject.title.en;
  const isDress = /dress/i.test(title);
  const isCoat = /coat|chukha/i.test(title);
  const isCostume = /costume/i.test(title);
  const figure = isDress
    ? `<g transform="scale(.6)">${buta(b, d, a)}</g>`
    : isCoat
      ? `<path d="M-4 0h8" stroke="${darken(a, 0.3)}" stroke-width="2"/>`
      : isCostume
        ? `<g transform="scale(.5)">${rosette(8, b, a)}</g>`
        : `<path d="M0 -3v6" stroke="${darken(a, 0.15)}" stroke-width="2"/>`;
  const defs = `<defs>${tiled("gp", isCoat ? 24 : 110, figure)}<linearGradient id="round" x1="0" x2="1"><stop offset="0" stop-color="#000" stop-opacity=".42"/><stop offset=".3" stop-color="#fff" stop-opacity=".12"/><stop offset=".7" stop-color="#000" stop-opacity=".03"/><stop offset="1" stop-color="#000" stop-opacity=".45"/></linearGradient></defs>`;
  const dressed = (path: string, fill: string, patterned = true) =>
    `${cast(path, 12, 18)}<path d="${path}" fill="${fill}"/>${patterned ? `<path d="${path}" fill="url(#gp)"/>` : ""}<path d="${path}" fill="url(#round)"/>`;
  const sleeves = (length: number, flare: number, fill: string) =>
    [-1, 1]
      .map(
        (s) =>
          `<g transform="scale(${s} 1)">${dressed(`M150 -440C230 -420 270 -330 ${250 + flare} ${length}L${150 + flare * 0.2} ${length + 20}C180 ${length * 0.3} 150 -200 130 -300Z`, fill)}</g>`,
      )
      .join("");
  if (isCostume) {
    const skirt = "M-150 -60C-250 60 -420 360 -440 560C-150 620 150 620 440 560C420 360 250 60 150 -60Z";
    const coins = Array.from(
      { length: 13 },
      (_, i) =>
        `<circle cx="${-150 + i * 25}" cy="${-40 + Math.sin(i / 2) * 6}" r="14" fill="${b}" stroke="${darken(b, 0.4)}" stroke-width="3"/>`,
    ).join("");
    return {
      svg: `${defs}${STAND}${dressed(skirt, a)}${pleats(8, [-50, 140], [548, 420])}<path d="M-432 500C-150 566 150 566 432 500" stroke="${b}" stroke-width="22" fill="none"/>${sleeves(-20, 70, c)}${dressed("M-150 -450C-60 -480 60 -480 150 -450L160 -60C60 -20 -60 -20 -160 -60Z", c)}<path d="M0 -470V-40" stroke="${b}" stroke-width="14"/>${coins}<g transform="translate(0 86)"><path d="M-66 -632Q-62 -706 0 -708Q62 -706 66 -632Q0 -612 -66 -632Z" fill="${a}" stroke="${darken(a, 0.4)}" stroke-width="4"/><path d="M-68 -640Q0 -616 68 -640V-618Q0 -594 -68 -618Z" fill="${b}"/></g><path d="M-66 -540C-150 -440 -214 -240 -204 -20M66 -540C150 -440 214 -240 204 -20" stroke="${d}" stroke-opacity=".28" stroke-width="40" fill="none"/>`,
      width: 960,
      height: 1320,
      wornCm: 140,
      stance: "hanging",
      outline: "cast",
    };
  }
  if (isCoat) {
    const body =
      "M-160 -450C-60 -480 60 -480 160 -450L140 -80C190 160 240 380 260 520C90 560 -90 560 -260 520C-240 380 -190 160 -140 -80Z";
    const cases = [-1, 1]
      .map((s) =>
        Array.from(
          { length: 7 },
          (_, i) =>
            `<rect x="${s > 0 ? 44 + i * 15 : -58 - i * 15}" y="-300" width="11" height="78" rx="5" fill="${b}"/>`,
        ).join(""),
      )
      .join("");
    return {
      svg: `${defs}${STAND}${sleeves(60, 30, a)}${dressed(body, a)}${pleats(4, [-70, 110], [516, 240])}<path d="M0 -470V540" stroke="#000" stroke-opacity=".45" stroke-width="6"/>${cases}<path d="M-150 -90H150" stroke="${c}" stroke-width="34"/><circle cy="-90" r="24" fill="${b}"/>`,
      width: 700,
      height: 1140,
      wornCm: 105,
      stance: "hanging",
      outline: "cast",
    };
  }
  if (isDress) {
    const body =
      "M-120 -450C-50 -470 50 -470 120 -450L110 -100Q112 -80 116 -60C200 120 290 380 320 580C110 630 -110 630 -320 580C-290 380 -200 120 -116 -60Q-112 -80 -110 -100Z";
    return {
      svg: `${defs}${STAND}${sleeves(-130, 10, a)}${dressed(body, a)}${pleats(6, [-74, 100], [580, 300])}<path d="M-114 -90C-40 -60 40 -60 114 -90" stroke="${b}" stroke-width="20" fill="none"/><path d="M-60 -460C-30 -400 30 -400 60 -460" stroke="${b}" stroke-width="10" fill="none"/>`,
      width: 720,
      height: 1180,
      wornCm: 112,
      stance: "hanging",
      outline: "cast",
    };
  }
  const body = "M-170 -420C-60 -460 60 -460 170 -420L190 240C70 270 -70 270 -190 240Z";
  const isSilk = /silk/i.test(title);
  const cloth = isSilk ? a : d;
  const cuffs = isSilk
    ? ""
    : [-1, 1]
        .map(
          (side) =>
            `<path d="M${side * 166} 52L${side * 306} 32" stroke="${c}" stroke-width="20" stroke-dasharray="14 9"/><path d="M${side * 164} 30L${side * 300} 10" stroke="${a}" stroke-width="7"/>`,
        )
        .join("");
  const yoke = isSilk
    ? `<path d="M0 -430V250" stroke="${darken(a, 0.3)}" stroke-width="5"/>${[-330, -210, -90, 30, 150].map((y) => `<circle cy="${y}" r="11" fill="${d}"/>`).join("")}`
    : `<path d="M-74 -440Q0 -330 74 -440" fill="none" stroke="${c}" stroke-width="16"/><path d="M-60 -440Q0 -350 60 -440" fill="none" stroke="${a}" stroke-width="7"/><g transform="translate(0 -290)">${[-100, -50, 0, 50, 100].map((x, i) => `<g transform="translate(${x} ${Math.abs(x) * 0.5}) scale(.62)">${i % 2 ? planeLeaf(b, c) : rosette(8, c, b)}</g>`).join("")}</g><path d="M-180 215C-70 244 70 244 180 215" stroke="${c}" stroke-width="12" stroke-dasharray="16 8" fill="none"/>`;
  return {
    svg: `${defs}<g transform="translate(0 200)"><path d="M-260 -560H260M0 -640C40 -640 40 -590 0 -585V-560" stroke="#6d5640" stroke-width="14" fill="none"/><g transform="translate(0 -60)">${sleeves(40, 60, cloth)}${dressed(body, cloth, false)}${pleats(5, [-300, 120], [236, 170])}${cuffs}${yoke}</g></g>`,
    width: 760,
    height: 900,
    wornCm: 78,
    stance: "hanging",
    outline: "cast",
  };
}

/** Embroidered skullcap (araqçın). */
export function skullcap(subject: PictureSubject, random: Random): Drawn {
  const [a = "#1f2d3a", b = "#d9b25a", c = "#a33b3b", d = "#f0e4d0"] = subject.palette;
  const ring = (y: number, rx: number, count: number, fill: string, scale: number) =>
    Array.from({ length: count }, (_, i) => {
      const t = Math.PI * ((i + 0.5) / count);
      return `<g transform="translate(${(-Math.cos(t) * rx).toFixed(0)} ${(y + Math.sin(t) * rx * 0.16).toFixed(0)}) scale(${(scale * (0.45 + 0.55 * Math.sin(t))).toFixed(2)} ${scale})">${i % 2 ? buta(fill, b, d) : rosette(8, fill, b)}</g>`;
    }).join("");
  const body = "M-330 -60C-330 -330 -200 -470 0 -470C200 -470 330 -330 330 -60C200 20 -200 20 -330 -60Z";
  return {
    svg: `<path d="${body}" fill="${a}"/><path d="M-330 -150C-200 -80 200 -80 330 -150L330 -60C200 20 -200 20 -330 -60Z" fill="${darken(a, 0.35)}"/>${ring(-110, 290, 9, c, 0.62)}${ring(-270, 210, 7, b, 0.55)}<g transform="translate(0 -420) scale(.8 .3)">${rosette(12, b, c)}</g><path d="M-326 -160C-200 -90 200 -90 326 -160" stroke="${b}" stroke-width="9" fill="none"/><path d="M-330 -70C-200 10 200 10 330 -70" stroke="${b}" stroke-width="12" fill="none"/><path d="${body}" fill="#fff" opacity="${random.between(0.04, 0.08).toFixed(2)}"/>`,
    width: 700,
    height: 520,
    stance: "standing",
  };
}
