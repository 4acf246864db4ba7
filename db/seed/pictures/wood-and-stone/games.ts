import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, shading, type Profile } from "../objects/vessels";
import { cast, filled, grain, linear, lying, moved, radial, slab, standing, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** An open backgammon board: points, carved rails, turned pieces where a game begins, two dice. */
export function nard({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d", pale = "#d8b78a", dark = "#2b1b10", red = "#b5463c"] = palette;
  const half = (y: number, id: string) => {
    const field = slab(0, y, 880, 400);
    const points = times(12, (i) => {
      const x = -440 + i * 73.3;
      const tone = (i + (y > 0 ? 1 : 0)) % 2 ? darken(wood, 0.25) : red;
      const base = y > 0 ? 200 : -200;
      return `<path d="M${to1(x + 3)} ${y + base}h67L${to1(x + 36.6)} ${y + base * -0.55}Z" fill="${tone}"/><path d="M${to1(x + 3)} ${y + base}h20L${to1(x + 36.6)} ${y + base * -0.55}Z" fill="#fff" opacity=".16"/>`;
    });
    return filled(
      id,
      field,
      lighten(pale, 0.12),
      `<g transform="translate(0 ${y}) rotate(90)">${grain(420, 900, darken(pale, 0.45), random, 30, 0.4)}</g>${points}`,
    );
  };
  const piece = (x: number, y: number, white: boolean) => {
    const tone = white ? lighten(pale, 0.45) : dark;
    return `<g transform="translate(${to1(x)} ${to1(y)})"><circle cx="5" cy="8" r="33" fill="#140d07" opacity=".4"/><circle r="33" fill="${darken(tone, 0.3)}"/><circle cx="-1" cy="-2" r="30" fill="${tone}"/><circle r="20" fill="none" stroke="${white ? darken(tone, 0.35) : lighten(tone, 0.35)}" stroke-width="4"/><circle r="8" fill="${white ? darken(tone, 0.35) : lighten(tone, 0.35)}"/><path d="M-24 -12A27 27 0 0 1 6 -27" stroke="#fff" stroke-opacity=".6" stroke-width="5" fill="none"/></g>`;
  };
  const column = (i: number, top: boolean, count: number, white: boolean) =>
    times(count, (k) => piece(-440 + i * 73.3 + 36.6, (top ? -1 : 1) * (392 - k * 61), white));
  const leaf = (x: number, y: number, turn: number) =>
    moved(
      x,
      y,
      `<path d="M-22 0C-10 -20 16 -20 26 0C16 20 -10 20 -22 0Z" fill="${darken(wood, 0.5)}"/><path d="M-20 -3C-8 -18 14 -18 22 -3" fill="none" stroke="${lighten(wood, 0.5)}" stroke-width="4"/>`,
      turn,
    );
  const rails = times(15, (i) => {
    const t = -440 + i * 63;
    return (
      leaf(t, -468, i % 2 ? 20 : -20) +
      leaf(t, 468, i % 2 ? -20 : 20) +
      (i > 0 && i < 14 ? leaf(-484, t, 90 + (i % 2 ? 20 : -20)) + leaf(484, t, 90 - (i % 2 ? 20 : -20)) : "")
    );
  });
  const dice = (x: number, y: number, turn: number, pips: string) =>
    moved(
      x,
      y,
      `<path d="${slab(6, 9, 56, 56, 10)}" fill="#140d07" opacity=".45"/><path d="${slab(0, 0, 56, 56, 10)}" fill="#fbf6ea"/><path d="M-24 24V-14Q-24 -24 -14 -24H20" stroke="#fff" stroke-width="5" fill="none"/><path d="${pips}" stroke="${dark}" stroke-width="11" stroke-linecap="round"/>`,
      turn,
    );
  const board = slab(0, 0, 1024, 992, 14);
  const svg = `<defs>${linear(
    "ndW",
    [
      [0, lighten(wood, 0.32)],
      [0.5, wood],
      [1, darken(wood, 0.45)],
    ],
    [0, 0, 1, 1],
  )}</defs>${cast(board)}<path d="${board}" transform="translate(10 18)" fill="${darken(wood, 0.7)}"/>${filled("ndB", board, "url(#ndW)", grain(1024, 992, darken(wood, 0.7), random, 60, 0.4))}${rails}<path d="${slab(0, -222, 900, 424)}${slab(0, 222, 900, 424)}" fill="${darken(wood, 0.6)}"/>${half(-222, "ndT")}${half(222, "ndU")}<path d="${slab(0, -222, 880, 400)}${slab(0, 222, 880, 400)}" fill="none" stroke="#140d07" stroke-opacity=".35" stroke-width="16"/>
<path d="M-512 0H512" stroke="${darken(wood, 0.6)}" stroke-width="6"/><path d="M-450 -10H450" stroke="${lighten(wood, 0.3)}" stroke-width="4"/>${[-300, 300].map((x) => `<path d="${slab(x, 0, 100, 36, 5)}" fill="#c9973a" stroke="#6d4d17" stroke-width="4"/><path d="M${x - 50} 0H${x + 50}" stroke="#6d4d17" stroke-width="4"/>`).join("")}
${column(0, true, 5, true)}${column(4, true, 3, false)}${column(6, true, 5, false)}${column(11, true, 2, true)}${column(0, false, 5, false)}${column(4, false, 3, true)}${column(6, false, 5, true)}${column(11, false, 2, false)}
${dice(150, -30, 18, "M-14 -14h.1M14 14h.1M-14 14h.1M14 -14h.1M0 0h.1")}${dice(236, 40, -24, "M-13 -13h.1M13 13h.1M0 0h.1")}`;
  return lying(svg, 1040, 1010);
}

type Piece = "pawn" | "rook" | "knight" | "bishop" | "queen" | "king";
const RANK: readonly Piece[] = ["rook", "knight", "bishop", "queen", "king", "bishop", "knight", "rook"];

const bodies: Record<Piece, Profile> = {
  pawn: [
    [0, 34],
    [10, 36],
    [22, 22],
    [60, 13],
    [70, 22],
    [78, 14],
  ],
  rook: [
    [0, 38],
    [12, 40],
    [26, 26],
    [96, 19],
    [104, 30],
    [130, 30],
  ],
  knight: [
    [0, 38],
    [12, 40],
    [26, 28],
    [40, 26],
  ],
  bishop: [
    [0, 37],
    [12, 40],
    [26, 24],
    [104, 13],
    [112, 24],
    [120, 12],
    [136, 20],
    [160, 8],
    [170, 0],
  ],
  queen: [
    [0, 40],
    [14, 43],
    [30, 26],
    [128, 15],
    [136, 28],
    [146, 16],
    [176, 30],
    [186, 12],
    [196, 0],
  ],
  king: [
    [0, 41],
    [14, 44],
    [30, 28],
    [140, 16],
    [148, 30],
    [160, 18],
    [192, 28],
    [202, 10],
  ],
};

function pieceForm(kind: Piece, id: string, dark: string): string {
  const crown = {
    pawn: `<circle cy="-92" r="21" fill="url(#${id})"/>`,
    rook: `<path d="M-30 -128V-150H-16V-138H-7V-150H7V-138H16V-150H30V-128Z" fill="url(#${id})"/>`,
    knight: `<path d="M-26 -38C-30 -70 -14 -84 -18 -100C-34 -92 -48 -84 -52 -98C-52 -116 -30 -140 -8 -146L-2 -164L10 -148C40 -136 46 -80 26 -38Z" fill="url(#${id})"/><circle cx="-12" cy="-122" r="4" fill="${dark}"/><path d="M8 -146C32 -130 36 -80 20 -40" fill="none" stroke="${dark}" stroke-width="4"/>`,
    bishop: `<circle cy="-172" r="8" fill="url(#${id})"/><path d="M2 -158l14 12" stroke="${dark}" stroke-width="4"/>`,
    queen: `<path d="M-32 -172L-26 -206L-12 -184L0 -212L12 -184L26 -206L32 -172Z" fill="url(#${id})"/><circle cy="-214" r="8" fill="url(#${id})"/>`,
    king: `<path d="M-6 -200V-218H-18V-230H-6V-246H6V-230H18V-218H6V-200Z" fill="url(#${id})"/>`,
  }[kind];
  const d = outline(bodies[kind]);
  return `<g stroke="${dark}" stroke-opacity=".55" stroke-width="2"><path d="${d}" fill="url(#${id})"/>${crown}</g>`;
}

/** Chess men of white and grey marble on a board seen in perspective. */
export function chess({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#6b3f1d", pale = "#d8b78a", dark = "#2b1b10"] = palette;
  const depth = (row: number) => row / 8 / (1 + 0.55 * (1 - row / 8));
  const y = (row: number) => -520 + depth(row) * 470;
  const half = (row: number) => 320 + depth(row) * 160;
  const squares = times(64, (i) => {
    const [row, column] = [Math.floor(i / 8), i % 8];
    const at = (r: number, c: number) => `${to1(((c - 4) / 4) * half(r))} ${to1(y(r))}`;
    return `<path d="M${at(row, column)}L${at(row, column + 1)}L${at(row + 1, column + 1)}L${at(row + 1, column)}Z" fill="${(row + column) % 2 ? darken(wood, 0.2) : lighten(pale, 0.2)}"/>`;
  });
  const man = (row: number, column: number, kind: Piece, white: boolean) => {
    const scale = half(row + 0.5) / 350;
    return moved(
      ((column - 3.5) / 4) * half(row + 0.5),
      y(row + 0.62),
      `<ellipse cx="16" cy="2" rx="52" ry="13" fill="#140d07" opacity=".38"/>${pieceForm(kind, white ? "chW" : "chG", white ? "#7d776c" : "#1d1c1b")}`,
      0,
      Number(scale.toFixed(3)),
    );
  };
  const line = (row: number, white: boolean, pawns: boolean) =>
    RANK.map((kind, column) =>
      pawns && (column === 3 || (column === 4 && white)) ? "" : man(row, column, pawns ? "pawn" : kind, white),
    ).join("");
  const edge = "M-366 -546H366L520 -30H-520Z";
  return standing(
    `<defs>${shading("chW", "#e6e1d8", "glaze")}${shading("chG", mix("#5f6367", dark, 0.12), "glaze")}${linear(
      "chB",
      [
        [0, lighten(wood, 0.2)],
        [1, darken(wood, 0.3)],
      ],
      [0, 0, 0, 1],
    )}${radial("chL", [
      [0, "#fff", 0.3],
      [1, "#fff", 0],
    ])}</defs><path d="M-520 -30H520V10H-520Z" fill="${darken(wood, 0.5)}"/>${filled("chE", edge, "url(#chB)", `<g transform="translate(0 -280) rotate(90)">${grain(560, 1040, darken(wood, 0.7), random, 40, 0.4)}</g>`)}<path d="M-520 -30H520" stroke="${lighten(wood, 0.4)}" stroke-width="4"/>${squares}<path d="${edge}" fill="url(#chL)"/>${line(0, false, false)}${line(1, false, true)}${man(3, 3, "pawn", false)}${man(4, 3, "pawn", true)}${man(4, 4, "pawn", true)}${line(6, true, true)}${line(7, true, false)}`,
    1060,
    720,
  );
}
