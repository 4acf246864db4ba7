import { darken, lighten, luminance, mix } from "./colour";
import { PICTURE_HEIGHT, PICTURE_WIDTH, type MotifDrawer, type PictureSubject, type Random } from "./contract";
import { armudu, chair, person, ruler, teaFromAbove } from "./props";

/**
 * A drawn object around its own origin: `width` × `height` units, where 1000 units are about the height of a picture's
 * middle. `stance` says how it is photographed: standing on a table (origin at the middle of its foot), hanging on a wall
 * or lying flat (origin at its centre).
 */
export type Drawn = {
  svg: string;
  width: number;
  height: number;
  stance: "standing" | "hanging" | "flat";
  /** Its longest side in use, where the listing states the size of its folded parcel. */
  wornCm?: number;
  /** A free outline throws a round shadow; a rectangle, its own; `cast` says that the drawing holds its shadow. */
  outline?: "free" | "cast";
  /** Units of the listing's longest side, where the drawing holds more than the object (a stand, a box, a bust). */
  span?: number;
  /** The point to look at from close by, where the middle would show nothing. */
  focus?: readonly [number, number];
  /** Furniture stands on the floor, not on a table. */
  ground?: "floor";
};

export type ObjectDrawer = (subject: PictureSubject, random: Random) => Drawn;

const W = PICTURE_WIDTH;
const H = PICTURE_HEIGHT;
const HORIZON = 1130;

/** Walls and tables of a small studio; the wall is chosen against the object's own colour. */
const LIGHT_WALLS = ["#efe7da", "#e4e1d8", "#dfe3e0", "#ead9c9", "#e9e4ee", "#d8dfd2", "#f0e2d2", "#dcd5c6"];
const DARK_WALLS = ["#3b3a36", "#2f3b44", "#4a3b33", "#39443c", "#443a46", "#54463a"];
const TABLES = ["#b98d5f", "#8a6342", "#d8cdbb", "#6d5a48", "#c9b394", "#a9a49a", "#5d4b3e"];

type Studio = { wall: string; table: string };

function studioFor(subject: PictureSubject, random: Random): Studio {
  const main = subject.palette[0] ?? "#888888";
  const wantsDark = luminance(main) > 0.62 || (luminance(main) > 0.35 && random.next() < 0.22);
  return { wall: random.pick(wantsDark ? DARK_WALLS : LIGHT_WALLS), table: random.pick(TABLES) };
}

export const SCENE_DEFS = `<defs>
<radialGradient id="light" cx="34%" cy="20%" r="95%"><stop offset="0" stop-color="#fff" stop-opacity=".42"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></radialGradient>
<radialGradient id="pool"><stop offset="0" stop-color="#140d07" stop-opacity=".5"/><stop offset=".7" stop-color="#140d07" stop-opacity=".22"/><stop offset="1" stop-color="#140d07" stop-opacity="0"/></radialGradient>
<linearGradient id="depth" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#000" stop-opacity=".3"/><stop offset=".25" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#fff" stop-opacity=".12"/></linearGradient>
</defs>`;

function wall({ wall: colour }: Studio): string {
  return `<rect width="${W}" height="${H}" fill="${colour}"/>`;
}

function table({ table: colour }: Studio, random: Random, from = HORIZON): string {
  const grain = Array.from({ length: 14 }, () => {
    const y = random.between(from + 8, H);
    return `<path d="M0 ${y.toFixed(0)}C${W * 0.3} ${(y + random.between(-9, 9)).toFixed(0)} ${W * 0.7} ${(y + random.between(-9, 9)).toFixed(0)} ${W} ${y.toFixed(0)}" stroke="${darken(colour, 0.35)}" stroke-opacity=".16" stroke-width="${random.between(1, 5).toFixed(1)}" fill="none"/>`;
  }).join("");
  return `<rect y="${from}" width="${W}" height="${H - from}" fill="${colour}"/>${grain}<rect y="${from}" width="${W}" height="${H - from}" fill="url(#depth)"/>`;
}

