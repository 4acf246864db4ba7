import type { Design } from "./designs";
import { broadBands, cables, check, lake, niche, oneDragon, starMedallion, starsAndCrosses } from "./fields";
import { figured, medallions, SIMPLE, STARS, LEAVES, LETTERS, WIDE } from "./schools";

const bouquets = figured(["bouquet"], { step: [34, 34], size: 2, bands: LEAVES, filled: 9 });

type Scheme = { design?: Design; colours: readonly string[] };

/** What each named piece shows and its dyes: field, two figures, light, dark, second ground. */
const SCHEMES: readonly (readonly [RegExp, Scheme])[] = [
  [
    /pirabadil/i,
    {
      design: figured(["horns"], { step: [32, 30], size: 2, bands: SIMPLE, filled: 10 }),
      colours: ["#243a6b", "#c04a35", "#e2b65a", "#f2e7cd", "#161a2b", "#5f8a86"],
    },
  ],
  [
    /gimil/i,
    {
      design: medallions(4, "star", STARS),
      colours: ["#3d6a6e", "#a8352d", "#e0b253", "#f3ead2", "#1c2b33", "#243a5f"],
    },
  ],
  [/prayer/i, { colours: ["#a8743c", "#8c2f2b", "#2f5570", "#f4ead0", "#35241a", "#f0e2bd"] }],
  [
    /gobustan/i,
    {
      design: figured(["goat", "hunter", "boat", "goat"], { step: [18, 16], size: 1, bands: SIMPLE }),
      colours: ["#c58d52", "#5a2a1c", "#f2e4c4", "#f0dfb8", "#33201a", "#8c3b26"],
    },
  ],
  [
    /small shirvan/i,
    {
      design: figured(["orchid", "leaf"], { step: [15, 16], size: 1, bands: LETTERS }),
      colours: ["#f0e6cc", "#b23a30", "#2f4f7a", "#f6eed8", "#2a2226", "#4f7a5a"],
    },
  ],
  [/fakhraly/i, { design: niche, colours: ["#5f1620", "#a83a2c", "#d8a24a", "#efdfbc", "#260d12", "#8a2328"] }],
  [
    /samukh/i,
    {
      design: medallions(3, "octagon", STARS),
      colours: ["#1c2850", "#8f1f33", "#d9a94f", "#efe2c6", "#0f1428", "#3f6b6a"],
    },
  ],
  [
    /shikhly/i,
    {
      design: medallions(1, "hooked", WIDE),
      colours: ["#f3ead4", "#b5372c", "#2c5a78", "#e9c46a", "#2b1f1c", "#2f6b4f"],
    },
  ],
  [
    /kasaman/i,
    { design: starsAndCrosses, colours: ["#a32c2a", "#27467a", "#e3b654", "#f2e6cb", "#1b1a2a", "#27467a"] },
  ],
  [/malibeyli/i, { design: bouquets, colours: ["#2a1f24", "#c9536a", "#6b9a6b", "#ecd9b8", "#160f12", "#7a2438"] }],
  [
    /chelebi/i,
    {
      design: medallions(2, "rays", LEAVES),
      colours: ["#a3203a", "#d9603f", "#24385f", "#f4e8d0", "#2b0f18", "#3d6a55"],
    },
  ],
  [
    /silk miniature/i,
    {
      design: figured(["orchid"], {
        step: [22, 26],
        size: 2,
        bands: [
          [3, 2, 3, 1, 0],
          [9, 1, 3, 2, 3],
        ],
        filled: 11,
      }),
      colours: ["#cfd9c4", "#7a3f7d", "#c9973f", "#fbf6e6", "#3a2f3f", "#5f8a7a"],
    },
  ],
  [
    /nakhchivan carpet/i,
    {
      design: figured(["buta"], { step: [11, 13], size: 1, bands: LETTERS }),
      colours: ["#ead9b4", "#a83a30", "#2f5a73", "#fbf3de", "#3a2a22", "#5f7a4a"],
    },
  ],
  [
    /guba sumakh/i,
    {
      design: medallions(3, "octagon", STARS),
      colours: ["#a23f22", "#24405f", "#e0b04b", "#efe3c8", "#2b1712", "#1f5a5a"],
    },
  ],
  [
    /zili/i,
    {
      design: figured(["bird"], { step: [26, 26], size: 2, bands: [] }),
      colours: ["#f3ecda", "#b23a2c", "#e0a63f", "#fffaf0", "#27324a", "#2f6f78"],
    },
  ],
  [
    /shadda/i,
    {
      design: figured(["camel", "rider"], { step: [16, 15], size: 1, bands: [[4, 3, 1, 2, 0]] }),
      colours: ["#8a2a28", "#f0e0bd", "#e0a63f", "#f3ead2", "#2a1a1a", "#27406b"],
    },
  ],
  [
    /shirvan palas/i,
    { design: broadBands, colours: ["#2f5a6b", "#c9603a", "#e0b65a", "#f3ead2", "#27221f", "#7a2f35"] },
  ],
  [/mughan/i, { design: broadBands, colours: ["#7a1f2b", "#d9a24a", "#f0e2c0", "#f6eed8", "#2a1a1a", "#27406b"] }],
  [
    /nakhchivan kilim/i,
    { design: broadBands, colours: ["#b5482f", "#2c4a70", "#b5482f", "#f0e4c8", "#241c22", "#3f6488"] },
  ],
  [/ganja kilim/i, { colours: ["#f0e2c0", "#b23a2c", "#e0a63f", "#f7eed6", "#27324a", "#2f6f5a"] }],
  [/lerik/i, { colours: ["#d8c9ae", "#6b4a32", "#a5835a", "#f3ecdc", "#3a2b22", "#8f8678"] }],
  [
    /zangezur/i,
    {
      design: medallions(2, "hooked", [[9, 4, 2, 3, 0]]),
      colours: ["#3b1f3a", "#a3302f", "#c98f3a", "#e9d9b4", "#170f18", "#1f4a4f"],
    },
  ],
  [/small verni/i, { design: oneDragon, colours: ["#a8342a", "#1f3560", "#e3b252", "#f4ead2", "#1b1620", "#2f6a60"] }],
  [/verni/i, { colours: ["#24406b", "#b5402e", "#e2b252", "#f0e4c8", "#1a1c2c", "#f0e4c8"] }],
  [/jejim throw/i, { colours: ["#d8483a", "#2f7a8c", "#f0b63f", "#fbf3de", "#3a2440", "#7d3f7a"] }],
  [/zuvand/i, { colours: ["#4f6b4a", "#c98f3a", "#7a3a2c", "#f0e6cc", "#262a22", "#a5a080"] }],
  [
    /horse/i,
    {
      design: figured(["rider", "bird"], {
        step: [24, 26],
        size: 2,
        bands: [
          [9, 3, 1, 5, 1],
          [3, 2, 4, 1, 3],
        ],
      }),
      colours: ["#22385c", "#d9603f", "#e8bf5f", "#f3e8cc", "#14182a", "#8a2a35"],
    },
  ],
  [
    /carpet cushion/i,
    { design: starMedallion, colours: ["#8a2d2d", "#27406b", "#d8a24a", "#f3ead6", "#2a1618", "#2c4a3e"] },
  ],
  // Wool as it comes from the sheep.
  [/wool vest/i, { design: cables, colours: ["#8f8a82", "#6f6b65", "#a8a399", "#bdb8ad", "#54504b", "#7d7871"] }],
  [/wool blanket/i, { design: check, colours: ["#e6e0d2", "#6c6a66", "#c9c3b5", "#e6e0d2", "#5d5a55", "#a19c92"] }],
  [/goygol/i, { design: lake, colours: ["#2f6f8c", "#f3ead6", "#4f7a4a", "#fbf6e6", "#1c2c3a", "#8fb5c0"] }],
];

/** The scheme of a named carpet; others take their colours from the palette. */
export function schemeOf(title: string): Scheme | undefined {
  return SCHEMES.find(([words]) => words.test(title))?.[1];
}
