/**
 * What every motif drawer agrees on. A picture is an SVG scene of 1280 × 1600 px (4:5), deterministic by listing and
 * view: the same subject always gives the same bytes. `render.ts` turns the scene into a JPEG original.
 */
export const PICTURE_WIDTH = 1280;
export const PICTURE_HEIGHT = 1600;

/** `front` the whole object, `detail` close up, `setting` in use or in a room, `scale` beside something of known size. */
export const PICTURE_VIEWS = ["front", "detail", "setting", "scale"] as const;
export type PictureView = (typeof PICTURE_VIEWS)[number];

export type PictureSubject = {
  /** Seed id of the listing, `p001`, `v012`, `c003` (copper cups). */
  listingId: string;
  /** `visual.motif` of the listing: chooses the drawer. */
  motif: string;
  /** Hex colours, dominant first. */
  palette: readonly string[];
  seed: number;
  title: { az: string; en: string; ru: string };
  description: { az: string; en: string; ru: string };
  categoryId: string;
  techniqueId: string | undefined;
  materialIds: readonly string[];
  /** Finished size in centimetres, when the listing states one. */
  sizeCm: { length: number; width: number; height: number } | undefined;
};

/** Returns the inner markup of the scene (no `<svg>` wrapper; `<defs>` allowed, ids need not be unique across pictures). */
export type MotifDrawer = (subject: PictureSubject, view: PictureView, random: Random) => string;

/** Deterministic numbers: `next()` in [0, 1), `between(a, b)`, `whole(a, b)` inclusive, `pick(list)`. */
export type Random = {
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
};

/** Mulberry32 over a text key, so that one listing's pictures never depend on another's. */
export function makeRandom(key: string): Random {
  let state = 2166136261;
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError("cannot pick from an empty list");
      return item;
    },
  };
}
