import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Tables } from "./tables";

export type Change = { table: keyof Tables; id: string; record: unknown };

/** A file of one line for each commit. A line that a kill cut off never counted, so the commit happened whole or not at all. */
export type Journal = { append: (changes: readonly Change[]) => void; close: () => void };

/**
 * Reads what an earlier sandbox wrote, and begins the file anew with what is left of it.
 *
 * @param apply takes each change that is read, in order
 * @param left everything that is known after the last change
 */
export function openJournal(file: string, apply: (change: Change) => void, left: () => Change[]): Journal {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const changes = readLine(line);
      if (changes === undefined) break;
      changes.forEach(apply);
    }
  }
  writeFileSync(`${file}.new`, `${JSON.stringify(left())}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  const handle = openSync(file, "a");
  return {
    append: (changes) => void writeSync(handle, `${JSON.stringify(changes)}\n`),
    close: () => closeSync(handle),
  };
}

function readLine(line: string): Change[] | undefined {
  if (line === "") return undefined;
  try {
    return JSON.parse(line) as Change[];
  } catch {
    return undefined;
  }
}
