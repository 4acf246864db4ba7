import { PICTURE_HEIGHT, PICTURE_WIDTH, type PictureSubject, type Random } from "../contract";
import type { Drawn } from "../scene";
import { group, line, rect, shade, shadow } from "../shapes";

const W = PICTURE_WIDTH;
const H = PICTURE_HEIGHT;

/**
 * What a service delivers. `scene` is the whole front picture, 1280 × 1600; `close` is where its close-up looks and how
 * near. `piece` is the thing handed over, seen again in a room and beside something of known size.
 */
export type Work = {
  scene: string;
  close: readonly [x: number, y: number, zoom: number];
  piece: Drawn;
  cm: number;
  room: Room;
};

export type Room = "desk" | "wall" | "table" | "stage";
export type WorkDrawer = (subject: PictureSubject, random: Random) => Work;

/** A wall and a table top: the studio most services are photographed in. */
export function studio(wall: string, table: string, horizon = 1090): string {
  return (
    rect(0, 0, W, H, wall) +
    rect(0, horizon, W, H - horizon, table) +
    rect(0, horizon, W, 26, shade("down")) +
    rect(0, horizon, W, H - horizon, shade("up"))
  );
}

/** A surface seen from above. */
export function surface(colour: string, random: Random): string {
  let d = "";
  for (let i = 0; i < 22; i++) {
    const y = random.whole(0, H);
    d += `M0 ${y}Q${W / 2} ${y + random.whole(-40, 40)} ${W} ${y + random.whole(-14, 14)}`;
  }
  return rect(0, 0, W, H, colour) + line(d, "#000000", 4, 0.07);
}

/** `piece` in the middle of a plain studio, as the front picture of things that stand or lie by themselves. */
export function posed(
  piece: Drawn,
  wall: string,
  table: string,
  fill: readonly [w: number, h: number] = [1060, 1120],
): string {
  const scale = Math.min(fill[0] / piece.width, fill[1] / piece.height);
  if (piece.stance === "standing")
    return (
      studio(wall, table) +
      shadow(W / 2 + 40, 1326, piece.width * scale * 0.6, 70) +
      group(W / 2, 1320, scale, piece.svg)
    );
  return (
    rect(0, 0, W, H, wall) +
    shadow(W / 2 + 20, H / 2 + 50, piece.width * scale * 0.62, piece.height * scale * 0.6) +
    group(W / 2, H / 2, scale, piece.svg)
  );
}
