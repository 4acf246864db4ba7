import { createRequire } from "node:module";
import pLimit from "p-limit";
import { askProgram } from "~/platform/processes/ask-program.server";
import { done, refused, type Result } from "~/platform/result";

/** Pictures of iPhones, by their major brand (ISO/IEC 23008-12, 10.2). */
const HEIC = /^ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)$/;

export const isHeic = (bytes: Buffer) => HEIC.test(bytes.subarray(4, 12).toString("latin1"));

export type HeicRefusal = "truncated" | "too-many-pixels" | "not-a-paper";

export type HeicLimits = {
  mostPixels: number;
  /** Of the JPEG: what would be larger is drawn less finely. */
  mostBytes: number;
  patienceMs?: number;
  /** Memory that the decoder may hold, in bytes. */
  mostMemory?: number;
};

/** Decoding takes all of a processor for seconds; one is left for the pages. */
const inTurn = pLimit(1);

/**
 * Turns a HEIC picture into a JPEG, upright and without what a phone wrote beside the pixels. The decoder reads what
 * anybody sends, so it runs in a process of its own and is killed when it takes too long or holds too much memory; then
 * the picture is at fault.
 *
 * @throws when the decoder itself cannot run
 */
export function heicToJpeg(bytes: Buffer, limits: HeicLimits, program?: string): Promise<Result<Buffer, HeicRefusal>> {
  if (isCutShort(bytes)) return Promise.resolve(refused("truncated"));
  return inTurn(() => decode(bytes, limits, program));
}

type Answer = { jpeg: Uint8Array } | { refusal: HeicRefusal };

const { resolve } = createRequire(import.meta.url);

async function decode(
  bytes: Buffer,
  { mostPixels, mostBytes, patienceMs = 30_000, mostMemory = 1_500_000_000 }: HeicLimits,
  program?: string,
): Promise<Result<Buffer, HeicRefusal>> {
  const text = program ?? (await import("./decoder.js?raw")).default;
  const order = { decoder: resolve("heic-decode"), sharp: resolve("sharp"), bytes, mostPixels, mostBytes };
  const ends = AbortSignal.timeout(patienceMs);
  try {
    const answer = await askProgram<Answer>(text, order, { ends, mostMemory });
    return "refusal" in answer ? refused(answer.refusal) : done(Buffer.from(answer.jpeg));
  } catch (error) {
    if (ends.aborted || wasKilled(error)) return refused("not-a-paper");
    throw error;
  }
}

/** By our limits or by itself, when no memory is left. A program that cannot run ends with a number. */
const wasKilled = (error: unknown) => error instanceof Error && "by" in error && error.by !== null;

/** Does a box of the outermost row (ISO/IEC 14496-12, 4.2) end behind the file's end? */
function isCutShort(bytes: Buffer): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (short === 0) return false;
    if (short === 1 && at + 16 > bytes.length) return true;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short;
    // Smaller than its own head: no box, and the decoder's to refuse.
    if (size < 8) return false;
    at += size;
  }
  return at !== bytes.length;
}
