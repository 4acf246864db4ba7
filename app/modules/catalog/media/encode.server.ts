import sharp from "sharp";
import { LONGEST_SIDE } from "./limits";
import type { RenditionSpec } from "./renditions";

/** A decoded picture, upright, in sRGB, without metadata, no longer than `LONGEST_SIDE`. */
export type DecodedPicture = { pixels: Buffer; width: number; height: number };

export type EncodedRendition = RenditionSpec & { content: Buffer; height: number };

/** Bounds what a small file may unpack to: 50 megapixels is more than any phone takes. */
export const LARGEST_PIXELS = 50_000_000;
/** A picture that takes longer to decode, in seconds, was made to. */
const DECODE_SECONDS = 20;

/** Decodes once for all renditions; transparent parts become white, as JPEG has none. */
export async function decodePicture(original: Buffer): Promise<DecodedPicture> {
  const { data, info } = await sharp(original, { limitInputPixels: LARGEST_PIXELS, failOn: "error" })
    .timeout({ seconds: DECODE_SECONDS })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

function open({ pixels, width, height }: DecodedPicture) {
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What is kept of a picture for renditions to come. Nothing but pixels goes into it. */
export function encodeOriginal(picture: DecodedPicture): Promise<Buffer> {
  return open(picture).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer();
}

/** Encodes one rendition; a picture narrower than the width keeps its own. */
export async function encodeRendition(picture: DecodedPicture, spec: RenditionSpec): Promise<EncodedRendition> {
  const resized = open(picture).resize({ width: spec.width, withoutEnlargement: true });
  const encoded = {
    // Higher efforts take many times as long for a few per cent (effort 4: about 15 times on a hard picture).
    avif: () => resized.avif({ quality: 55, effort: 2 }),
    webp: () => resized.webp({ quality: 78, effort: 3 }),
    jpeg: () => resized.jpeg({ quality: 80, progressive: true }),
  }[spec.format]();
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return { ...spec, content: data, height: info.height };
}

const PLACEHOLDER_WIDTH = 16;
const SAMPLE_WIDTH = 64;

/** The blur-up miniature as a data URL, and the colour that most of the picture has. */
export async function describePicture(
  picture: DecodedPicture,
): Promise<{ placeholder: string; dominantColour: string }> {
  const [miniature, sample] = await Promise.all([
    open(picture).resize({ width: PLACEHOLDER_WIDTH }).webp({ quality: 40, effort: 4 }).toBuffer(),
    open(picture).resize({ width: SAMPLE_WIDTH, withoutEnlargement: true }).png().toBuffer(),
  ]);
  const { dominant } = await sharp(sample).stats();
  const hex = [dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, "0")).join("");
  return { placeholder: `data:image/webp;base64,${miniature.toString("base64")}`, dominantColour: `#${hex}` };
}
