import { inflateSync } from "node:zlib";

export type PdfProblem = "truncated" | "active-content" | "password" | "unreadable";

/**
 * Names of a PDF that do something when it is opened or clicked: run a script, start a program, carry another file, send
 * data (ISO 32000-1: 12.6.4 actions, 7.11.4 embedded files, 12.7.8 XFA, 13 multimedia). Each way to do so needs one of
 * them; none is so short that it stands in a scanned page by chance.
 */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|RichMediaContent|XFA|ImportData|SubmitForm|GoToE|Rendition|Movie|Sound)(?![A-Za-z0-9])/;

/** All objects of a paper unpacked; more is a bomb, in bytes. */
const LARGEST_UNPACKED = 60_000_000;
/** A dictionary before packed objects is short; writers put a dozen entries in it, in bytes. */
const LONGEST_DICTIONARY = 4_096;

/**
 * What is wrong with the bytes of a file that begins like a PDF, or undefined when nothing is. All bytes are looked
 * through, as if nothing were a comment, a text or a picture: what a reader takes for an object cannot be hidden so.
 * Objects that cannot be looked into are a problem. Takes time in proportion to the length, whatever is in it.
 */
export function whyNotPdf(bytes: Buffer): PdfProblem | undefined {
  const text = bytes.toString("latin1");
  if (!/%%EOF\s*$/.test(text.slice(-1_024)) || !/startxref\s+\d+/.test(text.slice(-2_048))) return "truncated";
  const plain = unescaped(text);
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plain)) return "password";
  if (ACTIVE.test(plain)) return "active-content";
  // A name that is written in another way is one that should not be found.
  if (countOf(plain, PACKED) !== countOf(text, PACKED)) return "unreadable";
  return lookIntoPackedObjects(bytes, text);
}

/** `/J#61vaScript` is `/JavaScript` (7.3.5). */
function unescaped(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Name of a stream in which objects lie packed (7.5.7). */
const PACKED = "/ObjStm";

function countOf(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count += 1;
  return count;
}

function lookIntoPackedObjects(bytes: Buffer, text: string): PdfProblem | undefined {
  let unpacked = 0;
  for (let at = text.indexOf(PACKED); at >= 0; at = text.indexOf(PACKED, at + PACKED.length)) {
    const begin = /stream\r?\n/.exec(text.slice(at, at + LONGEST_DICTIONARY));
    if (!begin) return "unreadable";
    const first = at + begin.index + begin[0].length;
    const end = text.indexOf("endstream", first);
    if (end < 0) return "truncated";
    const dictionary = dictionaryAround(
      text.slice(Math.max(0, at - LONGEST_DICTIONARY), at),
      text.slice(at, at + begin.index),
    );
    const objects =
      dictionary === undefined
        ? undefined
        : unpack(dictionary, bytes.subarray(first, end), LARGEST_UNPACKED - unpacked);
    if (objects === undefined) return "unreadable";
    unpacked += objects.length;
    if (ACTIVE.test(unescaped(objects.toString("latin1")))) return "active-content";
  }
  return undefined;
}

/**
 * The dictionary between what stands before a name and what follows up to the stream, when it is written as plainly as
 * writers write it: the object's number on a line of its own, then names, numbers and arrays. With a string, a comment, an
 * escape or a dictionary within, it could seem to begin or end elsewhere than it does.
 */
function dictionaryAround(before: string, after: string): string | undefined {
  const number = before.lastIndexOf(" obj");
  const line = before.slice(before.slice(0, Math.max(0, number)).search(/[^\r\n]*$/));
  return /^\s*\d+ \d+ obj\s*<<([^<>()%#]*)>>\s*$/.exec(line + after)?.[1];
}

/** Writers pack objects with Flate alone; anything else cannot be looked into. What comes out begins with pairs of numbers. */
function unpack(dictionary: string, raw: Buffer, most: number): Buffer | undefined {
  const filter = /\/Filter(?![A-Za-z0-9])/.test(dictionary);
  const isFlateAlone = /\/Filter\s*(?:\/FlateDecode(?![A-Za-z0-9])|\[\s*\/FlateDecode\s*\])/.test(dictionary);
  const names = dictionary.match(/\/(?:Filter|F|DecodeParms|DP|FFilter)(?![A-Za-z0-9])/g)?.length ?? 0;
  if (filter !== isFlateAlone || names !== Number(filter) || most <= 0) return undefined;
  const objects = filter ? inflated(raw, most) : raw.subarray(0, most);
  return objects !== undefined && /^\s*\d+\s+\d+\s[^]*[<[(/]/.test(objects.toString("latin1")) ? objects : undefined;
}

function inflated(raw: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(raw, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
