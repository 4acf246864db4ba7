import { unstable_parseMultipartFormData, type UploadHandlerPart } from "@remix-run/node";
import type { FormKey } from "~/platform/db/once.server";
import { keyOfForm } from "./form.server";

/** A file of a form. Its content is undefined when it is larger than was asked for: the rest was read past. */
export type PostedFile = { name: string; content: Buffer | undefined; index: number };

type Options = {
  /** Name of the form's file field. */
  field: string;
  largestBytes: number;
  /** Files beyond so many are read past. */
  most: number;
};

/** Texts beside the files are keys and ids. */
const LONGEST_TEXT = 1_000;

/**
 * Reads a form with files as it arrives: each file is handed over when it is whole, and the next one is read when `take`
 * is done with it, so that never more than one is held. Fields that `take` needs stand before the files in the form.
 *
 * @returns false when what came is no such form, or ends in the middle
 */
export async function readFileForm(
  request: Request,
  { field, largestBytes, most }: Options,
  take: (file: PostedFile, form: { key: FormKey; text: (name: string) => string | undefined }) => Promise<void>,
): Promise<boolean> {
  const texts = new FormData();
  let fault: { error: unknown } | undefined;
  let index = 0;
  let key: FormKey | undefined;
  const text = (name: string) => {
    const value = texts.get(name);
    return typeof value === "string" ? value : undefined;
  };
  const onPart = async ({ name, filename, data }: UploadHandlerPart): Promise<undefined> => {
    const isFile = name === field && filename !== undefined && index < most;
    const content = await collect(data, isFile ? largestBytes : LONGEST_TEXT);
    if (filename === undefined && content) texts.append(name, content.toString("utf8"));
    // A browser sends a file field that nothing was chosen in as a nameless, empty file.
    if (!isFile || (filename === "" && content?.length === 0)) return;
    key ??= keyOfForm(texts);
    try {
      await take({ name: filename, content, index }, { key, text });
    } catch (error) {
      fault = { error };
      throw error;
    }
    index += 1;
  };
  try {
    await unstable_parseMultipartFormData(request, onPart);
    return true;
  } catch {
    if (fault) throw fault.error;
    return false;
  }
}

async function collect(data: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | undefined> {
  let pieces: Uint8Array[] | undefined = [];
  let size = 0;
  for await (const piece of data) {
    size += piece.byteLength;
    if (size > most) pieces = undefined;
    pieces?.push(piece);
  }
  return pieces && Buffer.concat(pieces);
}
