import sharp from "sharp";
import { heicToJpeg, isHeic } from "~/platform/heic/heic-to-jpeg.server";
import { done, refused, type Result } from "~/platform/result";
import { whyNotPdf } from "./pdf";

/** Largest paper, in bytes. */
export const LARGEST_PAPER_BYTES = 20_000_000;
/** Largest form that carries one, in bytes. What is too large by not much more than a scan is gets the form's own sentence. */
export const LARGEST_PAPER_FORM_BYTES = 2 * LARGEST_PAPER_BYTES;
/** A page of A3 scanned with 600 dots to the inch has 70 million. */
const LARGEST_PIXELS = 80_000_000;

export const PAPER_TYPES = ["application/pdf", "image/jpeg", "image/png"] as const;
export type PaperType = (typeof PAPER_TYPES)[number];

type NamedBytes = { name: string; content: Buffer };

export type PaperRefusal =
  "empty" | "too-large" | "not-a-paper" | "truncated" | "active-content" | "password" | "too-many-pixels";

/**
 * A picture of an iPhone as the JPEG that is kept in its place; any other file as it is. What comes out is looked at like
 * every paper.
 */
export async function turnHeic(given: NamedBytes): Promise<Result<NamedBytes, PaperRefusal>> {
  const { name, content } = given;
  if (!isHeic(content) || content.length > LARGEST_PAPER_BYTES) return done(given);
  const turned = await heicToJpeg(content, { mostPixels: LARGEST_PIXELS, mostBytes: LARGEST_PAPER_BYTES });
  if (!turned.ok) return turned;
  return done({ name: `${name.replace(/\.(?:hei[cf]|jpe?g)$/i, "")}.jpg`, content: turned.value });
}

/**
 * Says by its content what a file is, whatever it is called: a PDF that does nothing, a JPEG or a PNG that is whole.
 * Something that is two things at once is refused.
 */
export async function lookAtPaper(bytes: Buffer): Promise<Result<{ contentType: PaperType }, PaperRefusal>> {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > LARGEST_PAPER_BYTES) return refused("too-large");
  if (bytes.subarray(0, 5).toString("latin1") === "%PDF-") {
    const problem = whyNotPdf(bytes);
    if (problem === undefined) return done({ contentType: "application/pdf" });
    return refused(problem === "unreadable" ? "active-content" : problem);
  }
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  if (!isJpeg && !isPng) return refused("not-a-paper");
  // A reader of PDF looks for its beginning in the first kilobyte, and would find another file in this one.
  if (bytes.subarray(0, 1_024).includes("%PDF-")) return refused("not-a-paper");
  const refusal = await whyNotPicture(bytes);
  return refusal ? refused(refusal) : done({ contentType: isJpeg ? "image/jpeg" : "image/png" });
}

async function whyNotPicture(bytes: Buffer): Promise<PaperRefusal | undefined> {
  try {
    // Decodes all of it: a picture that ends in the middle fails here and not before the reviewer.
    await sharp(bytes, { limitInputPixels: LARGEST_PIXELS, failOn: "truncated" }).stats();
    return undefined;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (/pixel limit/i.test(words)) return "too-many-pixels";
    return /premature|truncated|unexpected end|not enough|Invalid SOS|read error/i.test(words)
      ? "truncated"
      : "not-a-paper";
  }
}
