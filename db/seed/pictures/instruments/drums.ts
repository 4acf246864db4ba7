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

/** The gaval in a wooden stand, seen from its open side: pairs of rings hang all around the inside of the rim. */
export function gaval({ palette }: PictureSubject, _random: Random): Drawn {
  const [wood = "#8a4a1f", skin = "#efe0c4", red = "#b5463c", dark = "#3a2a20"] = palette;
  const brass = "#d9a441";
  const on = (a: number, rx: number, ry: number, dx = 0): [number, number] => {
    const t = (a * Math.PI) / 180;
    return [dx + Math.cos(t) * rx, Math.sin(t) * ry];
  };
  const tiles = times(32, (i) => {
    const [x, y] = on(92 + i * 5.7, 470, 486, 8);
    return moved(x, y, `<path d="M-17 0L0 -15L17 0L0 15Z" fill="${i % 2 ? lighten(skin, 0.5) : red}"/>`, 92 + i * 5.7);
  });
  const pairs = times(24, (i) => {
    const a = i * 15 + 7;
    const [x, y] = on(a, 385, 425, 46);
    const ring = (dx: number, dy: number) =>
      `<circle cx="${dx}" cy="${dy}" r="19" fill="none" stroke="${darken(brass, 0.6)}" stroke-width="8"/><circle cx="${dx}" cy="${dy - 1}" r="19" fill="none" stroke="${brass}" stroke-width="5"/><circle cx="${dx - 1}" cy="${dy - 2}" r="19" fill="none" stroke="${lighten(brass, 0.7)}" stroke-width="1.6"/>`;
    return moved(x, y, `<circle r="6" fill="${dark}"/>${ring(-9, 16)}${ring(8, 20)}`);
  });
  const leg = (side: 1 | -1) =>
    `<path d="M${side * 150} -30L${side * 330} 0" stroke="${darken(wood, 0.5)}" stroke-width="30" stroke-linecap="round"/>`;
  const lip = (x: number) =>
    `<path d="M${x - 26} -6L${x - 20} -66Q${x - 16} -122 ${x + 2} -124Q${x + 20} -122 ${x + 20} -66L${x + 26} -6Z" fill="url(#gavW)" stroke="${darken(wood, 0.6)}" stroke-width="3"/>`;
  const svg = `<defs>${radial("gavS", [
    [0, lighten(skin, 0.6)],
    [0.6, skin],
    [1, darken(skin, 0.34)],
  ])}${linear(
    "gavR",
    [
      [0, lighten(wood, 0.5)],
      [0.5, lighten(wood, 0.12)],
      [1, darken(wood, 0.5)],
    ],
    [0, 0, 1, 1],
  )}${linear(
    "gavI",
    [
      [0, darken(wood, 0.62)],
      [0.5, darken(wood, 0.2)],
      [1, lighten(wood, 0.4)],
    ],
    [0, 0.1, 1, 0.9],
  )}${linear("gavW", [
    [0, lighten(wood, 0.25)],
    [1, darken(wood, 0.45)],
  ])}<clipPath id="gavC"><path d="${disc(46, 0, 412, 462)}"/></clipPath></defs>${leg(-1)}${leg(1)}<path d="M-250 -34H270V0H-250Z" fill="url(#gavW)"/><g transform="translate(0 -560)"><path d="${disc(-42, 0, 436, 488)}" fill="url(#gavR)"/><path d="${disc(-18, 0, 436, 488)}" fill="url(#gavR)"/><path d="${disc(46, 0, 436, 488)}" fill="${darken(wood, 0.1)}"/>${tiles}<path d="${disc(46, 0, 436, 488)}" fill="url(#gavR)" stroke="${darken(wood, 0.6)}" stroke-width="3"/><g clip-path="url(#gavC)"><path d="${disc(46, 0, 412, 462)}" fill="url(#gavI)"/><path d="${disc(-10, 6, 382, 428)}" fill="#140d07" opacity=".35"/><path d="${disc(-16, 0, 380, 426)}" fill="url(#gavS)"/><g transform="translate(-16 0) scale(.88 1)" opacity=".5"><path d="${star(8, 150, 84)}" fill="none" stroke="${red}" stroke-width="8"/><circle r="196" fill="none" stroke="${wood}" stroke-width="6" stroke-dasharray="4 16" stroke-linecap="round"/></g>${pairs}</g><path d="${disc(46, 0, 424, 475)}" fill="none" stroke="${lighten(skin, 0.3)}" stroke-opacity=".7" stroke-width="4" stroke-dasharray="22 12"/></g>${lip(-150)}${lip(190)}`;
  return standing(svg, 1000, 1060);
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