export const LIGHT = `<rect width="${W}" height="${H}" fill="url(#light)"/>`;

function at(x: number, y: number, scale: number, svg: string, turn = 0): string {
  return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(2)}) scale(${scale.toFixed(3)})">${svg}</g>`;
}

function shadowOf(drawn: Drawn, x: number, y: number, scale: number): string {
  const w = drawn.width * scale;
  const h = drawn.height * scale;
  if (drawn.stance === "standing") {
    return `<ellipse cx="${x + w * 0.1}" cy="${y}" rx="${w * 0.66}" ry="${Math.max(24, w * 0.11)}" fill="url(#pool)"/><ellipse cx="${x}" cy="${y}" rx="${w * 0.42}" ry="${Math.max(14, w * 0.05)}" fill="url(#pool)"/>`;
  }
  if (drawn.outline === "cast") return "";
  if (drawn.outline === "free") {
    return `<ellipse cx="${x + 10}" cy="${y + 26}" rx="${w * 0.56}" ry="${h * 0.56}" fill="url(#pool)"/>`;
  }
  // Stacked rectangles make a soft edge at a tenth of a blur's cost.
  return Array.from({ length: 7 }, (_, i) => {
    const grow = 24 - i * 8;
    return `<rect x="${x - w / 2 + 14 - grow}" y="${y - h / 2 + 22 - grow}" width="${w + 2 * grow}" height="${h + 2 * grow}" rx="${Math.max(8, grow + 14)}" fill="#140d07" opacity=".07"/>`;
  }).join("");
}

/** The scale at which an object fills a box. */
function fit(drawn: Drawn, width: number, height: number): number {
  return Math.min(width / drawn.width, height / drawn.height);
}

function place(drawn: Drawn, x: number, y: number, scale: number, turn = 0): string {
  return shadowOf(drawn, x, y, scale) + at(x, y, scale, drawn.svg, turn);
}

/** Turns one object into four photographs: whole, close, in a room, and beside something of known size. */
export function photographed(draw: ObjectDrawer): MotifDrawer {
  return (subject, view, random) => {
    const drawn = draw(subject, random);
    const studio = studioFor(subject, random);
    const scene = { front, detail, setting, scale: toScale }[view](drawn, studio, random, subject);
    return `${SCENE_DEFS}${scene}${LIGHT}`;
  };
}

type View = (drawn: Drawn, studio: Studio, random: Random, subject: PictureSubject) => string;

const front: View = (drawn, studio, random) => {
  const turn = random.between(-1.6, 1.6);
  if (drawn.stance === "standing") {
    const scale = fit(drawn, 980, 1040);
    const y = 1290 + random.between(-30, 20);
    return wall(studio) + table(studio, random, HORIZON - 40) + place(drawn, W / 2, y, scale);
  }
  const scale = fit(drawn, 1060, 1370);
  const ground = drawn.stance === "flat" && random.next() < 0.6 ? table(studio, random, 0) : wall(studio);
  return ground + place(drawn, W / 2, H / 2, scale, drawn.stance === "flat" ? turn * 3 : turn * 0.4);
};

const detail: View = (drawn, studio, random) => {
  const scale = fit(drawn, 1060, 1370) * random.between(2.3, 2.9);
  const offX = random.between(-0.16, 0.16) * drawn.width * scale;
  const middle =
    drawn.stance === "standing"
      ? H / 2 + drawn.height * scale * random.between(0.42, 0.66)
      : H / 2 + random.between(-0.14, 0.22) * drawn.height * scale;
  const turn = random.between(-7, 7);
  const [x, y] = drawn.focus
    ? [W / 2 - drawn.focus[0] * scale + offX * 0.3, H / 2 - drawn.focus[1] * scale]
    : [W / 2 + offX, middle];
  return wall(studio) + table(studio, random, HORIZON) + place(drawn, x, y, scale, drawn.focus ? 0 : turn);
};

