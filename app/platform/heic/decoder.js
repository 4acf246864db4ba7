/**
 * Turns one HEIC picture into a JPEG and ends. It runs in a process of its own, from its text alone, as the typesetter of
 * PDFs does: plain JavaScript that imports nothing of ours.
 *
 * One message comes in: { decoder, sharp, bytes, mostPixels, mostBytes }. One goes out: { jpeg } or { refusal }.
 */
import { createRequire } from "node:module";

/** The first that gives a file of the size that may be stored; the last one stays as it is. */
const QUALITIES = [90, 75, 60];

process.once("message", (order) => void turn(order).then((answer) => process.send(answer, () => process.disconnect())));

async function turn({ decoder, sharp, bytes, mostPixels, mostBytes }) {
  // A package that is missing is our fault and not the picture's: it ends the process.
  const { all } = createRequire(decoder)(decoder);
  const draw = createRequire(sharp)(sharp);
  const picture = await openFirst(all, bytes);
  if (picture === undefined) return { refusal: "not-a-paper" };
  const { width, height } = picture;
  // What the file says, before memory is taken for it.
  if (width * height > mostPixels) return { refusal: "too-many-pixels" };
  const pixels = await picture.decode().catch(() => undefined);
  if (pixels === undefined) return { refusal: "truncated" };
  const drawn = draw(pixels.data, { raw: { width, height, channels: 4 }, limitInputPixels: mostPixels });
  // What is transparent becomes white, as paper is.
  const flat = drawn.flatten({ background: "#ffffff" });
  let jpeg;
  for (const quality of QUALITIES) {
    jpeg = await flat.clone().jpeg({ quality }).toBuffer();
    if (jpeg.length <= mostBytes) break;
  }
  return { jpeg };
}

async function openFirst(all, bytes) {
  try {
    const [first] = await all({ buffer: bytes });
    return first.width > 0 && first.height > 0 ? first : undefined;
  } catch {
    return undefined;
  }
}
