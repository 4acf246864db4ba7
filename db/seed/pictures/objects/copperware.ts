import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, grain, lit, slab } from "../paint";
import type { Drawn } from "../scene";
import { dolcha } from "./dolcha";
import { band, hammered, TINNED, vessel, type Profile } from "./vessels";

function eightStar(r: number, line: string): string {
  const square = `<rect x="${-r * Math.SQRT1_2}" y="${-r * Math.SQRT1_2}" width="${r * Math.SQRT2}" height="${r * Math.SQRT2}"/>`;
  return `<g fill="none" stroke="${line}" stroke-width="7">${square}<g transform="rotate(45)">${square}</g><circle r="${r * 0.5}"/></g>`;
}

/** Lahij copperware: tray, jug, jezve, ladle and skimmer, rosewater sprinkler, candlesticks. */
export function copperware(subject: PictureSubject, random: Random): Drawn {
  const copper = subject.palette[0] ?? "#b5652b";
  const dark = darken(copper, 0.55);
  const title = subject.title.en;
  const make = (id: string, profile: Profile, step = 34, bands: [number, number][] = []) =>
    vessel(id, profile, {
      colour: copper,
      surface: "copper",
      inside: TINNED,
      decoration: hammered(profile, random, step) + bands.map(([a, b], i) => band(profile, a, b, i, dark)).join(""),
    });
  if (/tray/i.test(title)) {
    const leaves = Array.from(
      { length: 36 },
      (_, i) =>
        `<g transform="rotate(${i * 10}) translate(0 -400)"><path d="M0 28C-22 0 -8 -26 0 -34C8 -26 22 0 0 28" fill="none" stroke="${dark}" stroke-width="5"/></g>`,
    ).join("");
    const marks = Array.from({ length: 420 }, () => {
      const [t, r] = [random.between(0, 6.283), Math.sqrt(random.next()) * 350];
      return `<circle cx="${(Math.cos(t) * r).toFixed(0)}" cy="${(Math.sin(t) * r).toFixed(0)}" r="${random.between(9, 17).toFixed(0)}" fill="${random.next() < 0.5 ? "#fff" : "#000"}" opacity=".09"/>`;
    }).join("");
    return {
      svg: `<defs><radialGradient id="tray" cx=".34" cy=".26" r=".9"><stop offset="0" stop-color="${lighten(copper, 0.7)}"/><stop offset=".35" stop-color="${copper}"/><stop offset="1" stop-color="${darken(copper, 0.5)}"/></radialGradient></defs><circle r="480" fill="${darken(copper, 0.35)}"/><circle r="472" fill="url(#tray)"/><circle r="440" fill="none" stroke="${lighten(copper, 0.45)}" stroke-width="8"/>${marks}${leaves}<circle r="356" fill="none" stroke="${dark}" stroke-width="7"/>${eightStar(230, dark)}${[0, 45, 90, 135, 180, 225, 270, 315].map((t) => `<g transform="rotate(${t}) translate(0 -290)">${eightStar(34, dark)}</g>`).join("")}<g transform="scale(.42)">${eightStar(230, dark)}</g>`,
      width: 960,
      height: 960,
      stance: "flat",
      outline: "free",
    };
  }
  if (/jug/i.test(title)) return dolcha(copper, random);
  if (/jezve/i.test(title)) {
    const profile: Profile = [
      [0, 210],
      [24, 222],
      [120, 236],
      [260, 160],
      [330, 150],
      [400, 186],
    ];
    return {
      svg: `<g transform="translate(-285 0)"><path d="M150 -330L700 -470L708 -432L156 -290Z" fill="#6b4a2c"/><path d="M150 -334L420 -408L424 -366L152 -290Z" fill="${darken(copper, 0.3)}"/>${make(
        "jez",
        profile,
        36,
        [
          [60, 110],
          [230, 280],
        ],
      )}<path d="M-186 -400L-236 -424L-150 -392Z" fill="${copper}"/></g>`,
      width: 1000,
      height: 540,
      stance: "standing",
    };
  }
  if (/ladle/i.test(title)) return ladleAndSkimmer(copper, random);
  if (/candle/i.test(title)) {
    const profile: Profile = [
      [0, 170],
      [24, 176],
      [60, 120],
      [120, 50],
      [300, 44],
      [330, 84],
      [360, 44],
      [520, 50],
      [560, 110],
      [590, 116],
    ];
    const one = (id: string, x: number) =>
      `<g transform="translate(${x} 0)"><rect x="-38" y="-900" width="76" height="320" rx="8" fill="#f3ecd8"/><path d="M0 -900V-930" stroke="#3a2a20" stroke-width="6"/>${make(
        id,
        profile,
        30,
        [
          [30, 70],
          [420, 480],
        ],
      )}</g>`;
    return { svg: one("ca", -230) + one("cb", 230), width: 860, height: 940, stance: "standing" };
  }
  const profile: Profile = [
    [0, 150],
    [22, 156],
    [60, 70],
    [110, 90],
    [240, 210],
    [380, 150],
    [470, 54],
    [760, 22],
    [860, 18],
    [880, 34],
  ];
  return {
    svg: `${make("gul", profile, 30, [
      [170, 230],
      [300, 350],
    ])}<ellipse cy="-884" rx="40" ry="14" fill="${lighten(copper, 0.4)}"/>${[-16, 0, 16].map((x) => `<circle cx="${x}" cy="-886" r="4" fill="${dark}"/>`).join("")}`,
    width: 460,
    height: 920,
    stance: "standing",
  };
}

