import outlines from "./outlines.json";

/** The site's fonts, one weight each, as outlines: a picture is the same on a machine that has no fonts at all. */
export type FontName = keyof typeof outlines;

export type Lettering = { font: FontName; /** Pixels of one em. */ size: number };

/** What stands for a letter that the fonts do not have. */
const UNKNOWN = "·";

/** A letter as the fonts have it: itself, else without its accents, else a dot. */
function outlineOf(font: FontName, letter: string): readonly [advance: number, path: string] {
  // The file is written by `ui/styles/fonts/subset.ts`; JSON has no tuples.
  const glyphs = outlines[font].glyphs as unknown as Readonly<Record<string, [number, string]>>;
  const plain = letter.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return glyphs[letter] ?? glyphs[plain] ?? glyphs[UNKNOWN] ?? [0, ""];
}

/** Composed letters, spaces of every kind as one plain space. */
function lettersOf(text: string): string[] {
  return Array.from(
    text
      .normalize("NFC")
      .replaceAll(/[\s\p{Z}]+/gu, " ")
      .replaceAll(/\p{C}/gu, ""),
  );
}

/** Width of a text in pixels. */
export function widthOf(text: string, { font, size }: Lettering): number {
  const units = lettersOf(text).reduce((sum, letter) => sum + outlineOf(font, letter)[0], 0);
  return (units * size) / outlines[font].unitsPerEm;
}

/** A line of text as SVG, its first letter's foot at `x`, `y`. */
export function lineSvg(text: string, at: { x: number; y: number; colour: string }, lettering: Lettering): string {
  const { font, size } = lettering;
  const scale = size / outlines[font].unitsPerEm;
  let along = 0;
  const paths = lettersOf(text).map((letter) => {
    const [advance, path] = outlineOf(font, letter);
    const drawn = path === "" ? "" : `<path transform="translate(${along})" d="${path}"/>`;
    along += advance;
    return drawn;
  });
  return `<g fill="${at.colour}" transform="translate(${at.x} ${at.y}) scale(${scale} -${scale})">${paths.join("")}</g>`;
}

/**
 * A text broken between words into lines no wider than `width` pixels; a word that is wider by itself is broken within.
 * What does not fit in `most` lines ends in an ellipsis.
 */
export function linesOf(
  text: string,
  { width, most }: { width: number; most: number },
  lettering: Lettering,
): string[] {
  const fits = (line: string) => widthOf(line, lettering) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of lettersOf(text).join("").trim().split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${longestHead(last, (head) => fits(`${head}…`)).trimEnd()}…`];
}

/** The longest beginning that fits, at least one letter. */
function longestHead(text: string, fits: (head: string) => boolean): string {
  const letters = Array.from(text);
  let count = letters.length;
  while (count > 1 && !fits(letters.slice(0, count).join(""))) count -= 1;
  return letters.slice(0, count).join("");
}
