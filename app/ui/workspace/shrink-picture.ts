import { LONGEST_SIDE } from "~/modules/catalog";

export type ShrunkPicture = {
  blob: Blob;
  /** A small 4:5 cut as a data URL, for the list of what is on its way. */
  preview: string | undefined;
};

const TAKEN = new Set(["image/jpeg", "image/png", "image/webp", "image/avif"]);
const HEIC = /^image\/hei[cf]|\.hei[cf]$/i;
/** A file that is small already is sent as it is, in bytes. */
const SMALL_ENOUGH = 1_500_000;

/**
 * Makes a picture as small as it needs to be before it is sent: at most `LONGEST_SIDE`, upright, as JPEG. HEIC becomes
 * JPEG where the browser can read it. What is no picture of ours is sent as it is, for the server to say why not.
 *
 * @returns undefined for HEIC that this browser cannot read
 */
export async function shrinkPicture(file: File): Promise<ShrunkPicture | undefined> {
  const isFromPhone = isHeic(file);
  if (!isFromPhone && !TAKEN.has(file.type)) return { blob: file, preview: undefined };
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => undefined);
  if (!bitmap) return isFromPhone ? undefined : { blob: file, preview: undefined };
  const preview = cutPreview(bitmap);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const isFine = !isFromPhone && scale === 1 && file.size <= SMALL_ENOUGH;
  const drawn = isFine ? undefined : await draw(bitmap, scale);
  bitmap.close();
  const isSmaller = drawn && (isFromPhone || drawn.size < file.size);
  return { blob: isSmaller ? drawn : file, preview };
}

function isHeic(file: File): boolean {
  return HEIC.test(file.type) || HEIC.test(file.name);
}

function draw(bitmap: ImageBitmap, scale: number): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) return Promise.resolve(undefined);
  // What is transparent becomes white, as on the site, and not black.
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), "image/jpeg", 0.9));
}

const PREVIEW = { width: 96, height: 120 };

function cutPreview(bitmap: ImageBitmap): string | undefined {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, PREVIEW);
  const pen = canvas.getContext("2d");
  if (!pen) return undefined;
  const scale = Math.max(PREVIEW.width / bitmap.width, PREVIEW.height / bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  pen.drawImage(bitmap, (PREVIEW.width - width) / 2, (PREVIEW.height - height) / 2, width, height);
  return canvas.toDataURL("image/jpeg", 0.7);
}
