import { darken, lighten, luminance } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { buta, folds, rosette } from "./motifs";
import { drapedOutline, gathers, rippled, ripples, SILK } from "./silk-folds";

const S = 900;

/** The dye that a kelaghayi is named after, with the colours of its stamps. */
function dyesOf({ title, palette }: PictureSubject): [string, string, string] {
  const named: [RegExp, [string, string, string]][] = [
    [/black/i, ["#1f1b1d", "#e9dcc2", "#b0413e"]],
    [/pomegranate/i, ["#8e1f2f", "#f0d9b0", "#d98b3a"]],
    [/chestnut/i, ["#6b3a22", "#f0d8a8", "#c98f4f"]],
    [/indigo/i, ["#27406b", "#e9c46a", "#c77b30"]],
    [/spring/i, ["#c9d6a3", "#7d3350", "#4f7a4d"]],
  ];
  const dyes = named.find(([words]) => words.test(title.en))?.[1];
  return dyes ?? [palette[0] ?? "#5a2d22", palette[1] ?? "#e8c48c", palette[2] ?? "#c98f4f"];
}

/** A kelaghayi: a large square of silk, a stamped border (yelen), butas in the corners and a rosette in the middle. */
export function kelaghayi(subject: PictureSubject, random: Random): Drawn {
  const [field, rim, second] = dyesOf(subject);
  const pale = luminance(field) > 0.55 ? darken(rim, 0.35) : lighten(rim, 0.35);
  const half = S / 2;
  let edge = "";
  for (let i = -7; i <= 7; i++) {
    const t = (i * (S - 130)) / 15;
    for (const [x, y, turn] of [
      [t, -half + 66, 180],
      [t, half - 66, 0],
      [-half + 66, t, 90],
      [half - 66, t, -90],
    ] as const)
      edge += `<g transform="translate(${x} ${y}) rotate(${turn}) scale(.46)">${buta(i % 2 ? pale : second, field, field)}</g>`;
  }
  let corners = "";
  for (const [sx, sy] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const)
    for (const [x, y, scale] of [
      [265, 265, 1.7],
      [160, 300, 0.8],
      [300, 160, 0.8],
    ] as const)
      corners += `<g transform="translate(${sx * x} ${sy * y}) scale(${sx * scale} ${-sy * scale}) rotate(45)">${buta(pale, second, field)}</g>`;
  let dots = "";
  for (let k = 0; k < 90; k++) {
    const [x, y] = [random.between(-330, 330), random.between(-330, 330)];
    if (Math.hypot(x, y) > 130)
      dots += `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${random.between(3, 7).toFixed(1)}"/>`;
  }
  const middle = `<g transform="scale(2.2)">${rosette(random.pick([8, 10, 12]), pale, second)}</g><circle r="132" fill="none" stroke="${second}" stroke-width="7" stroke-dasharray="4 16" stroke-linecap="round"/>`;
  const body = `<rect x="${-half}" y="${-half}" width="${S}" height="${S}" fill="${field}"/><rect x="${-half + 18}" y="${-half + 18}" width="${S - 36}" height="${S - 36}" fill="none" stroke="${pale}" stroke-width="9"/><rect x="${-half + 116}" y="${-half + 116}" width="${S - 232}" height="${S - 232}" fill="none" stroke="${pale}" stroke-width="7"/>${edge}<g fill="${pale}" opacity=".85">${dots}</g>${corners}${middle}`;
  const weft = `<rect x="-640" y="-640" width="1280" height="1280" fill="url(#silk-sheen)"/>`;
  const defs = `<defs>${SILK}</defs>`;
  if (subject.seed % 2 === 0) {
    // Folded over a rod: the upper half of a diamond is out of sight, its lower half hangs in folds.
    const hang = drapedOutline(random, S * 0.7);
    const backFolds = `<g clip-path="url(#k)">${gathers(random, S * 0.7)}</g><path d="${hang}" fill="none" stroke="${pale}" stroke-width="6" stroke-dasharray="14 10"/>`;
    return {
      svg: `${defs}<clipPath id="k"><path d="${hang}"/></clipPath><g transform="translate(0 ${-S * 0.36})"><g transform="translate(34 0) scale(1.04 1.12)"><path d="${hang}" fill="${darken(field, 0.35)}"/>${backFolds}</g><g clip-path="url(#k)"><g transform="rotate(45)">${body}</g>${gathers(random, S * 0.7)}${weft}</g><path d="M${-S * 0.78} -14H${S * 0.78}" stroke="#7a4a28" stroke-width="26" stroke-linecap="round"/><path d="M${-S * 0.66} -30Q0 -42 ${S * 0.66} -30V2Q0 -8 ${-S * 0.66} 2Z" fill="${field}"/><path d="M${-S * 0.66} -30Q0 -42 ${S * 0.66} -30V2Q0 -8 ${-S * 0.66} 2Z" fill="url(#silk-roll)"/></g>`,
      width: S * 1.56,
      height: S * 0.9,
      stance: "hanging",
      outline: "free",
    };
  }
  const outline = rippled(random, half);
  const corner = `M${half + 20} ${half - 330}L${half - 330} ${half + 20}Q${half - 300} ${half - 150} ${half - 250} ${half - 250}Q${half - 150} ${half - 300} ${half + 20} ${half - 330}Z`;
  return {
    svg: `${defs}<clipPath id="k"><path d="${outline}"/></clipPath><g clip-path="url(#k)">${body}${ripples(random, half)}${weft}</g><path d="${corner}" fill="${darken(field, 0.12)}"/><path d="${corner}" fill="url(#silk-roll)"/><path d="M${half + 14} ${half - 330}L${half - 330} ${half + 14}" stroke="${pale}" stroke-width="7" stroke-dasharray="2 13" stroke-linecap="round" opacity=".8"/>`,
    width: S,
    height: S,
    stance: "flat",
    outline: "free",
  };
}

