import { clock } from "~/platform/clock.server";
import { log } from "~/platform/log.server";
import { db as ownDb, type Db } from "./db.server";

export type KeptReading<Value> = {
  /**
   * What was read last, at most twice as old as it may be.
   *
   * @param stamp names what must not be older: with another stamp than the last caller's it is read anew at once
   */
  of: (db: Db, stamp?: string) => Promise<Value>;
  /**
   * The same for who is inside a transaction, where nothing could be kept: what is kept of this process's database or, where
   * that is nothing, what the transaction reads, which is kept then. Only of what no transaction writes before it reads.
   */
  within: (db: Db) => Promise<Value>;
  /** The next caller reads anew: after a change that this process made itself. */
  forget: (db: Db) => void;
};

type Kept<Value> = { readAt: number; stamp: string; value: Promise<Value>; isReplaced: boolean };

/**
 * Keeps in this process what every page needs and what seldom changes. When it is older than `freshMs` it is read anew
 * beside the traffic; when it is twice as old, callers wait for it. A reading that failed is not kept.
 */
export function keptReading<Value>(freshMs: number, read: (db: Db) => Promise<Value>): KeptReading<Value> {
  const byDb = new WeakMap<Db, Kept<Value>>();

  const readAnew = (db: Db, readAt: number, stamp: string): Promise<Value> => {
    const kept: Kept<Value> = { readAt, stamp, value: read(db), isReplaced: false };
    byDb.set(db, kept);
    kept.value.catch(() => {
      if (byDb.get(db) === kept) byDb.delete(db);
    });
    return kept.value;
  };

  const replace = async (db: Db, old: Kept<Value>, readAt: number): Promise<void> => {
    old.isReplaced = true;
    try {
      const value = await read(db);
      // Forgotten or read anew meanwhile, this reading may be from before the change.
      if (byDb.get(db) === old) byDb.set(db, { ...old, readAt, value: Promise.resolve(value), isReplaced: false });
    } catch (error) {
      old.isReplaced = false;
      log.warn({ err: error }, "what is kept could not be read anew");
    }
  };

  return {
    of: (db, stamp = "") => {
      const now = clock().getTime();
      const kept = byDb.get(db);
      const age = kept === undefined ? Infinity : Math.abs(now - kept.readAt);
      if (kept === undefined || kept.stamp !== stamp || age >= 2 * freshMs) return readAnew(db, now, stamp);
      if (age >= freshMs && !kept.isReplaced) void replace(db, kept, now);
      return kept.value;
    },
    within: async (db) => {
      const now = clock().getTime();
      const kept = byDb.get(ownDb);
      if (kept !== undefined && Math.abs(now - kept.readAt) < 2 * freshMs) return kept.value;
      // Nobody else waits for it: the transaction may end before it is read.
      const value = await read(db);
      byDb.set(ownDb, { readAt: now, stamp: "", value: Promise.resolve(value), isReplaced: false });
      return value;
    },
    forget: (db) => {
      byDb.delete(db);
    },
  };
}
