import { afterEach, describe, expect, it } from "vitest";
import { setClockOffset } from "~/platform/clock.server";
import { db as ownDb, type Db } from "~/platform/db/db.server";
import { keptReading } from "~/platform/db/kept-reading.server";

const FRESH_MS = 60_000;

/** Only its identity matters here. */
const database = () => ({}) as Db;

function counter() {
  let times = 0;
  const reading = keptReading(FRESH_MS, () => Promise.resolve((times += 1)));
  return { reading, times: () => times };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

afterEach(() => setClockOffset(0));

describe("a kept reading", () => {
  it("is read once for all who ask while it is fresh", async () => {
    const db = database();
    const { reading } = counter();

    expect(await Promise.all([reading.of(db), reading.of(db)])).toEqual([1, 1]);
    setClockOffset(FRESH_MS - 5_000);
    expect(await reading.of(db)).toBe(1);
  });

  it("is read anew beside those who ask when it is no longer fresh, and once only", async () => {
    const db = database();
    const { reading, times } = counter();
    await reading.of(db);

    setClockOffset(FRESH_MS + 5_000);
    expect(await Promise.all([reading.of(db), reading.of(db)])).toEqual([1, 1]);
    await settled();

    expect(await reading.of(db)).toBe(2);
    expect(times()).toBe(2);
  });

  it("is read anew at once for who comes with another stamp, and kept for who comes with the same", async () => {
    const db = database();
    const { reading } = counter();

    expect(await reading.of(db, "first")).toBe(1);
    expect(await reading.of(db, "first")).toBe(1);
    expect(await Promise.all([reading.of(db, "second"), reading.of(db, "second")])).toEqual([2, 2]);
  });

  it("keeps its stamp when it is read anew beside those who ask", async () => {
    const db = database();
    const { reading } = counter();
    await reading.of(db, "first");

    setClockOffset(FRESH_MS + 5_000);
    await reading.of(db, "first");
    await settled();

    expect(await reading.of(db, "first")).toBe(2);
  });

  it("is waited for when it is twice as old", async () => {
    const db = database();
    const { reading } = counter();
    await reading.of(db);

    setClockOffset(2 * FRESH_MS + 5_000);

    expect(await reading.of(db)).toBe(2);
  });

  it("is read anew by the next who asks after it was forgotten, for that database alone", async () => {
    const [one, other] = [database(), database()];
    const { reading } = counter();
    await reading.of(one);
    await reading.of(other);

    reading.forget(one);

    expect(await reading.of(other)).toBe(2);
    expect(await reading.of(one)).toBe(3);
  });

  it("is not replaced by what was read before it was forgotten", async () => {
    const db = database();
    const values = ["old", "before the change", "after it"];
    let finish: (() => void) | undefined;
    const reading = keptReading(FRESH_MS, async () => {
      const value = values.shift();
      if (value === "before the change") await new Promise<void>((resolve) => (finish = resolve));
      return value;
    });
    await reading.of(db);
    setClockOffset(FRESH_MS + 5_000);
    await reading.of(db);

    reading.forget(db);
    await reading.of(db);
    finish?.();
    await settled();

    expect(await reading.of(db)).toBe("after it");
  });

  it("is not kept when it failed", async () => {
    const db = database();
    const answers = [() => Promise.reject(new Error("no database")), () => Promise.resolve("read")];
    const reading = keptReading(FRESH_MS, () => answers.shift()?.() ?? Promise.resolve("none left"));

    await expect(reading.of(db)).rejects.toThrow("no database");
    expect(await reading.of(db)).toBe("read");
  });

  it("stays as it was while reading it anew fails, until it is twice as old", async () => {
    const db = database();
    const answers = [() => Promise.resolve("old"), () => Promise.reject(new Error("no database"))];
    const reading = keptReading(FRESH_MS, () => answers.shift()?.() ?? Promise.resolve("new"));
    await reading.of(db);

    setClockOffset(FRESH_MS + 5_000);
    expect(await reading.of(db)).toBe("old");
    await settled();
    expect(await reading.of(db)).toBe("old");
    await settled();
    expect(await reading.of(db)).toBe("new");
  });

  it("is taken by a transaction from what its process keeps, and read by it, for the others too, where nothing is kept", async () => {
    const [one, other] = [database(), database()];
    const { reading } = counter();
    expect(await reading.within(one)).toBe(1);
    expect([await reading.within(other), await reading.of(ownDb)]).toEqual([1, 1]);

    setClockOffset(2 * FRESH_MS + 5_000);
    expect(await reading.within(other)).toBe(2);
    reading.forget(ownDb);
    expect(await reading.within(one)).toBe(3);
  });

  it("is not kept when a transaction could not read it", async () => {
    const answers = [() => Promise.reject(new Error("rolled back")), () => Promise.resolve("read")];
    const reading = keptReading(FRESH_MS, () => answers.shift()?.() ?? Promise.resolve("none left"));
    await expect(reading.within(database())).rejects.toThrow("rolled back");
    expect(await reading.of(ownDb)).toBe("read");
  });
});
