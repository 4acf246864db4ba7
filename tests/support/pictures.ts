import sharp from "sharp";

/** A photo-like picture: a gradient with noise, so that formats and widths differ in size. */
export async function makePhoto(
  { width = 1600, height = 2000, seed = 1 } = {},
  format: "jpeg" | "png" | "webp" | "avif" = "jpeg",
): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed * 2654435761;
  for (let i = 0; i < pixels.length; i += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const y = Math.floor(i / 3 / width) / height;
    pixels[i] = 120 + y * 100 + (state >>> 28);
    pixels[i + 1] = 60 + y * 60;
    pixels[i + 2] = 20 + seed;
  }
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  return format === "avif" ? picture.avif({ effort: 0 }).toBuffer() : picture[format]().toBuffer();
}
