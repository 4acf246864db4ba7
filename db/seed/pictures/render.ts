import sharp from "sharp";
import {
  makeRandom,
  PICTURE_HEIGHT,
  PICTURE_WIDTH,
  type MotifDrawer,
  type PictureSubject,
  type PictureView,
} from "./contract";

/** A 256 px tile of film grain, laid over every scene: cheaper than an SVG turbulence filter over the whole canvas. */
const grain = (() => {
  const random = makeRandom("grain");
  const data = Buffer.alloc(256 * 256 * 4);
  for (let i = 0; i < data.length; i += 4) {
    const light = random.next() < 0.5 ? 0 : 255;
    data[i] = data[i + 1] = data[i + 2] = light;
    data[i + 3] = Math.floor(random.next() * 14);
  }
  return { input: data, raw: { width: 256, height: 256, channels: 4 as const }, tile: true, blend: "over" as const };
})();

/**
 * Draws one view of a listing: a JPEG original of 1280 × 1600 px.
 *
 * @param width pixels of a smaller one of the same shape; rasterising costs by area
 */
export async function renderPicture(
  draw: MotifDrawer,
  subject: PictureSubject,
  view: PictureView,
  width = PICTURE_WIDTH,
): Promise<Buffer> {
  const height = Math.round((width * PICTURE_HEIGHT) / PICTURE_WIDTH);
  // The same numbers for every view: what varies from listing to listing is one design seen four times.
  const inner = draw(subject, view, makeRandom(`${subject.listingId}/front/${subject.seed}`));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${PICTURE_HEIGHT}">${inner}</svg>`;
  return sharp(Buffer.from(svg), { limitInputPixels: PICTURE_WIDTH * PICTURE_HEIGHT })
    .flatten({ background: "#ffffff" })
    .composite([grain])
    .jpeg({ quality: 88, mozjpeg: false })
    .toBuffer();
}
