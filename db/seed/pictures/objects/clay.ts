import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { buta, pomegranate, rosette } from "../cloth/motifs";
import type { Drawn } from "../scene";
import { band, handle, vessel, type Profile } from "./vessels";

/** Rings of the wheel, as thin lines around a body. */
function rings(profile: Profile, colour: string, random: Random): string {
  const top = profile.at(-1)?.[0] ?? 0;
  let out = "";
  for (let y = 16; y < top; y += random.between(16, 34))
    out += `<path d="M-600 ${-y}Q0 ${-y + 60} 600 ${-y}" fill="none" stroke="${colour}" stroke-opacity=".18" stroke-width="5"/>`;
  return out;
}

/** Glaze that ran down from the rim. */
function drips(top: number, colour: string, random: Random): string {
  let d = `M-700 ${-top - 40}H700V${-top * 0.72}`;
  for (let x = 660; x > -700; x -= 46)
    d += `q-12 ${random.between(20, 130).toFixed(0)} -23 ${random.between(-4, 4).toFixed(0)}q-12 ${(-random.between(10, 50)).toFixed(0)} -23 0`;
  return `<path d="${d}Z" fill="${colour}" opacity=".9"/>`;
}

/** Table pottery: piti pot, bowls, jar, plate, tea set, mug, spice jars. */
export function tableware(subject: PictureSubject, random: Random): Drawn {
  const [a = "#b5703f", b = "#2f7f86", c = "#f0e4cc"] = subject.palette;
  const title = subject.title.en;
  const turned = (id: string, profile: Profile, colour: string, glaze?: string, bands: [number, number][] = []) =>
    vessel(id, profile, {
      colour,
      surface: glaze ? "glaze" : "clay",
      decoration:
        rings(profile, darken(colour, 0.6), random) +
        (glaze ? drips(profile.at(-1)?.[0] ?? 0, glaze, random) : "") +
        bands.map(([x, y], i) => band(profile, x, y, i + subject.seed, darken(glaze ?? colour, 0.5))).join(""),
    });
  if (/piti/i.test(title)) {
    const profile: Profile = [
      [0, 170],
      [24, 190],
      [140, 280],
      [300, 270],
      [420, 190],
      [470, 200],
    ];
    return {
      svg: `${handle("M-260 -330C-380 -330 -380 -190 -276 -190", a, 36)}${handle("M260 -330C380 -330 380 -190 276 -190", a, 36)}${turned("pot", profile, a, darken(a, 0.3))}<g transform="translate(0 -470)">${vessel(
        "plid",
        [
          [0, 216],
          [20, 210],
          [70, 120],
          [90, 50],
          [130, 46],
        ],
        { colour: a, surface: "clay", open: false },
      )}</g>`,
      width: 760,
      height: 640,
      stance: "standing",
    };
  }
  if (/plate/i.test(title)) {
    const petals = Array.from(
      { length: 16 },
      (_, i) =>
        `<g transform="rotate(${i * 22.5}) translate(0 -330) scale(.9)">${buta(lighten(b, 0.6), darken(b, 0.4), b)}</g>`,
    ).join("");
    return {
      svg: `<defs><radialGradient id="pl" cx=".36" cy=".3" r=".85"><stop offset="0" stop-color="${lighten(b, 0.6)}"/><stop offset=".5" stop-color="${b}"/><stop offset="1" stop-color="${darken(b, 0.45)}"/></radialGradient></defs><circle r="480" fill="${darken(b, 0.4)}"/><circle r="474" fill="url(#pl)"/><circle r="420" fill="none" stroke="${c}" stroke-width="10"/>${petals}<circle r="230" fill="none" stroke="${c}" stroke-width="9"/><g transform="scale(4)">${rosette(8, c, darken(b, 0.4))}</g>`,
      width: 960,
      height: 960,
      stance: "flat",
      outline: "free",
    };
  }
  if (/bowl/i.test(title)) {
    const profile: Profile = [
      [0, 110],
      [30, 116],
      [90, 240],
      [220, 310],
      [260, 320],
    ];
    return {
      svg: `<g transform="translate(-150 -190) scale(.8)">${turned("b1", profile, c, b)}</g><g transform="translate(250 -90) scale(.9)">${turned("b2", profile, c, a)}</g><g transform="translate(-90 0)">${turned("b3", profile, c, darken(b, 0.2), [[120, 180]])}</g>`,
      width: 980,
      height: 480,
      stance: "standing",
    };
  }
  if (/tea set/i.test(title)) {
    const pot: Profile = [
      [0, 150],
      [20, 164],
      [120, 250],
      [260, 240],
      [360, 130],
      [380, 136],
    ];
    const cup: Profile = [
      [0, 60],
      [14, 64],
      [90, 120],
      [150, 132],
    ];
    return {
      svg: `<g transform="translate(-120 0)"><path d="M230 -200C340 -230 360 -330 420 -390L450 -366C400 -280 380 -160 220 -130Z" fill="${darken(b, 0.15)}"/>${handle("M-220 -300C-400 -320 -400 -110 -230 -120", b, 34)}${turned("tp", pot, b, undefined, [[140, 210]])}<g transform="translate(0 -380)">${vessel(
        "tl",
        [
          [0, 144],
          [14, 138],
          [60, 70],
          [76, 26],
        ],
        { colour: b, surface: "glaze", open: false },
      )}<circle cy="-92" r="26" fill="${a}"/></g></g>${[330, 560].map((x, i) => `<g transform="translate(${x} ${20 + i * 10})"><ellipse rx="170" ry="28" fill="${lighten(b, 0.2)}"/>${turned(`tc${i}`, cup, b)}</g>`).join("")}`,
      width: 1180,
      height: 560,
      stance: "standing",
    };
  }
  if (/mug/i.test(title)) {
    const profile: Profile = [
      [0, 200],
      [26, 214],
      [420, 220],
      [460, 226],
    ];
    return {
      svg: `${handle("M210 -380C400 -390 400 -110 214 -110", c, 44)}${turned("mug", profile, c)}<g transform="translate(-20 -220) scale(2)">${pomegranate("#a8323a", "#6b1a22")}</g>`,
      width: 700,
      height: 540,
      stance: "standing",
    };
  }
  if (/spice/i.test(title)) {
    const profile: Profile = [
      [0, 120],
      [20, 130],
      [160, 150],
      [270, 120],
      [290, 126],
    ];
    return {
      svg: [-330, 0, 330]
        .map(
          (x, i) =>
            `<g transform="translate(${x} ${i === 1 ? 30 : 0})">${turned(`sp${i}`, profile, [a, b, darken(a, 0.35)][i] ?? a, i === 1 ? undefined : lighten(a, 0.3), [[60, 120]])}<g transform="translate(0 -290)">${vessel(
              `sl${i}`,
              [
                [0, 130],
                [30, 128],
                [50, 60],
                [86, 40],
              ],
              { colour: "#9c7247", surface: "wood", open: false },
            )}</g></g>`,
        )
        .join(""),
      width: 1000,
      height: 430,
      stance: "standing",
    };
  }
  const profile: Profile = [
    [0, 170],
    [24, 180],
    [160, 290],
    [400, 330],
    [600, 220],
    [700, 110],
    [800, 104],
    [850, 150],
  ];
  return {
    svg: `${handle("M-120 -790C-330 -780 -360 -560 -260 -520", a, 40)}${handle("M120 -790C330 -780 360 -560 260 -520", a, 40)}${turned("jar", profile, a, undefined, [[430, 520]])}`,
    width: 760,
    height: 900,
    stance: "standing",
  };
}

