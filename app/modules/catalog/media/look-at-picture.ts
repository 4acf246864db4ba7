import { LARGEST_PICTURE_BYTES } from "./limits";

export type TakenFormat = "jpeg" | "png" | "webp" | "avif";

export type LookRefusal =
  | "empty"
  | "file-too-large"
  | "not-a-picture"
  | "unsupported-format"
  | "heic"
  | "animated"
  | "two-in-one"
  | "truncated";

/** What a file is by its first bytes, whatever it is called, or why it is not taken. Nothing is decoded here. */
export function lookAtPicture(bytes: Buffer): TakenFormat | { refusal: LookRefusal } {
  if (bytes.length === 0) return { refusal: "empty" };
  if (bytes.length > LARGEST_PICTURE_BYTES) return { refusal: "file-too-large" };
  const format = formatOf(bytes);
  if (typeof format === "object") return format;
  if (isTwoInOne(bytes)) return { refusal: "two-in-one" };
  if (isAnimated(bytes, format)) return { refusal: "animated" };
  return isCutOff(bytes, format) ? { refusal: "truncated" } : format;
}

/** GIF, BMP, TIFF in both byte orders, Photoshop, JPEG XL bare and in its box, JPEG 2000. */
const OTHER_PICTURES = ["GIF8", "BM", "II*\0", "MM\0*", "8BPS", "\xff\x0a", "\0\0\0\x0cJXL ", "\0\0\0\x0cjP  "];

function formatOf(bytes: Buffer): TakenFormat | { refusal: LookRefusal } {
  const start = bytes.subarray(0, 12).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (start.startsWith("RIFF") && start.endsWith("WEBP")) return "webp";
  if (start.slice(4, 8) === "ftyp") return formatOfBrands(brandsOf(bytes));
  // SVG is code.
  if (OTHER_PICTURES.some((beginning) => start.startsWith(beginning))) return { refusal: "unsupported-format" };
  return {
    refusal: /<svg[\s>]/i.test(bytes.subarray(0, 2_048).toString("latin1")) ? "unsupported-format" : "not-a-picture",
  };
}

/** The major and compatible brands of an ISO base media file (ISO/IEC 14496-12, `ftyp`). */
function brandsOf(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) if (at !== 12) brands.push(bytes.toString("latin1", at, at + 4));
  return brands;
}

const HEIC_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

function formatOfBrands(brands: readonly string[]): TakenFormat | { refusal: LookRefusal } {
  if (brands.includes("avis")) return { refusal: "animated" };
  if (brands.includes("avif")) return "avif";
  return { refusal: brands.some((brand) => HEIC_BRANDS.has(brand)) ? "heic" : "not-a-picture" };
}

/** A zip's end may be followed by a comment of 65,535 bytes, and is 22 bytes long itself. */
const ZIP_END_WITHIN = 65_557;
const CODE = /<\?php\s|<script[\s>]|<!doctype html|<html[\s>]/i;

/** Whether another program would find a file of its own in this one: an archive, a document, a page, a script. */
function isTwoInOne(bytes: Buffer): boolean {
  if (bytes.subarray(0, 1_024).includes("%PDF-")) return true;
  const hasZipEnd = bytes.subarray(-ZIP_END_WITHIN).includes("PK\x05\x06", 0, "latin1");
  if (hasZipEnd && bytes.includes("PK\x01\x02", 0, "latin1")) return true;
  return CODE.test(bytes.toString("latin1"));
}

function isAnimated(bytes: Buffer, format: TakenFormat): boolean {
  if (format === "png") return isAnimatedPng(bytes);
  // The second bit of an extended WebP's features.
  return format === "webp" && bytes.toString("latin1", 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 0x02) !== 0;
}

/** An animated PNG says so in a chunk before its first data. */
function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const chunk = bytes.toString("latin1", at + 4, at + 8);
    if (chunk === "acTL") return true;
    if (chunk === "IDAT") return false;
  }
  return false;
}

/** What a file says of its own length, where the library that decodes it only says that it is no picture. */
function isCutOff(bytes: Buffer, format: TakenFormat): boolean {
  if (format === "webp") return bytes.readUInt32LE(4) + 8 > bytes.length;
  return format === "png" && !bytes.includes("IEND", 0, "latin1");
}