const setting: View = (drawn, studio, random, subject) => {
  if (drawn.ground === "floor") {
    return wall(studio) + window(random, 90) + room(studio, random) + place(drawn, 720, 1470, fit(drawn, 760, 900));
  }
  if (drawn.stance === "standing") {
    const perCm = spanOf(drawn) / cmOf(drawn, subject);
    const scale = Math.min(fit(drawn, 560, 640), LARGEST_PX_PER_CM / perCm);
    const glass = Math.min(1.5, Math.max(0.3, (9 * perCm * scale) / GLASS_HEIGHT));
    const left = random.next() < 0.5;
    const x = left ? 470 : 810;
    const other = left ? 930 : 340;
    return (
      wall(studio) +
      window(random, left ? 760 : 80) +
      table(studio, random, 1040) +
      cloth(studio, random, 1180) +
      at(other, 1270, glass, armudu(), 0) +
      place(drawn, x, 1330, scale)
    );
  }
  if (drawn.stance === "flat" && cmOf(drawn, subject) < LIES_ON_A_TABLE_CM) {
    const scale = fit(drawn, 760, 820);
    const left = random.next() < 0.5;
    return (
      table(studio, random, 0) +
      `<g transform="rotate(${random.between(-7, 7).toFixed(1)} 640 800)">${runner(random)}</g>` +
      at(left ? 220 : 1060, random.between(240, 330), 1.1, teaFromAbove()) +
      place(drawn, W / 2, 860, scale, random.between(-9, 9))
    );
  }
  const scale = fit(drawn, 720, 760);
  return wall(studio) + room(studio, random) + place(drawn, W / 2, 560, scale) + sideboard(studio, random);
};

/** Smaller flat things are used on a table; larger ones hang. */
const LIES_ON_A_TABLE_CM = 62;
const LARGEST_PX_PER_CM = 100;
/** Height of the tea glass as it is drawn; it is 9 cm high. */
const GLASS_HEIGHT = 330;

function spanOf(drawn: Drawn): number {
  return drawn.span ?? Math.max(drawn.width, drawn.height);
}

function cmOf({ wornCm }: Drawn, { sizeCm }: PictureSubject): number {
  if (wornCm !== undefined) return wornCm;
  return Math.max(sizeCm?.length ?? 0, sizeCm?.width ?? 0, sizeCm?.height ?? 0) || 30;
}

/** A linen runner across a table seen from above. */
function runner(random: Random): string {
  const colour = random.pick(["#f4efe4", "#c8d2cf", "#d9b8a2", "#cfc7b4", "#b9c4b0", "#e3d3c4"]);
  return `<rect x="180" y="-200" width="920" height="2000" fill="#140d07" opacity=".25" transform="translate(10 8)"/><rect x="180" y="-200" width="920" height="2000" fill="${colour}"/><path d="M214 -200V1800M1066 -200V1800" stroke="${darken(colour, 0.35)}" stroke-width="5" stroke-dasharray="16 9"/><path d="M640 -200V1800" stroke="#fff" stroke-opacity=".3" stroke-width="8"/><path d="M650 -200V1800" stroke="#000" stroke-opacity=".08" stroke-width="8"/>`;
}