/** Decorative ceramics: vases, lamp, tiles, jar, salt cellar, hanging pomegranate. */
export function decorative(subject: PictureSubject, random: Random): Drawn {
  const [a = "#2f7f86", b = "#c9803f", c = "#f0e4cc", d = "#7a2432"] = subject.palette;
  const title = subject.title.en;
  const turned = (id: string, profile: Profile, colour: string, glaze: string | undefined, extra = "") =>
    vessel(id, profile, {
      colour,
      surface: "glaze",
      decoration:
        rings(profile, darken(colour, 0.6), random) +
        (glaze ? drips(profile.at(-1)?.[0] ?? 0, glaze, random) : "") +
        extra,
    });
  if (/tile/i.test(title)) {
    const tile = (x: number, y: number, i: number) =>
      `<g transform="translate(${x} ${y})"><rect x="-215" y="-215" width="430" height="430" rx="10" fill="${i % 3 ? a : c}"/>${[0, 90, 180, 270].map((t) => `<g transform="rotate(${t + 45}) translate(0 -150) scale(1.1)">${buta(i % 3 ? c : a, b, d)}</g>`).join("")}<g transform="scale(1.7)">${rosette(8, i % 2 ? b : d, c)}</g><rect x="-215" y="-215" width="430" height="430" rx="10" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="8"/></g>`;
    return {
      svg: tile(-220, -220, 0) + tile(220, -220, 1) + tile(-220, 220, 2) + tile(220, 220, 3),
      width: 890,
      height: 890,
      stance: "flat",
    };
  }
  if (/lamp/i.test(title))
    return {
      svg: `${handle("M-250 -150C-430 -190 -420 -10 -260 -40", b, 40)}<path d="M180 -60C330 -60 420 -140 470 -170C500 -140 430 -20 220 0Z" fill="${darken(b, 0.25)}"/>${vessel(
        "lamp",
        [
          [0, 170],
          [20, 180],
          [90, 280],
          [170, 240],
          [210, 90],
          [230, 100],
        ],
        {
          colour: b,
          surface: "clay",
          decoration: rings(
            [
              [0, 1],
              [230, 1],
            ],
            darken(b, 0.6),
            random,
          ),
        },
      )}<path d="M466 -180C430 -260 480 -290 474 -350C530 -290 520 -220 480 -176Z" fill="#f6c04c"/><path d="M470 -186C456 -230 480 -250 478 -280C504 -250 500 -210 480 -184Z" fill="#fff3c4"/>`,
      width: 1000,
      height: 380,
      stance: "standing",
    };
  if (/salt/i.test(title))
    return {
      svg: `${turned(
        "salt",
        [
          [0, 200],
          [22, 210],
          [120, 190],
          [200, 120],
          [260, 190],
          [330, 214],
        ],
        c,
        a,
      )}<path d="M-190 -330C-120 -430 120 -430 190 -330Z" fill="#fbfaf6"/><path d="M120 -360L330 -560" stroke="#9c7247" stroke-width="24" stroke-linecap="round"/>`,
      width: 620,
      height: 580,
      stance: "standing",
    };
  if (/hanging/i.test(title))
    return {
      svg: `<path d="M0 -620V-300" stroke="${d}" stroke-width="9"/><circle cy="-330" r="22" fill="${b}"/><g transform="scale(4.4)">${pomegranate("#a8323a", "#6b1a22")}</g><path d="M-110 -60C-150 40 -110 150 -30 190" stroke="#fff" stroke-opacity=".5" stroke-width="22" fill="none" stroke-linecap="round"/><g stroke="${d}" stroke-width="8">${[-24, -8, 8, 24].map((x) => `<path d="M${x} 250V440"/>`).join("")}</g><circle cy="262" r="34" fill="${b}"/>`,
      width: 620,
      height: 1080,
      stance: "hanging",
      outline: "free",
    };
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
        undefined,
      )}<path d="M-170 -700L-120 -790L-60 -720L0 -810L60 -720L120 -790L170 -700Z" fill="#a8323a"/><path d="M-200 -460C-260 -340 -250 -220 -180 -120" stroke="#fff" stroke-opacity=".5" stroke-width="26" fill="none" stroke-linecap="round"/>`,
      width: 740,
      height: 830,
      stance: "standing",
    };
  const isJar = /jar/i.test(title);
  const profile: Profile = isJar
    ? [
        [0, 180],
        [24, 190],
        [200, 300],
        [420, 290],
        [540, 170],
        [580, 190],
      ]
    : [
        [0, 150],
        [22, 160],
        [200, 230],
        [430, 260],
        [600, 140],
        [740, 90],
        [800, 130],
      ];
  const flowers = [-50, -10, 34]
    .map(
      (t, i) => `<g transform="translate(${t * 5} ${-300 - i * 20}) scale(1.3)">${isJar ? rosette(8, d, c) : ""}</g>`,
    )
    .join("");
  return {
    svg: turned(
      "vase",
      profile,
      isJar ? a : darken(b, 0.3),
      isJar ? undefined : lighten(b, 0.2),
      (isJar ? band(profile, 430, 500, subject.seed, c) + band(profile, 90, 150, subject.seed + 1, c) : "") + flowers,
    ),
    width: 640,
    height: profile.at(-1)?.[0] ?? 800,
    stance: "standing",
  };
}
