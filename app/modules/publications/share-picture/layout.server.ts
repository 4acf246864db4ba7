import { linesOf, lineSvg, type Lettering } from "~/platform/lettering/lettering.server";
import type { ShareFacts } from "./facts.server";

/** Open Graph's size, in pixels. */
export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;
/** The picture keeps the 4:5 of every picture of the site. */
export const PICTURE_WIDTH = 504;

const LEFT = PICTURE_WIDTH + 60;
const TEXT_WIDTH = SHARE_WIDTH - LEFT - 56;

/** The light scheme of `ui/styles/app.css`: a picture has no dark one. */
export const COLOURS = { ground: "#faf7f2", ink: "#1f1b16", muted: "#6b6257", madder: "#9e2a2b", line: "#e5ded3" };

const NAME: Lettering = { font: "literata", size: 36 };
const SUBTITLE: Lettering = { font: "inter", size: 28 };
const PRICE: Lettering = { font: "literata", size: 44 };
/** A long title is set smaller before it is cut. */
const TITLES = [
  { lettering: { font: "literata", size: 60 }, most: 3 },
  { lettering: { font: "literata", size: 48 }, most: 4 },
] as const;

const STAR = "M24 5 30 18 43 24 30 30 24 43 18 30 5 24 18 18ZM24 18 18 24 24 30 30 24Z";

/** Everything on a shared picture but the photograph: name, title, who and where, price, and a border of diamonds. */
export function shareSvg({ title, subtitle, price }: ShareFacts, hasPicture: boolean): string {
  const heading = titleLines(title);
  const { size } = heading.lettering;
  const top = 150 + size;
  const titles = heading.lines.map((line, index) =>
    lineSvg(line, { x: LEFT, y: top + index * size * 1.15, colour: COLOURS.ink }, heading.lettering),
  );
  const below = top + (heading.lines.length - 1) * size * 1.15 + 64;
  const most = Math.max(1, Math.min(4, Math.floor((545 - (price === undefined ? 0 : 75) - below) / 38) + 1));
  const subtitles = linesOf(subtitle, { width: TEXT_WIDTH, most }, SUBTITLE).map((line, index) =>
    lineSvg(line, { x: LEFT, y: below + index * 38, colour: COLOURS.muted }, SUBTITLE),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}">`,
    hasPicture ? "" : emblem(),
    `<path d="${STAR}" fill="${COLOURS.madder}" fill-rule="evenodd" transform="translate(${LEFT - 6} 52) scale(1.15)"/>`,
    lineSvg("Karvan", { x: LEFT + 62, y: 92, colour: COLOURS.ink }, NAME),
    ...titles,
    ...subtitles,
    price === undefined ? "" : lineSvg(price, { x: LEFT, y: 545, colour: COLOURS.madder }, PRICE),
    border(),
    "</svg>",
  ].join("");
}

function titleLines(title: string): { lines: string[]; lettering: Lettering } {
  const [large, small] = TITLES;
  const lines = linesOf(title, { width: TEXT_WIDTH, most: large.most + 1 }, large.lettering);
  if (lines.length <= large.most) return { lines, lettering: large.lettering };
  return {
    lines: linesOf(title, { width: TEXT_WIDTH, most: small.most }, small.lettering),
    lettering: small.lettering,
  };
}

function border(): string {
  const diamonds = Array.from({ length: Math.floor(TEXT_WIDTH / 29) }, (_, index) => {
    const x = LEFT + 9 + index * 29;
    return `M${x} 583l9 9-9 9-9-9z`;
  });
  return `<path d="${diamonds.join("")}" fill="${COLOURS.madder}"/>`;
}

/** In place of a photograph: the star of the house, large, on the colour of the house. */
function emblem(): string {
  return (
    `<rect width="${PICTURE_WIDTH}" height="${SHARE_HEIGHT}" fill="${COLOURS.madder}"/>` +
    `<path d="${STAR}" fill="${COLOURS.ground}" fill-rule="evenodd" transform="translate(60 123) scale(8)"/>`
  );
}