const toScale: View = (drawn, studio, random, subject) => {
  const cm = cmOf(drawn, subject);
  const person1m70 = (unit: number) => at(1080, 1400, unit / 2.6, person(mix(studio.wall, "#1f1b16", 0.72)));
  const chair90cm = (unit: number) => at(1050, 1400, unit / 2.4, chair(darken(studio.table, 0.3)));
  if (drawn.ground === "floor") {
    const unit = cm > 110 ? Math.min(5, 900 / cm) : Math.min(8, 720 / cm);
    const beside = cm > 110 ? person1m70(unit) : chair90cm(unit);
    return wall(studio) + table(studio, random, 1200) + place(drawn, 470, 1420, (cm * unit) / spanOf(drawn)) + beside;
  }
  if (drawn.stance === "standing" || cm < (drawn.stance === "flat" ? LIES_ON_A_TABLE_CM : 45)) {
    // The glass is 9 cm high: it and the object keep their true proportion, within what a picture can show.
    const unit = Math.min(62, 720 / Math.max(9, cm));
    const scale = (cm * unit) / spanOf(drawn);
    const glass = (9 * unit) / GLASS_HEIGHT;
    const isFlat = drawn.stance !== "standing";
    const y = isFlat ? 760 : 1280;
    return (
      wall(studio) +
      table(studio, random, isFlat ? 0 : HORIZON - 60) +
      place(drawn, 500, y, scale) +
      (isFlat ? ruler(W / 2, 1340, Math.floor(1080 / unit), unit) : at(990, 1280, glass, armudu()))
    );
  }
  const unit = cm > 110 ? Math.min(3.6, 900 / cm) : Math.min(7.2, 720 / cm);
  const scale = (cm * unit) / spanOf(drawn);
  const y = 1180 - (drawn.height * scale) / 2 + (cm > 120 ? 60 : -120);
  const figure = cm > 110 ? person1m70(unit) : chair90cm(unit);
  return wall(studio) + table(studio, random, 1260) + place(drawn, 470, y, scale) + figure;
};

function window(random: Random, x: number): string {
  const w = random.between(360, 440);
  return `<g transform="translate(${x} 120)"><rect width="${w}" height="700" fill="#fdf9ee" opacity=".75"/><path d="M0 0H${w}V700H0ZM${w / 2} 0V700M0 350H${w}" fill="none" stroke="#8b735c" stroke-width="16"/></g>`;
}

function cloth(studio: Studio, random: Random, y: number): string {
  const colour = random.pick(["#f4efe4", "#c8d2cf", "#d9b8a2", "#cfc7b4", lighten(studio.table, 0.5)]);
  return `<path d="M90 ${y}H1190L1280 1600H0Z" fill="${colour}"/><path d="M90 ${y}H1190L1280 1600H0Z" fill="url(#depth)" opacity=".5"/>`;
}

function room({ table: colour }: Studio, random: Random): string {
  const lamp =
    random.next() < 0.5
      ? `<path d="M1090 0V250" stroke="#2b2622" stroke-width="6"/><path d="M1000 330Q1090 180 1180 330Z" fill="${darken(colour, 0.2)}"/>`
      : "";
  return `<rect y="1330" width="${W}" height="270" fill="${darken(colour, 0.25)}"/><rect y="1318" width="${W}" height="14" fill="#fff" opacity=".5"/>${lamp}`;
}

function sideboard({ table: colour }: Studio, random: Random): string {
  const plant = Array.from({ length: 9 }, () => {
    const a = random.between(-1.1, 1.1);
    return `<path d="M0 0Q${(Math.sin(a) * 90).toFixed(0)} ${-140} ${(Math.sin(a) * 190).toFixed(0)} ${(-200 - random.between(0, 90)).toFixed(0)}" stroke="#4f6b4a" stroke-width="14" fill="none" stroke-linecap="round"/>`;
  }).join("");
  return `<g transform="translate(170 1090)"><rect width="940" height="300" rx="8" fill="${colour}"/><rect width="940" height="300" rx="8" fill="url(#depth)" opacity=".6"/><path d="M470 20V280M30 150H440M500 150H910" stroke="#000" stroke-opacity=".2" stroke-width="5"/><rect x="60" y="300" width="26" height="110" fill="${darken(colour, 0.4)}"/><rect x="854" y="300" width="26" height="110" fill="${darken(colour, 0.4)}"/></g><g transform="translate(300 1085)">${plant}<path d="M-55 -80H55L40 5H-40Z" fill="#b9714b"/></g><g transform="translate(800 1040)"><rect width="190" height="24" fill="#7c3f36"/><rect x="12" y="-24" width="170" height="24" fill="#d9cdb4"/><rect x="4" y="24" width="184" height="26" fill="#35546a"/></g>`;
}
