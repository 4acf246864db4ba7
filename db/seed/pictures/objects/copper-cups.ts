import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { band, hammered, handle, TINNED, vessel, widthAt, type Profile } from "./vessels";

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
        [0, 150],
        [20, 156],
        [52, 92],
        [84, 84],
        [120, 112],
        [210, 168],
        [460, 196],
        [620, 214],
        [720, 236],
      ],
    ],
    [
      /tankard/i,
      [
        [0, 216],
        [30, 228],
        [130, 206],
        [280, 166],
        [370, 164],
        [510, 190],
        [640, 212],
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
  const isMaster = /master/i.test(title);
  const bands = isMaster
    ? borderOfBirds(profile, copper) + band(profile, 130, 176, 1, dark)
    : /tankard/i.test(title)
      ? band(profile, top * 0.76, top * 0.88, subject.seed, dark) + band(profile, top * 0.1, top * 0.22, 0, dark)
      : /engraved|sherbet|foot/i.test(title)
        ? band(profile, top * 0.58, top * 0.76, subject.seed, dark)
        : "";
  const grip = /handle|tankard|espresso/i.test(title)
    ? /tankard/i.test(title)
      ? handle("M190 -560C420 -600 420 -70 196 -112", copper, 44)
      : handle(
          `M${widthAt(profile, top * 0.84) - 10} ${-top * 0.84}C${widest * 1.75} ${-top * 0.9} ${widest * 1.7} ${-top * 0.16} ${widthAt(profile, top * 0.22) - 12} ${-top * 0.22}`,
          copper,
          32,
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
      )}<path d="M-236 0A236 24 0 0 0 236 0" fill="none" stroke="${darken(copper, 0.6)}" stroke-width="9"/><path d="M-236 -9A236 24 0 0 0 236 -9" fill="none" stroke="${lighten(copper, 0.6)}" stroke-width="5"/><circle cy="-140" r="26" fill="${lighten(copper, 0.3)}"/></g>`
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
  const rim = profile.at(-1)?.[1] ?? 0;
  const gilt = isMaster
    ? `<path d="M${-rim} ${-top}A${rim} ${rim * 0.16} 0 0 0 ${rim} ${-top}" fill="none" stroke="#f2d06b" stroke-width="9"/><path d="M${-rim} ${-top}A${rim} ${rim * 0.16} 0 0 1 ${rim} ${-top}" fill="none" stroke="#c9992f" stroke-width="8"/>`
    : "";
  return {
    svg: cup + gilt,
    width: tray ? 880 : (grip ? 3.2 : 2.3) * widest,
    height: top + (lid ? 190 : 60),
    stance: "standing",
    ...(isMaster ? { focus: [0, -top * 0.74] as const } : {}),
  };
}

/** The gilded lip of the master's cup: birds that walk in a row, a leaf between every two. */
function borderOfBirds(profile: Profile, copper: string): string {
  const [from, to] = [556, 708];
  const ink = darken(copper, 0.72);
  const sag = (y: number) => widthAt(profile, y) * 0.13;
  const edge = (y: number, width: number, colour: string) =>
    `<path d="M-260 ${-y}Q0 ${-y + 2 * sag(y)} 260 ${-y}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const bird =
    "M-34 6C-30 -8 -14 -16 2 -14C8 -34 20 -44 32 -40C40 -37 42 -30 41 -24L54 -18L40 -14C38 6 26 22 6 24C-8 25 -20 20 -28 16L-58 34L-46 12L-62 8Z";
  const legs = "M0 22V42M12 20V42M-6 43H8M6 43H20";
  const wing = "M-22 4C-10 -6 8 -4 16 6C4 14 -12 14 -22 4M-12 5C-4 1 4 2 10 6";
  const row = [-72, -48, -24, 0, 24, 48, 72].map((degrees) => {
    const a = (degrees * Math.PI) / 180;
    const [y, squeeze] = [(from + to) / 2, Math.cos(a)];
    const place = (angle: number) =>
      `translate(${(Math.sin(angle) * widthAt(profile, y)).toFixed(1)} ${(-y + sag(y) * Math.cos(angle)).toFixed(1)}) scale(${(Math.cos(angle) * 0.78).toFixed(2)} .98)`;
    const leaf = `<path d="M0 34C-20 10 -12 -18 0 -32C12 -18 20 10 0 34M0 30V-18" transform="${place(a + 0.21)}" fill="none" stroke-width="5"/>`;
    return squeeze < 0.2
      ? ""
      : `<g transform="${place(a)}"><path d="${bird}" fill="${ink}" stroke="none"/><path d="${wing}" fill="none" stroke="#f6dd8d" stroke-width="3.5"/><circle cx="31" cy="-30" r="3.4" fill="#f6dd8d"/><path d="${legs}" fill="none" stroke-width="4.5"/></g>${leaf}`;
  });
  const gold = `M-260 ${-to - 40}H260V${-from}Q0 ${-from + 2 * sag(from)} -260 ${-from}Z`;
  return `<defs><linearGradient id="ccG"><stop offset="0" stop-color="#8a6216"/><stop offset=".28" stop-color="#fbe9a8"/><stop offset=".5" stop-color="#dcae45"/><stop offset=".84" stop-color="#8a6216"/><stop offset="1" stop-color="#c9992f"/></linearGradient></defs><path d="${gold}" fill="url(#ccG)"/>${edge(from, 8, ink)}${edge(from + 14, 4, ink)}${edge(to - 8, 4, ink)}<g stroke="${ink}">${row.join("")}</g>`;
}