/** A ladle and a skimmer hung by the rings of their handles from a rail with hooks. */
function ladleAndSkimmer(copper: string, random: Random): Drawn {
  const dark = darken(copper, 0.55);
  const arm = "M-19 -470Q-12 -200 -26 190H26Q12 -200 19 -470Q0 -492 -19 -470Z";
  const hook = (x: number) => {
    const d = `M${x} -566V-510Q${x} -478 ${x + 22} -480Q${x + 40} -484 ${x + 36} -506`;
    return `<path d="${d}" transform="translate(8 10)" stroke="#140d07" stroke-opacity=".25" stroke-width="14" fill="none" stroke-linecap="round"/><path d="${d}" stroke="#23211f" stroke-width="15" fill="none" stroke-linecap="round"/><path d="M${x - 3} -560V-508" stroke="#6b6862" stroke-width="4"/>`;
  };
  const marks = Array.from({ length: 46 }, () => {
    const [t, r] = [random.between(0, 6.283), Math.sqrt(random.next()) * 140];
    return `<ellipse cx="${(Math.cos(t) * r).toFixed(0)}" cy="${(330 + Math.sin(t) * r).toFixed(0)}" rx="15" ry="13" fill="${random.next() < 0.5 ? "#fff" : "#000"}" opacity=".1"/>`;
  }).join("");
  const holes = [30, 66, 102]
    .flatMap((r, ring) =>
      Array.from({ length: 6 * (ring + 1) }, (_, i) => {
        const t = (i / (6 * (ring + 1))) * Math.PI * 2;
        return `<circle cx="${(Math.cos(t) * r).toFixed(1)}" cy="${(330 + Math.sin(t) * r).toFixed(1)}" r="9" fill="${dark}"/>`;
      }),
    )
    .join("");
  const piece = (x: number, turn: number, id: string, head: string) =>
    `<g transform="translate(${x} -492) rotate(${turn}) translate(0 492)">${cast(arm + disc(0, 330, 160), 22, 26)}<path d="${disc(0, -508, 30, 36)}" fill="none" stroke="${dark}" stroke-width="19"/><path d="${disc(0, -509, 30, 36)}" fill="none" stroke="${copper}" stroke-width="13"/><path d="${disc(-2, -511, 30, 36)}" fill="none" stroke="${lighten(copper, 0.5)}" stroke-width="4"/><path d="${arm}" fill="url(#${id})" stroke="${dark}" stroke-width="3"/><path d="M-8 -440Q-4 -160 -10 170" stroke="${lighten(copper, 0.65)}" stroke-width="6" fill="none" stroke-linecap="round"/>${head}<path d="M-34 150L0 238L34 150Q0 128 -34 150Z" fill="url(#${id})" stroke="${dark}" stroke-width="3"/>${[-12, 12].map((rx) => `<circle cx="${rx}" cy="170" r="6" fill="${lighten(copper, 0.4)}" stroke="${dark}" stroke-width="2"/>`).join("")}</g>`;
  const plate = (inner: string) =>
    `<circle cy="330" r="162" fill="${dark}"/><circle cy="330" r="158" fill="url(#ladR)"/>${marks}${inner}`;
  const rail = slab(0, -590, 820, 70, 12);
  return {
    svg: `<defs>${lit("ladA", copper, 0.45, 0.3)}${lit("ladR", copper, 0.55, 0.4)}${lit("ladT", TINNED, 0.7, 0.45)}${lit("ladW", "#7a5334", 0.2, 0.4)}<clipPath id="ladC"><path d="${rail}"/></clipPath></defs>${cast(rail, 10, 18)}<path d="${rail}" fill="url(#ladW)"/><g clip-path="url(#ladC)"><g transform="translate(0 -590) rotate(90)">${grain(70, 820, "#2b1b10", random, 18, 0.4)}</g></g>${[-350, 350].map((x) => `<circle cx="${x}" cy="-590" r="15" fill="#3a3632"/><path d="M${x - 9} -595l18 10" stroke="#8d8880" stroke-width="4"/>`).join("")}${hook(-190)}${hook(190)}${piece(-168, 1.2, "ladA", plate(`<circle cy="330" r="132" fill="${darken(TINNED, 0.5)}"/><circle cy="333" r="129" fill="url(#ladT)"/><path d="M-100 376Q-40 436 60 424" stroke="#fff" stroke-opacity=".7" stroke-width="12" fill="none" stroke-linecap="round"/>`))}${piece(212, -1.4, "ladA", plate(`<circle cy="330" r="136" fill="none" stroke="${dark}" stroke-opacity=".5" stroke-width="5"/>${holes}`))}${[-190, 190].map((x) => `<path d="M${x + 22} -480Q${x + 40} -484 ${x + 36} -506" stroke="#23211f" stroke-width="15" fill="none" stroke-linecap="round"/>`).join("")}`,
    width: 900,
    height: 1150,
    stance: "hanging",
    outline: "cast",
    focus: [0, 300],
  };
}
