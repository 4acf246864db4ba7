import { randomBytes } from "node:crypto";
import { openJournal, type Change } from "./journal.server";
import { TABLE_NAMES, type Tables } from "./tables";

type Kept = { [Name in keyof Tables]: Map<string, Tables[Name]> };

/**
 * The sandbox's memory. A deed puts records and commits them; what was not committed when it threw is taken back. A
 * commit is in the journal before it returns, so no answer tells of something that a restart would not know.
 */
export type Store = {
  get: <Name extends keyof Tables>(table: Name, id: string | null | undefined) => Tables[Name] | undefined;
  /** The oldest that is wanted; looks no further than that one. */
  first: <Name extends keyof Tables>(
    table: Name,
    isWanted: (record: Tables[Name]) => boolean,
  ) => Tables[Name] | undefined;
  /** Oldest first. */
  all: <Name extends keyof Tables>(table: Name) => Tables[Name][];
  put: <Name extends keyof Tables>(table: Name, record: Tables[Name]) => void;
  remove: (table: keyof Tables, id: string) => void;
  commit: () => void;
  rollBack: () => void;
  /** Seconds since 1970, as the sandbox's own clock has it. */
  now: () => number;
  newId: (prefix: string, length?: number) => string;
  close: () => void;
};

/**
 * @param stateFile where commits are appended; memory alone when left out
 * @param now the true time, which the sandbox's own clock is ahead of by what was asked for
 */
export function openStore(stateFile: string | undefined, now: () => Date): Store {
  const kept = emptyTables();
  const apply = ({ table, id, record }: Change) => {
    // The journal holds what `put` was given, which the compiler checked there.
    const map = kept[table] as Map<string, unknown>;
    if (record === undefined) map.delete(id);
    else map.set(id, record);
  };
  const journal = stateFile === undefined ? undefined : openJournal(stateFile, apply, () => snapshot(kept));
  let changes: Change[] = [];
  let undo: Change[] = [];

  const change = (next: Change) => {
    undo.push({ table: next.table, id: next.id, record: kept[next.table].get(next.id) });
    changes.push(next);
    apply(next);
  };
  return {
    get: (table, id) => (id === null || id === undefined ? undefined : kept[table].get(id)),
    first: (table, isWanted) => {
      for (const record of kept[table].values()) if (isWanted(record)) return record;
      return undefined;
    },
    all: (table) => [...kept[table].values()],
    put: (table, record) => change({ table, id: record.id, record }),
    remove: (table, id) => change({ table, id, record: undefined }),
    commit: () => {
      if (changes.length > 0) journal?.append(changes);
      changes = [];
      undo = [];
    },
    rollBack: () => {
      for (const earlier of undo.toReversed()) apply(earlier);
      changes = [];
      undo = [];
    },
    now: () => Math.floor(now().getTime() / 1000) + (kept.clocks.get("clock")?.aheadSeconds ?? 0),
    newId: (prefix, length = 24) => `${prefix}_${letters(length)}`,
    close: () => journal?.close(),
  };
}

function emptyTables(): Kept {
  // One empty map for each name; the compiler cannot follow the names one by one.
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, new Map()])) as unknown as Kept;
}

function snapshot(kept: Kept): Change[] {
  return TABLE_NAMES.flatMap((table) => [...kept[table].values()].map((record) => ({ table, id: record.id, record })));
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letters(length: number): string {
  return [...randomBytes(length)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join("");
}
