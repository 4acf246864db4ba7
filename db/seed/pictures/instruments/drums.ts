import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, linear, lying, moved, radial, standing, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { vessel, type Profile } from "../objects/vessels";

/** The daf seen from its open side: rings hang in chains all around the inside of the rim. */
export function daf({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#8a4a1f", skin = "#efe0c4", , dark = "#3a2a20"] = palette;
  const rings = times(36, (i) => {
    const a = (i / 36) * 360;
    return `<g transform="rotate(${a}) translate(0 -392)"><circle r="5" cy="-34" fill="${dark}"/><g fill="none" stroke-width="6"><circle r="19" cy="-14" stroke="#5d5a55"/><circle r="19" cy="-15" stroke="#d9d6cf" stroke-width="3"/><circle r="19" cy="18" cx="${random.between(-7, 7).toFixed(0)}" stroke="#6b6862"/><circle r="19" cy="17" cx="-1" stroke="#eceae4" stroke-width="2.5"/></g></g>`;
  });
  const svg = `<defs>${radial("dafS", [
    [0, lighten(skin, 0.5)],
    [0.55, skin],
    [1, darken(skin, 0.45)],
  ])}${linear(
    "dafR",
    [
      [0, lighten(wood, 0.5)],
      [0.5, wood],
      [1, darken(wood, 0.6)],
    ],
    [0, 0, 1, 1],
  )}${linear(
    "dafI",
    [
      [0, darken(wood, 0.65)],
      [1, lighten(wood, 0.35)],
    ],
    [0, 0, 1, 1],
  )}</defs>${cast(disc(0, 0, 490), 16, 24)}<path d="${disc(0, 0, 490)}" fill="url(#dafR)"/><circle r="464" fill="url(#dafI)"/><circle r="400" cx="6" cy="8" fill="${dark}" opacity=".5"/><circle r="394" fill="url(#dafS)"/>
<g opacity=".5" fill="none" stroke="${darken(skin, 0.25)}" stroke-width="3"><path d="M-260 -120Q-80 -220 120 -150T300 40M-200 180Q-40 90 160 200M-60 -300Q20 -260 60 -320"/></g>
<circle r="477" fill="none" stroke="${darken(wood, 0.45)}" stroke-width="3"/><circle r="484" fill="none" stroke="${lighten(skin, 0.3)}" stroke-width="3" stroke-dasharray="24 12"/>${rings}`;
  return lying(moved(0, 0, svg, random.between(-20, 20)), 1000, 1000);
}

/** The gaval stood up at a slant: the face, the depth of an inlaid rim, and pairs of jingles in it. */
export function gaval({ palette }: PictureSubject, _random: Random): Drawn {
  const [wood = "#8a4a1f", skin = "#efe0c4", red = "#b5463c", dark = "#3a2a20"] = palette;
  const brass = "#d9a441";
  const tiles = times(30, (i) => {
    const a = -86 + i * 6.1;
    const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
    return `<path d="M${to1(88 + c * 388)} ${to1(s * 462)}l${to1(34 * c + 8)} ${to1(-14 * c + s * 6)}l${to1(-2)} ${to1(26)}Z" fill="${i % 2 ? lighten(skin, 0.5) : red}"/>`;
  });
  const jingles = [-58, -30, 2, 34, 62]
    .map((a) => {
      const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)];
      const [x, y] = [to1(78 + c * 404), to1(s * 470)];
      return `<g transform="translate(${x} ${y}) rotate(${a * 0.8})"><rect x="-32" y="-40" width="62" height="80" rx="10" fill="${darken(dark, 0.4)}"/><ellipse cx="-10" rx="13" ry="46" fill="${darken(brass, 0.35)}"/><ellipse cx="-13" rx="10" ry="43" fill="${lighten(brass, 0.35)}"/><ellipse cx="14" rx="13" ry="46" fill="${darken(brass, 0.45)}"/><ellipse cx="11" rx="10" ry="43" fill="${brass}"/></g>`;
    })
    .join("");
  const svg = `<defs>${radial("gavS", [
    [0, lighten(skin, 0.65)],
    [0.6, skin],
    [1, darken(skin, 0.3)],
  ])}${linear("gavR", [
    [0, darken(wood, 0.2)],
    [0.7, lighten(wood, 0.3)],
    [0.86, lighten(wood, 0.55)],
    [1, darken(wood, 0.3)],
  ])}</defs><g transform="translate(-50 -490)">
<path d="M0 -486C200 -486 520 -420 520 0C520 420 200 486 0 486Z" fill="url(#gavR)"/>${tiles}${jingles}<ellipse rx="424" ry="488" fill="${darken(wood, 0.3)}"/><ellipse rx="414" ry="478" fill="url(#gavS)"/><ellipse rx="396" ry="458" fill="none" stroke="${darken(skin, 0.18)}" stroke-width="4"/>
<g transform="scale(.87 1)"><path d="${star(8, 150, 78)}" fill="none" stroke="${red}" stroke-width="9"/><path d="${star(8, 96, 52)}" fill="${red}" opacity=".85"/><circle r="190" fill="none" stroke="${wood}" stroke-width="7" stroke-dasharray="4 16" stroke-linecap="round"/><circle r="28" fill="${skin}"/></g>
<path d="M-300 -250Q-180 -410 20 -430" stroke="#fff" stroke-opacity=".55" stroke-width="20" fill="none" stroke-linecap="round"/></g>`;
  return standing(svg, 1000, 990);
}

