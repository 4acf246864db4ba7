import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { rosette } from "../cloth/motifs";
import { cast, linear, radial } from "../paint";
import type { Drawn } from "../scene";
import { wallTiles } from "./girih";
import { saltCellar, woodFired } from "./kiln";
import { band, vessel, type Profile } from "./vessels";
import { rings } from "./wheel";

/** Decorative ceramics: vases, lamp, tiles, jar, salt cellar, hanging pomegranate. */
export function decorative(subject: PictureSubject, random: Random): Drawn {
  const [a = "#2f7f86", b = "#c9803f", c = "#f0e4cc", d = "#7a2432"] = subject.palette;
  const title = subject.title.en;
  const turned = (id: string, profile: Profile, colour: string, extra = "") =>
    vessel(id, profile, {
      colour,
      surface: "glaze",
      decoration: rings(profile, darken(colour, 0.6), random) + extra,
    });
  if (/tile/i.test(title)) return wallTiles();
  if (/wood-fired/i.test(title)) return woodFired(subject);
  if (/lamp/i.test(title)) return oilLamp(mix(b, "#a05a34", 0.6));
  if (/salt/i.test(title)) return saltCellar(subject);
  if (/hanging/i.test(title)) return hangingPomegranate(d, b);
  if (/pomegranate/i.test(title))
    return {
      svg: `${turned(
        "pv",
        [
          [0, 150],
          [20, 160],
          [120, 300],
          [300, 350],
          [470, 270],
          [560, 110],
          [620, 96],
          [700, 170],
        ],
        "#a8323a",
      )}<path d="M-170 -700L-120 -790L-60 -720L0 -810L60 -720L120 -790L170 -700Z" fill="#a8323a"/><path d="M-200 -460C-260 -340 -250 -220 -180 -120" stroke="#fff" stroke-opacity=".5" stroke-width="26" fill="none" stroke-linecap="round"/>`,
      width: 740,
      height: 830,
      stance: "standing",
    };
  const profile: Profile = [
    [0, 180],
    [24, 190],
    [200, 300],
    [420, 290],
    [540, 170],
    [580, 190],
  ];
  const flowers = [-50, -10, 34]
    .map((t, i) => `<g transform="translate(${t * 5} ${-300 - i * 20}) scale(1.3)">${rosette(8, d, c)}</g>`)
    .join("");
  return {
    svg: turned(
      "vase",
      profile,
      a,
      band(profile, 430, 500, subject.seed, c) + band(profile, 90, 150, subject.seed + 1, c) + flowers,
    ),
    width: 640,
    height: profile.at(-1)?.[0] ?? 800,
    stance: "standing",
  };
}

/** A closed lamp of clay: one body drawn out into a pinched spout, a hole to fill it, a ring for the thumb. */
function oilLamp(clay: string): Drawn {
  const body =
    "M-150 0C-258 -26 -326 -96 -320 -164C-314 -232 -204 -268 -66 -272C52 -275 136 -258 214 -240C276 -228 322 -246 366 -282C392 -304 440 -308 452 -276C462 -240 436 -190 390 -148C316 -82 236 -22 140 0Q0 14 -150 0Z";
  const shoulder =
    "M-300 -190C-286 -248 -190 -268 -66 -270C52 -272 136 -256 214 -238C276 -226 322 -244 366 -280C388 -298 424 -304 440 -288C420 -256 330 -196 224 -176C120 -152 20 -146 -80 -148C-190 -150 -280 -164 -300 -190Z";
  const turns = [44, 84, 122].map((y) => `M-340 ${-y}Q0 ${-y + 44} 420 ${-y - 10}`).join("");
  const thumb = "M-268 -216C-372 -300 -446 -220 -414 -148C-392 -100 -330 -92 -286 -104";
  return {
    svg: `<defs>${linear(
      "lampB",
      [
        [0, lighten(clay, 0.24)],
        [0.34, lighten(clay, 0.06)],
        [0.7, darken(clay, 0.28)],
        [1, darken(clay, 0.55)],
      ],
      [0.3, 0, 0.6, 1],
    )}${linear("lampS", [
      [0, lighten(clay, 0.16)],
      [0.3, lighten(clay, 0.42)],
      [0.75, lighten(clay, 0.12)],
      [1, darken(clay, 0.3)],
    ])}${linear(
      "lampF",
      [
        [0, "#fff2c0"],
        [0.5, "#ffc94f"],
        [1, "#e8792b"],
      ],
      [0, 0, 0, 1],
    )}<clipPath id="lampC"><path d="${body}"/></clipPath></defs><path d="${thumb}" fill="none" stroke="${darken(clay, 0.5)}" stroke-width="58" stroke-linecap="round"/><path d="${thumb}" fill="none" stroke="${clay}" stroke-width="46" stroke-linecap="round"/><path d="${thumb}" fill="none" stroke="${lighten(clay, 0.3)}" stroke-width="14" stroke-linecap="round" transform="translate(-3 -9)"/><path d="${body}" fill="url(#lampB)"/><g clip-path="url(#lampC)"><path d="${turns}" fill="none" stroke="${darken(clay, 0.5)}" stroke-opacity=".22" stroke-width="6"/><path d="M-160 -30Q0 -2 160 -30V20H-160Z" fill="#140d07" opacity=".25"/></g><path d="${shoulder}" fill="url(#lampS)"/><ellipse cx="-66" cy="-212" rx="150" ry="38" fill="none" stroke="${darken(clay, 0.3)}" stroke-opacity=".6" stroke-width="6"/><ellipse cx="-66" cy="-209" rx="150" ry="38" fill="none" stroke="${lighten(clay, 0.5)}" stroke-opacity=".5" stroke-width="4"/><path d="M-128 -216V-228A62 17 0 0 1 -4 -228V-216A62 17 0 0 1 -128 -216Z" fill="${clay}"/><ellipse cx="-66" cy="-229" rx="62" ry="17" fill="${lighten(clay, 0.3)}"/><ellipse cx="-66" cy="-228" rx="46" ry="11" fill="#1a0f0a"/><path d="M70 -204Q220 -196 330 -246" fill="none" stroke="${darken(clay, 0.4)}" stroke-opacity=".35" stroke-width="14" stroke-linecap="round"/><ellipse cx="410" cy="-279" rx="40" ry="17" transform="rotate(-16 410 -279)" fill="${darken(clay, 0.7)}" opacity=".75"/><ellipse cx="412" cy="-279" rx="25" ry="10" transform="rotate(-16 412 -279)" fill="#120a06"/><circle cx="420" cy="-372" r="190" fill="#ffd98a" opacity=".1"/><circle cx="420" cy="-364" r="120" fill="#ffe2a0" opacity=".16"/><path d="M398 -276Q404 -300 418 -308" stroke="#e9dcc0" stroke-width="12" fill="none" stroke-linecap="round"/><path d="M416 -300C378 -322 384 -366 410 -404C420 -420 424 -440 422 -462C452 -424 470 -372 452 -330C444 -310 430 -300 416 -300Z" fill="url(#lampF)"/><path d="M420 -306C400 -322 404 -350 420 -374C438 -350 444 -322 432 -308Z" fill="#fffdf0" opacity=".9"/>`,
    width: 940,
    height: 490,
    stance: "standing",
  };
}