/** Striped and small-figured silk: scarf, neckerchief, pocket square, tie, a length of cloth. */
export function silk(subject: PictureSubject, random: Random): Drawn {
  const [a = "#8b2f3a", b = "#e0b866", c = "#2f5d73", d = "#f3ead8"] = subject.palette;
  const title = subject.title.en;
  let stripes = "";
  for (let x = -600, i = 0; x < 600; i++) {
    const w = random.pick([14, 26, 44, 70]);
    stripes += `<rect x="${x}" y="-900" width="${w}" height="1800" fill="${[a, b, c, d, darken(a, 0.3)][i % 5]}"/>`;
    x += w;
  }
  const sheen = `<linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".4" stop-color="#fff" stop-opacity="0"/><stop offset=".6" stop-color="#fff" stop-opacity=".22"/><stop offset="1" stop-color="#000" stop-opacity=".28"/></linearGradient>`;
  const over = `<rect x="-700" y="-900" width="1400" height="1800" fill="url(#sheen)"/>`;
  const wrap = (path: string, inner: string, extra = "") =>
    `<defs>${sheen}<clipPath id="s"><path d="${path}"/></clipPath></defs><g clip-path="url(#s)">${inner}${over}${extra}</g>`;
  if (/tie/i.test(title)) {
    const path = "M-60 -600H60L44 -520L110 430L0 600L-110 430L-44 -520Z";
    const figures = Array.from(
      { length: 40 },
      (_, i) =>
        `<g transform="translate(${((i % 4) - 1.5) * 62} ${Math.floor(i / 4) * 120 - 560 + (i % 2) * 60}) scale(.5)">${buta(b, d, a)}</g>`,
    ).join("");
    return {
      svg:
        wrap(path, `<rect x="-200" y="-700" width="400" height="1400" fill="${a}"/>${figures}`) +
        `<path d="M-60 -600H60L44 -520H-44Z" fill="${darken(a, 0.3)}"/>`,
      width: 360,
      height: 1220,
      stance: "hanging",
      outline: "free",
    };
  }
  if (/pocket/i.test(title)) {
    const path = "M-330 330L-300 -120L-160 -330L-60 -150L60 -380L150 -150L280 -300L330 330Z";
    return {
      svg: wrap(
        path,
        `<rect x="-500" y="-500" width="1000" height="1000" fill="${a}"/><path d="M-330 330L-300 -120L-160 -330L-60 -150L60 -380L150 -150L280 -300L330 330" fill="none" stroke="${b}" stroke-width="46"/>`,
        folds(660, 700, random, 7),
      ),
      width: 700,
      height: 760,
      stance: "flat",
      outline: "free",
    };
  }
  if (/neckerchief/i.test(title)) {
    const path = "M-480 -220H480L40 420C10 450 -10 450 -40 420Z";
    const figures = Array.from(
      { length: 30 },
      (_, i) =>
        `<g transform="translate(${((i % 6) - 2.5) * 150} ${Math.floor(i / 6) * 130 - 170}) scale(.7)">${buta(b, d, c)}</g>`,
    ).join("");
    return {
      svg: wrap(
        path,
        `<rect x="-500" y="-300" width="1000" height="800" fill="${a}"/>${figures}<path d="M-480 -220H480L0 470Z" fill="none" stroke="${d}" stroke-width="36"/>`,
        folds(960, 700, random, 5),
      ),
      width: 980,
      height: 700,
      stance: "flat",
      outline: "free",
    };
  }
  if (/fabric/i.test(title)) {
    const roll = `<rect x="-430" y="-560" width="860" height="150" rx="70" fill="${darken(a, 0.25)}"/><ellipse cx="430" cy="-485" rx="46" ry="75" fill="${b}"/>`;
    return {
      svg: wrap("M-430 -500H430V560C220 620 -200 500 -430 580Z", stripes, folds(860, 1100, random, 6)) + roll,
      width: 900,
      height: 1180,
      stance: "flat",
    };
  }
  const path = "M-230 -620C-60 -560 60 -560 230 -620L250 560C120 600 60 520 0 560C-80 610 -150 540 -250 580Z";
  return {
    svg: wrap(path, stripes, folds(480, 1240, random, 5)),
    width: 540,
    height: 1240,
    stance: "hanging",
    outline: "free",
  };
}
