import { put, type Knots } from "./knots";

/** Figures as weavers draft them on squared paper: `#` the first colour, `o` the second. */
export const SPRITES = {
  goat: ["......#..#.", ".......##..", "#.....####.", ".########..", ".#######...", ".#.#..#.#..", ".#.#..#.#.."],
  hunter: ["..##....", "..##..o.", ".####.oo", "#.##.#.o", "..##..oo", ".#..#.o.", ".#..#...", "#....#.."],
  boat: ["......##..", "o.o.o.###.", "##########", ".########."],
  camel: ["........##.", ".##.##..#..", "#########..", "########...", "oooooooo...", ".#.#.#.#...", ".#.#.#.#..."],
  rider: [
    "....oo.....",
    "....oo...##",
    "...oooo.###",
    "#.########.",
    ".#########.",
    ".#######...",
    ".#.#..#.#..",
    ".#.#..#.#..",
  ],
  bird: [
    "..#.o.#....",
    "...#o#.....",
    "....#...oo.",
    "#...####o#.",
    "##.########",
    ".##oooo###.",
    "..######...",
    "....#.#....",
    "...##.##...",
  ],
  buta: ["....##.", "...##..", "..###..", ".##o##.", ".#ooo##", ".#ooo##", "..##o#.", "...##.."],
  bouquet: [
    "......###......",
    ".....##o##.....",
    "......###......",
    "..##...o...##..",
    ".##o#..o..#o##.",
    "..##.o.o.o.##..",
    ".....ooooo.....",
    ".##..#.o.#..##.",
    "#o##..#o#..##o#",
    ".##.ooooooo.##.",
    "......ooo......",
    ".....##o##.....",
  ],
  orchid: [
    "...###...",
    "..##o##..",
    "##.###.##",
    "####o####",
    ".##ooo##.",
    "..#ooo#..",
    "...#o#...",
    "....o....",
    "..o.o.o..",
    "...ooo...",
    "....o....",
  ],
  horns: [
    "###.......###",
    "#.##.....##.#",
    "#..##...##..#",
    "##..##.##..##",
    ".##..###..##.",
    "..##..#..##..",
    "...#######...",
    ".....#o#.....",
    "....#ooo#....",
    "...##ooo##...",
    "..#..#o#..#..",
    ".....###.....",
  ],
  leaf: ["..#....", ".###.o.", "####o..", ".##o...", "..o....", ".o.....", "o......"],
} as const;

export type Sprite = keyof typeof SPRITES;

/** Ties a figure with its middle at `(cx, cy)`, each of its squares `size` knots wide. */
export function stamp(
  knots: Knots,
  name: Sprite,
  [cx, cy]: readonly [number, number],
  [first, second]: readonly [number, number],
  size = 1,
  flip = false,
): void {
  const rows: readonly string[] = SPRITES[name];
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, j) => {
    for (let i = 0; i < width; i++) {
      const mark = row[flip ? width - 1 - i : i];
      if (mark !== "#" && mark !== "o") continue;
      for (let v = 0; v < size; v++)
        for (let u = 0; u < size; u++)
          put(
            knots,
            Math.round(cx - (width * size) / 2) + i * size + u,
            Math.round(cy - (rows.length * size) / 2) + j * size + v,
            mark === "#" ? first : second,
          );
    }
  });
}
