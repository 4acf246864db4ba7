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
        `M${widthAt(profile, top * 0.84) - 10} ${-top * 0.84}C${widest * 1.75} ${-top * 0.9} ${widest * 1.7} ${-top * 0.16} ${widthAt(profile, top * 0.22) - 12} ${-top * 0.22}`,
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
  return {
    svg: cup,
    width: tray ? 880 : (grip ? 3.2 : 2.3) * widest,
    height: top + (lid ? 190 : 60),
    stance: "standing",
  };
}
