import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { band, hammered, handle, vessel, type Profile } from "./vessels";

const TINNED = "#b9b4ab";

/** Cups of hammered copper, each listing with a form of its own. */
export function copperCup(subject: PictureSubject, random: Random): Drawn {
  const copper = subject.palette[0] ?? "#b5652b";
  const dark = darken(copper, 0.5);
  const title = subject.title.en;
  const forms: [RegExp, Profile][] = [
    [
      /tumbler/i,
      [
        [0, 190],
        [30, 200],
        [560, 250],
      ],
    ],
    [
      /handle/i,
      [
        [0, 200],
        [40, 222],
        [420, 232],
        [500, 224],
      ],
    ],
    [
      /sherbet/i,
      [
        [0, 120],
        [30, 130],
        [90, 200],
        [300, 290],
        [420, 276],
        [480, 300],
      ],
    ],
    [
      /foot/i,
      [
        [0, 170],
        [26, 160],
        [60, 60],
        [150, 50],
        [210, 140],
        [400, 230],
        [560, 250],
      ],
    ],
    [
      /bowl/i,
      [
        [0, 130],
        [20, 140],
        [90, 280],
        [210, 340],
        [300, 350],
      ],
    ],
    [
      /engraved/i,
      [
        [0, 190],
        [40, 210],
        [300, 238],
        [520, 230],
      ],
    ],
    [
      /spring-water|cam/i,
      [
        [0, 110],
        [16, 116],
        [60, 230],
        [150, 290],
        [210, 310],
      ],
    ],
    [
      /honeycomb/i,
      [
        [0, 180],
        [40, 214],
        [260, 250],
        [480, 226],
      ],
    ],
    [
      /espresso/i,
      [
        [0, 140],
        [30, 156],
        [200, 190],
        [290, 196],
      ],
    ],
    [
      /lid/i,
      [
        [0, 170],
        [40, 200],
        [260, 230],
        [380, 220],
      ],
    ],
    [
      /master/i,
      [
        [0, 160],
        [24, 176],
        [120, 250],
        [330, 262],
        [420, 220],
        [500, 236],
      ],
    ],
    [
      /tankard/i,
      [
        [0, 240],
        [30, 250],
        [300, 220],
        [640, 206],
      ],
    ],
  ];
  const profile = forms.find(([words]) => words.test(title))?.[1] ?? forms[0]?.[1] ?? [];
  const top = profile.at(-1)?.[0] ?? 500;
  const widest = Math.max(...profile.map(([, x]) => x));
  const facets = hammered(
    profile,
    random,
    /honeycomb/i.test(title) ? 62 : /espresso/i.test(title) ? 26 : random.pick([32, 40, 48]),
  );
  const bands = /engraved|master|tankard|sherbet|foot/i.test(title)
    ? band(profile, top * 0.58, top * 0.76, subject.seed, dark) +
      (/tankard|master/i.test(title) ? band(profile, top * 0.12, top * 0.26, subject.seed + 1, dark) : "")
    : "";
  const grip = /handle|tankard|espresso/i.test(title)
    ? handle(
        `M${widest * 0.94} ${-top * 0.84}C${widest * 1.75} ${-top * 0.9} ${widest * 1.7} ${-top * 0.2} ${widest * 0.98} ${-top * 0.22}`,
        copper,
        /tankard/i.test(title) ? 46 : 32,
      )
    : "";
  const lid = /lid/i.test(title)
    ? `<g transform="translate(0 ${-top})">${vessel(
        "lid",
        [
          [0, 236],
          [18, 232],
          [70, 170],
          [110, 60],
          [120, 34],
        ],
        {
          colour: copper,
          surface: "copper",
          open: false,
          decoration: hammered(
            [
              [0, 236],
              [120, 40],
            ],
            random,
            30,
          ),
        },
      )}<circle cy="-140" r="26" fill="${lighten(copper, 0.3)}"/></g>`
    : "";
  const tray = /tray/i.test(title)
    ? `<ellipse cy="6" rx="400" ry="66" fill="${dark}"/><ellipse cy="-4" rx="396" ry="62" fill="${copper}"/><ellipse cy="-6" rx="330" ry="46" fill="${lighten(copper, 0.22)}"/>`
    : "";
  const cup =
    tray +
    grip +
    vessel("cup", profile, {
      colour: copper,
      surface: "copper",
      inside: TINNED,
      decoration: facets + bands,
      open: lid === "",
    }) +
    lid;
  return { svg: cup, width: (grip ? 3.2 : 2.3) * widest, height: top + (lid ? 190 : 60), stance: "standing" };
}

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
  if (/jug/i.test(title)) {
    const profile: Profile = [
      [0, 170],
      [26, 180],
      [90, 260],
      [260, 330],
      [430, 260],
      [540, 120],
      [660, 96],
      [720, 140],
    ];
    return {
      svg: `<path d="M-240 -330C-380 -380 -400 -560 -470 -640L-430 -660C-350 -600 -330 -480 -220 -440Z" fill="${darken(copper, 0.2)}"/>${handle("M120 -690C340 -700 400 -420 280 -270", copper, 38)}${make(
        "jug",
        profile,
        40,
        [
          [170, 250],
          [400, 460],
          [590, 640],
        ],
      )}<g transform="translate(0 -720)"><path d="M-140 0C-120 -90 120 -90 140 0Z" fill="${copper}"/><circle cy="-92" r="24" fill="${lighten(copper, 0.4)}"/></g>`,
      width: 960,
      height: 860,
      stance: "standing",
    };
  }
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
      svg: `<g transform="translate(-120 0)"><path d="M150 -330L760 -500L770 -462L156 -290Z" fill="#6b4a2c"/><path d="M150 -334L420 -408L424 -366L152 -290Z" fill="${darken(copper, 0.3)}"/>${make(
        "jez",
        profile,
        36,
        [
          [60, 110],
          [230, 280],
        ],
      )}<path d="M-186 -400L-236 -424L-150 -392Z" fill="${copper}"/></g>`,
      width: 980,
      height: 540,
      stance: "standing",
    };
  }
  if (/ladle/i.test(title)) {
    const arm = (x: number, turn: number, head: string) =>
      `<g transform="translate(${x} 0) rotate(${turn})"><rect x="-20" y="-560" width="40" height="760" rx="18" fill="${copper}"/><rect x="-12" y="-560" width="9" height="760" fill="${lighten(copper, 0.55)}"/><path d="M-30 -560A30 44 0 1 1 30 -560" fill="none" stroke="${copper}" stroke-width="16"/>${head}</g>`;
    const holes = [-80, -40, 0, 40, 80]
      .flatMap((x) =>
        [-80, -40, 0, 40, 80].map((y) =>
          Math.hypot(x, y) < 110 ? `<circle cx="${x}" cy="${y + 330}" r="11" fill="${dark}"/>` : "",
        ),
      )
      .join("");
    return {
      svg:
        arm(
          -180,
          -9,
          `<circle cy="330" r="160" fill="${copper}"/><circle cy="330" r="130" fill="${TINNED}"/><circle cy="340" r="96" fill="${darken(TINNED, 0.2)}"/>`,
        ) +
        arm(
          180,
          9,
          `<circle cy="330" r="160" fill="${copper}"/><circle cy="330" r="140" fill="${lighten(copper, 0.2)}"/>${holes}`,
        ),
      width: 900,
      height: 1160,
      stance: "flat",
      outline: "free",
    };
  }
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
