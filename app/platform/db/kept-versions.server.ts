import { LRUCache } from "lru-cache";
import type { Db } from "./db.server";

export type Versioned = { key: string; version: string };
export type KeptVersions<Value> = {
  /** The values of the wanted keys, of the wanted versions; those not kept are read together. What is not there is left out. */
  of: (db: Db, wanted: readonly Versioned[]) => Promise<ReadonlyMap<string, Value>>;
};

type Plan<Value> = {
  /** How many are kept; those that were not asked for longest go first. */
  most: number;
  read: (db: Db, keys: readonly string[]) => Promise<(Versioned & { value: Value })[]>;
};

/**
 * Keeps in this process what does not change as long as its version stays: whoever reads the version beside what is live
 * never sees an old value. A value is shared by all who ask for it, so it is read only.
 */
export function keptVersions<Value extends object>({ most, read }: Plan<Value>): KeptVersions<Value> {
  const byDb = new WeakMap<Db, LRUCache<string, { version: string; value: Value }>>();

  const keptOf = (db: Db) => {
    const kept = byDb.get(db) ?? new LRUCache<string, { version: string; value: Value }>({ max: most });
    byDb.set(db, kept);
    return kept;
  };

  return {
    of: async (db, wanted) => {
      // What a transaction wrote may never have been, and it may change it again under the same version.
      const kept = db.isTransaction ? undefined : keptOf(db);
      const found = new Map<string, Value>();
      const missing = new Set<string>();
      for (const { key, version } of wanted) {
        const known = kept?.get(key);
        if (known?.version === version) found.set(key, known.value);
        else missing.add(key);
      }
      if (missing.size === 0) return found;
      for (const { key, version, value } of await read(db, [...missing])) {
        found.set(key, value);
        kept?.set(key, { version, value });
      }
      return found;
    },
  };
}
