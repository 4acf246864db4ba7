import { readFileSync } from "node:fs";

/**
 * 64 × 48 pixels, the left half #c01818 and the right half #1830c0. Made with libheif 1.15.1 of Debian 12 from a PNG of
 * them: `heif-enc -q 60 red-and-blue.png -o red-and-blue.heic`.
 */
export const redAndBlueHeic = () => readFileSync(new URL("red-and-blue.heic", import.meta.url));

/** The same that says of itself that it is so large. */
export function heicThatClaims(width: number, height: number): Buffer {
  const bytes = redAndBlueHeic();
  for (let at = bytes.indexOf("ispe"); at >= 0; at = bytes.indexOf("ispe", at + 4)) {
    bytes.writeUInt32BE(width, at + 8);
    bytes.writeUInt32BE(height, at + 12);
  }
  return bytes;
}

/** The same lying on its side: the box on how deep its pixels are becomes one of a quarter turn against the clock. */
export function turnedHeic(): Buffer {
  const bytes = redAndBlueHeic();
  for (let at = bytes.indexOf("pixi"); at >= 0; at = bytes.indexOf("pixi", at + 4)) {
    bytes.write("irot", at);
    bytes[at + 4] = 1;
  }
  return bytes;
}