/** Goshanaghara: a large and a small kettle of clay, skins laced down, and two sticks. */
export function pairedDrums({ palette }: PictureSubject, _random: Random): Drawn {
  const [clay = "#8a4a1f", skin = "#efe0c4", red = "#b5463c", dark = "#3a2a20"] = palette;
  const body: Profile = [
    [0, 96],
    [24, 118],
    [140, 196],
    [300, 248],
    [430, 262],
  ];
  const lacing = times(13, (i) => {
    const t = (i - 6) / 6;
    const x = Math.sin(t * 1.45) * 262;
    const next = Math.sin((t + 1 / 12) * 1.45) * 180;
    return `M${to1(x)} ${to1(-400 + (1 - t * t) * 40)}L${to1(next)} -70L${to1(Math.sin((t + 1 / 6) * 1.45) * 262)} ${to1(-400 + (1 - (t + 1 / 6) ** 2) * 40)}`;
  });
  const drum = (id: string, colour: string, accent: string) =>
    `${vessel(id, body, {
      colour,
      surface: "clay",
      open: false,
      decoration: `<path d="${lacing}" stroke="${darken(colour, 0.65)}" stroke-width="13" fill="none"/><path d="${lacing}" stroke="${lighten(skin, 0.1)}" stroke-width="8" fill="none"/><path d="M-300 -96Q0 -50 300 -96V-66Q0 -20 -300 -66Z" fill="${accent}"/>`,
    })}<defs>${radial(`${id}s`, [
      [0, lighten(skin, 0.7)],
      [0.6, skin],
      [1, darken(skin, 0.3)],
    ])}</defs><path d="M-268 -430V-396C-200 -320 200 -320 268 -396V-430Z" fill="${darken(skin, 0.2)}"/><path d="M-268 -400C-200 -326 200 -326 268 -400" stroke="${accent}" stroke-width="12" fill="none"/><ellipse cy="-430" rx="268" ry="72" fill="url(#${id}s)" stroke="${darken(skin, 0.35)}" stroke-width="5"/><ellipse cy="-430" rx="110" ry="28" fill="${darken(skin, 0.15)}" opacity=".6"/>`;
  const stick = (turn: number, x: number, y: number) =>
    moved(
      x,
      y,
      `<path d="M-300 8L240 4" stroke="#140d07" stroke-opacity=".3" stroke-width="16" stroke-linecap="round" transform="translate(4 16)"/><path d="M-300 0H240" stroke="${darken(clay, 0.45)}" stroke-width="20" stroke-linecap="round"/><path d="M-300 -4H240" stroke="${lighten(clay, 0.45)}" stroke-width="6" stroke-linecap="round"/><ellipse cx="252" rx="36" ry="20" fill="${dark}"/><ellipse cx="246" cy="-6" rx="20" ry="8" fill="${lighten(dark, 0.4)}"/>`,
      turn,
    );
  return standing(
    `${moved(-236, -10, drum("gnA", clay, red))}${moved(286, 20, drum("gnB", lighten(clay, 0.16), dark), 0, 0.8)}${stick(-12, -150, -470)}${stick(-158, 300, -430)}`,
    1060,
    560,
  );
}
