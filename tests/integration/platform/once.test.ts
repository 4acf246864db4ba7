import { describe, expect, it } from "vitest";
import { once, partKey } from "~/platform/db/once.server";
import type { Trx } from "~/platform/db/db.server";
import { done, refused, type Result } from "~/platform/result";
import { unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

/** A deed that can be seen in the database: it adds a person with this name. */
function adds(name: string) {
  return async (trx: Trx): Promise<Result<{ userId: string }, "name-taken">> => {
    const id = unique();
    const row = { id, name, email: `${id}@example.org`, emailVerified: true };
    await trx.insertInto("users").values(row).execute();
    return done({ userId: id });
  };
}

function refuses(name: string) {
  return async (trx: Trx): Promise<Result<{ userId: string }, "name-taken">> => {
    await adds(name)(trx);
    return refused("name-taken");
  };
}

async function countPeople(name: string): Promise<number> {
  return (await testDb.selectFrom("users").select("id").where("name", "=", name).execute()).length;
}

describe("a form sent twice", () => {
  it("does the deed once and gets the first result again", async () => {
    const name = unique();
    const key = newKey();

    const first = await once(testDb, "buyer:1", key, adds(name));
    const second = await once(testDb, "buyer:1", key, adds(name));

    expect(first).toEqual({ ok: true, value: { userId: expect.any(String) } });
    expect(second).toEqual(first);
    expect(await countPeople(name)).toBe(1);
  });

  it("does the deed once when many posts race, and all get one result", async () => {
    const name = unique();
    const key = newKey();

    const results = await Promise.all(Array.from({ length: 8 }, () => once(testDb, "buyer:1", key, adds(name))));

    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(await countPeople(name)).toBe(1);
  });

  it("is two forms when another person's form has the same key", async () => {
    const name = unique();
    const key = newKey();

    const mine = await once(testDb, "buyer:1", key, adds(name));
    const theirs = await once(testDb, "buyer:2", key, adds(name));

    expect(theirs).not.toEqual(mine);
    expect(await countPeople(name)).toBe(2);
    expect(await once(testDb, "buyer:1", key, adds(name))).toEqual(mine);
    expect(await once(testDb, "buyer:2", key, adds(name))).toEqual(theirs);
  });

  it("is two forms when one person sends two keys", async () => {
    const name = unique();

    await once(testDb, "buyer:1", newKey(), adds(name));
    await once(testDb, "buyer:1", newKey(), adds(name));

    expect(await countPeople(name)).toBe(2);
  });

  it("gets the same empty result again when the deed has nothing to tell", async () => {
    const key = newKey();
    const deed = () => Promise.resolve(done(undefined));

    await once(testDb, "buyer:1", key, deed);

    expect(await once(testDb, "buyer:1", key, deed)).toEqual({ ok: true });
  });
});

describe("a deed that is not done", () => {
  it("leaves nothing behind when it refuses", async () => {
    const name = unique();

    const result = await once(testDb, "buyer:1", newKey(), refuses(name));

    expect(result).toEqual({ ok: false, refusal: "name-taken" });
    expect(await countPeople(name)).toBe(0);
  });

  it("is done when the corrected form comes with the key of the refused one", async () => {
    const name = unique();
    const key = newKey();
    await once(testDb, "buyer:1", key, refuses(name));

    const second = await once(testDb, "buyer:1", key, adds(name));

    expect(second.ok).toBe(true);
    expect(await countPeople(name)).toBe(1);
  });

  it("leaves nothing behind when it throws, and is done by the next post", async () => {
    const name = unique();
    const key = newKey();
    const fails = async (trx: Trx) => {
      await adds(name)(trx);
      throw new Error("the connection broke");
    };

    await expect(once(testDb, "buyer:1", key, fails)).rejects.toThrow("the connection broke");
    expect(await countPeople(name)).toBe(0);

    await once(testDb, "buyer:1", key, adds(name));
    expect(await countPeople(name)).toBe(1);
  });
});

describe("a deed in the caller's transaction", () => {
  it("is undone with it", async () => {
    const name = unique();
    const key = newKey();
    const broken = testDb.transaction().execute(async (trx) => {
      await once(trx, "buyer:1", key, adds(name));
      throw new Error("what came after failed");
    });
    await expect(broken).rejects.toThrow("what came after failed");

    expect(await countPeople(name)).toBe(0);
    expect((await once(testDb, "buyer:1", key, adds(name))).ok).toBe(true);
  });

  it("takes nothing of the caller's back when it refuses", async () => {
    const [before, refusedName] = [unique(), unique()];

    await testDb.transaction().execute(async (trx) => {
      await adds(before)(trx);
      await once(trx, "buyer:1", newKey(), refuses(refusedName));
    });

    expect(await countPeople(before)).toBe(1);
    expect(await countPeople(refusedName)).toBe(0);
  });
});

describe("a form that is part of another", () => {
  it("takes nothing of the other's back when it refuses, and all of both when the other does", async () => {
    const [kept, gone] = [unique(), unique()];
    const inner = (name: string) => (trx: Trx) => once(trx, "buyer:1", newKey(), refuses(name));

    const outer = await once(testDb, "buyer:1", newKey(), async (trx) => {
      await inner(gone)(trx);
      return adds(kept)(trx);
    });
    const refusedOuter = await once(testDb, "buyer:1", newKey(), async (trx) => {
      await adds(gone)(trx);
      await once(trx, "buyer:1", newKey(), adds(gone));
      return inner(gone)(trx);
    });

    expect([outer.ok, refusedOuter.ok]).toEqual([true, false]);
    expect([await countPeople(kept), await countPeople(gone)]).toEqual([1, 0]);
  });

  it("has a key of its own, the same each time that the form comes", () => {
    const key = newKey();
    expect(partKey(key, "a")).toBe(partKey(key, "a"));
    expect(new Set([key, partKey(key, "a"), partKey(key, "b"), partKey(newKey(), "a")]).size).toBe(4);
  });
});