/** A glazed pomegranate on a silk cord, opened on one side over its seeds, a tassel beneath. */
function hangingPomegranate(cord: string, gold: string): Drawn {
  const fruit =
    "M-58 -268C-210 -250 -300 -130 -292 10C-284 160 -150 254 0 256C150 254 284 160 292 10C300 -130 210 -250 58 -268Q0 -250 -58 -268Z";
  const crown =
    "M-62 -250C-56 -300 -84 -344 -116 -372Q-70 -366 -46 -336Q-40 -376 0 -404Q40 -376 46 -336Q70 -366 116 -372C84 -344 56 -300 62 -250Q0 -230 -62 -250Z";
  const opening = "M30 -150C110 -110 150 -20 130 70C116 130 60 150 10 130C-30 60 -30 -70 30 -150Z";
  const seeds = Array.from({ length: 34 }, (_, i) => {
    const [row, column] = [Math.floor(i / 5), i % 5];
    const [x, y] = [-20 + column * 36 + (row % 2) * 18, -126 + row * 40];
    return `<path d="M${x} ${y - 20}C${x + 20} ${y - 10} ${x + 18} ${y + 18} ${x} ${y + 20}C${x - 18} ${y + 18} ${x - 20} ${y - 10} ${x} ${y - 20}Z" fill="#b51f35"/><circle cx="${x - 5}" cy="${y - 5}" r="5" fill="#ff9aa0" opacity=".8"/>`;
  }).join("");
  const threads = [-30, -20, -10, 0, 10, 20, 30].map((x) => `M${x * 0.4} 330Q${x} 400 ${x} 520`).join("");
  return {
    svg: `<defs>${radial(
      "hpF",
      [
        [0, "#f08a80"],
        [0.3, "#c23b42"],
        [0.75, "#8a1f2c"],
        [1, "#561018"],
      ],
      [0.34, 0.28, 0.8],
    )}${linear("hpC", [
      [0, "#d4565a"],
      [0.4, "#b2343c"],
      [1, "#6b1520"],
    ])}<clipPath id="hpO"><path d="${opening}"/></clipPath></defs><g transform="translate(0 20)">${cast(fruit, 26, 34)}<path d="M0 -700V-390" stroke="${darken(cord, 0.2)}" stroke-width="11"/><path d="M0 -700V-390" stroke="${lighten(cord, 0.4)}" stroke-width="5" stroke-dasharray="9 7"/><circle cy="-400" r="24" fill="${darken(gold, 0.3)}"/><circle cx="-2" cy="-402" r="20" fill="${gold}"/><circle cx="-8" cy="-409" r="6" fill="#fff" opacity=".7"/><path d="${crown}" fill="url(#hpC)" stroke="#561018" stroke-width="4"/><path d="${fruit}" fill="url(#hpF)"/><path d="${opening}" fill="#f3dcae" stroke="#6b1520" stroke-width="8"/><g clip-path="url(#hpO)">${seeds}<path d="${opening}" fill="none" stroke="#f3dcae" stroke-width="26"/></g><path d="M-226 -70C-214 -150 -160 -206 -100 -220" stroke="#fff" stroke-opacity=".7" stroke-width="20" fill="none" stroke-linecap="round"/><circle cx="-238" cy="-20" r="10" fill="#fff" opacity=".5"/><path d="M0 254V300" stroke="${darken(cord, 0.2)}" stroke-width="10"/><circle cy="310" r="30" fill="${darken(gold, 0.3)}"/><circle cx="-2" cy="308" r="26" fill="${gold}"/><circle cx="-9" cy="299" r="7" fill="#fff" opacity=".7"/><path d="${threads}" stroke="${darken(cord, 0.15)}" stroke-width="10" fill="none" stroke-linecap="round"/><path d="${threads}" stroke="${lighten(cord, 0.35)}" stroke-width="3" fill="none" transform="translate(-2 0)"/><path d="M-20 356Q0 364 20 356" stroke="${gold}" stroke-width="12" fill="none"/></g>`,
    width: 760,
    height: 1360,
    stance: "hanging",
    outline: "cast",
  };
}
