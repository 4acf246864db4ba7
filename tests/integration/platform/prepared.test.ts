import { sql } from "kysely";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { prepared } from "~/platform/db/prepared.server";

/** One connection, whose prepared statements can be looked at. */
const own = openDatabase(env.DATABASE_URL, 1);
afterAll(() => own.destroy());

async function keptTexts(): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(own);
  return rows.map(({ statement }) => statement);
}

describe("a statement that is marked as prepared", () => {
  const markets = (ids: readonly string[]) =>
    own
      .selectFrom("markets")
      .modifyFront(prepared)
      .where("id", "=", sql<string>`any(${[...ids]}::text[])`)
      .select("id")
      .orderBy("id")
      .execute();

  it("is kept once by its connection, whatever its values are, and answers for each of them", async () => {
    const [first, second] = await own.selectFrom("markets").select("id").orderBy("id").limit(2).execute();
    const ids = [first?.id ?? "", second?.id ?? ""];

    expect((await markets(ids)).map(({ id }) => id)).toEqual(ids);
    expect((await markets(ids.slice(1))).map(({ id }) => id)).toEqual(ids.slice(1));
    expect(await markets([])).toEqual([]);

    expect(await keptTexts()).toEqual([expect.stringContaining('from "markets"')]);
  });

  it("is no other one", async () => {
    await own.selectFrom("regions").select("id").execute();

    expect((await keptTexts()).filter((text) => text.includes("regions"))).toEqual([]);
  });
});
