import { describe, expect, it } from "vitest";
import type { Db } from "~/platform/db/db.server";
import { keptVersions } from "~/platform/db/kept-versions.server";
import { testDb } from "~tests/support/database";

type Row = { version: string; text: string };

/** Rows that can be changed behind the back of who keeps them, and a list of what was read of them. */
function shelf(rows: Record<string, Row>, most = 10) {
  const reads: string[][] = [];
  const kept = keptVersions<{ text: string }>({
    most,
    read: (_db, keys) => {
      reads.push([...keys]);
      return Promise.resolve(
        keys.flatMap((key) => {
          const row = rows[key];
          return row ? [{ key, version: row.version, value: { text: row.text } }] : [];
        }),
      );
    },
  });
  const textsOf = async (db: Db, wanted: Record<string, string>) => {
    const found = await kept.of(
      db,
      Object.entries(wanted).map(([key, version]) => ({ key, version })),
    );
    return Object.fromEntries([...found].map(([key, { text }]) => [key, text]));
  };
  return { reads, textsOf };
}

describe("kept versions", () => {
  it("are read once, and only those that are missing", async () => {
    const { reads, textsOf } = shelf({ a: { version: "1", text: "A" }, b: { version: "1", text: "B" } });

    expect(await textsOf(testDb, { a: "1" })).toEqual({ a: "A" });
    expect(await textsOf(testDb, { a: "1", b: "1" })).toEqual({ a: "A", b: "B" });
    expect(await textsOf(testDb, { a: "1", b: "1" })).toEqual({ a: "A", b: "B" });
    expect(reads).toEqual([["a"], ["b"]]);
  });

  it("are read anew when another version is wanted", async () => {
    const rows = { a: { version: "1", text: "old" } };
    const { textsOf } = shelf(rows);
    await textsOf(testDb, { a: "1" });

    rows.a = { version: "2", text: "new" };

    expect(await textsOf(testDb, { a: "2" })).toEqual({ a: "new" });
  });

  it("are kept under the version that was read, not under the one that was wanted", async () => {
    const rows = { a: { version: "1", text: "old" } };
    const { textsOf } = shelf(rows);

    // A replica that lags behind answers with what was before.
    expect(await textsOf(testDb, { a: "2" })).toEqual({ a: "old" });
    rows.a = { version: "2", text: "new" };

    expect(await textsOf(testDb, { a: "2" })).toEqual({ a: "new" });
  });

  it("leave out what is not there", async () => {
    expect(await shelf({}).textsOf(testDb, { a: "1" })).toEqual({});
  });

  it("let go of what was not asked for longest", async () => {
    const row = (text: string) => ({ version: "1", text });
    const { reads, textsOf } = shelf({ a: row("A"), b: row("B"), c: row("C") }, 2);
    await textsOf(testDb, { a: "1" });
    await textsOf(testDb, { b: "1" });
    await textsOf(testDb, { a: "1" });

    await textsOf(testDb, { c: "1" });

    await textsOf(testDb, { a: "1" });
    await textsOf(testDb, { b: "1" });
    expect(reads).toEqual([["a"], ["b"], ["c"], ["b"]]);
  });

  it("are not kept of what a transaction wrote: it may take it back, and change it under the same version", async () => {
    const rows = { a: { version: "1", text: "never" } };
    const { textsOf } = shelf(rows);
    await testDb.transaction().execute(async (trx) => {
      expect(await textsOf(trx, { a: "1" })).toEqual({ a: "never" });
      rows.a = { version: "1", text: "changed again" };
      expect(await textsOf(trx, { a: "1" })).toEqual({ a: "changed again" });
    });
    rows.a = { version: "1", text: "as it was" };

    expect(await textsOf(testDb, { a: "1" })).toEqual({ a: "as it was" });
  });
});
