import { darken, lighten, luminance } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { cast } from "../paint";
import { buta, rosette } from "./motifs";
import { hangingFolds, hungOutline, lyingFolds, rod, turnedCorner, turnedOver } from "./silk-folds";

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
  if (subject.seed % 2 === 0) {
    const [w, top, foot] = [S * 0.93, -520, 470];
    const hang = hungOutline(random, w, top, foot);
    return {
      svg: `${rod(w + 190, top + 4)}<clipPath id="k"><path d="${hang}"/></clipPath>${cast(hang, 18, 26)}<g clip-path="url(#k)"><g transform="translate(0 -14) scale(.93 1.08)">${body}</g>${hangingFolds(random, w, top, foot + 40)}</g><path d="M${-w / 2} ${top}Q0 ${top - 16} ${w / 2} ${top}V${top + 30}Q0 ${top + 18} ${-w / 2} ${top + 30}Z" fill="#fff" opacity=".12"/>`,
      width: w + 210,
      height: 1100,
      stance: "hanging",
      outline: "cast",
      span: S * 1.05,
    };
  }
  const { outline, flap } = turnedCorner(half, 250);
  return {
    svg: `<clipPath id="k"><path d="${outline}"/></clipPath>${cast(outline, 10, 16)}<g clip-path="url(#k)">${body}${lyingFolds(random, half)}</g>${turnedOver(flap, darken(field, 0.1), pale)}`,
    width: S,
    height: S,
    stance: "flat",
    outline: "cast",
  };
}
